import { z } from 'zod';

/** Where Decap keeps who is signed in: both browser apps have one session. */
const key = 'decap-cms-user';

const userSchema = z.looseObject({
  token: z.string(),
  login: z.string(),
  name: z.string().nullish(),
});

/** Who is signed in. */
export type SignedIn = z.output<typeof userSchema>;

/** Who is signed in in this browser; undefined: nobody. */
export function readUser(): SignedIn | undefined {
  const stored = localStorage.getItem(key);
  return stored === null ? undefined : userSchema.safeParse(JSON.parse(stored)).data;
}

/** Signs in, for the admin, too. */
export function storeUser(user: SignedIn): void {
  localStorage.setItem(key, JSON.stringify({ ...readUser(), ...user, backendName: 'github' }));
}

/** Signs out. */
export function forgetUser(): void {
  localStorage.removeItem(key);
}
