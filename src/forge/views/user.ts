import { createHash } from 'node:crypto';
import { bot } from '../types.ts';
import type { User } from '../types.ts';
import { permissions } from '../rules.ts';
import type { Urls } from './urls.ts';
import { nodeId } from './urls.ts';

const beginning = '2008-01-14T04:33:35Z';

/** Stable, positive, and the same on every machine. */
export function userId(login: string): number {
  return createHash('sha256').update(login.toLowerCase()).digest().readUInt32BE(0) >>> 1;
}

/** The short form in other answers (`simple-user`). Works for logins that no longer exist. */
export function simpleUser(urls: Urls, login: string): Record<string, unknown> {
  const url = urls.user(login);
  return {
    login,
    id: userId(login),
    node_id: nodeId('User', login),
    avatar_url: urls.avatar(login),
    gravatar_id: '',
    url,
    html_url: urls.web,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: login === bot.login ? 'Bot' : 'User',
    site_admin: false,
  };
}

/** The long form. The address stays private, as with GitHub's "keep my email address private". */
export function publicUser(urls: Urls, user: User): Record<string, unknown> {
  return {
    ...simpleUser(urls, user.login),
    name: user.name,
    company: null,
    blog: null,
    location: null,
    email: null,
    hireable: null,
    bio: null,
    public_repos: 1,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: beginning,
    updated_at: beginning,
  };
}

export function privateUser(urls: Urls, user: User): Record<string, unknown> {
  return {
    ...publicUser(urls, user),
    private_gists: 0,
    total_private_repos: 0,
    owned_private_repos: 0,
    disk_usage: 0,
    collaborators: 0,
    two_factor_authentication: false,
  };
}

export function permissionFlags(user: User): Record<string, boolean> {
  return {
    admin: user.role === 'admin',
    maintain: user.role !== 'editor',
    push: true,
    triage: true,
    pull: true,
  };
}

export function collaboratorPermission(urls: Urls, user: User): Record<string, unknown> {
  const { permission, roleName } = permissions[user.role];
  return {
    permission,
    role_name: roleName,
    user: {
      ...simpleUser(urls, user.login),
      permissions: permissionFlags(user),
      role_name: roleName,
    },
  };
}
