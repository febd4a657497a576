import type { Call } from '../context.ts';
import { notFound } from '../http.ts';
import type { Route } from '../router.ts';
import { bot } from '../types.ts';
import type { User } from '../types.ts';
import { repositoryView } from '../views/repository.ts';
import { collaboratorPermission, privateUser, publicUser } from '../views/user.ts';

function findUser(call: Call, login: string | undefined): User {
  const known = [...call.desk.options.users, bot];
  const user = known.find((one) => one.login.toLowerCase() === login?.toLowerCase());
  if (!user) throw notFound();
  return user;
}

export const accountRoutes: readonly Route<Call>[] = [
  {
    // https://docs.github.com/en/rest/users/users#get-the-authenticated-user
    method: 'GET',
    path: '/user',
    handle: (call) => call.answer(privateUser(call.urls, call.user)),
  },
  {
    // https://docs.github.com/en/rest/users/users#get-a-user
    method: 'GET',
    path: '/users/:login',
    handle: (call, { login }) => call.answer(publicUser(call.urls, findUser(call, login))),
  },
  {
    // https://docs.github.com/en/rest/repos/repos#get-a-repository
    method: 'GET',
    path: '/repos/:owner/:repo',
    handle: async (call) => {
      const main = await call.desk.repository.readCommit('refs/heads/main');
      return call.answer(repositoryView(call.urls, call.user, main?.committer.date));
    },
  },
  {
    // https://docs.github.com/en/rest/collaborators/collaborators#get-repository-permissions-for-a-user
    method: 'GET',
    path: '/repos/:owner/:repo/collaborators/:login/permission',
    handle: (call, { login }) => call.answer(collaboratorPermission(call.urls, findUser(call, login))),
  },
];
