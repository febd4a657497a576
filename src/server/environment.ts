import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type OAuthConfig, OAuthConfigError, readOAuthConfig } from '../oauth/index.ts';
import { type Backend, BackendError, readBackend } from '../site/backend.ts';

export const projectDir = fileURLToPath(new URL('../../', import.meta.url));

const userSchema = z.strictObject({
  login: z.string().regex(/^[A-Za-z0-9](?:[A-Za-z0-9-]{0,37}[A-Za-z0-9])?$/u, {
    error: 'a login has 1 to 39 letters, digits and inner hyphens',
  }),
  name: z.string().min(1, { error: 'a name is missing' }),
  email: z.email({ error: 'an e-mail address is wrong' }),
  role: z.enum(['editor', 'reviewer', 'admin'], { error: 'a role is "editor", "reviewer" or "admin"' }),
});

type User = z.output<typeof userSchema>;

/** What the operator sets, checked. */
export interface Environment {
  /** 0 means any free port. */
  readonly port: number;
  readonly host: string;
  /** Absolute path of the git repository that holds the content. */
  readonly contentRepo: string;
  /** Undefined: one admin, who is git's configured user. */
  readonly users: readonly User[] | undefined;
  /** Approvals that publishing needs on the embedded forge. */
  readonly approvals: 0 | 1;
  /** The production backend that the admin talks to; undefined: the embedded forge, which exists only then. */
  readonly backend: Backend | undefined;
  /** How people sign in with GitHub at this server; undefined: they do so elsewhere, or at the embedded forge. */
  readonly oauth: OAuthConfig | undefined;
  /** Seconds between two looks at the origin of the content repository; undefined: it is not followed. */
  readonly fetchInterval: number | undefined;
  /** Builds, releases and caches of this content repository. */
  readonly stateDir: string;
}

/** A value of the environment is wrong; the message says which, why, and what to set. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

/**
 * Reads PORT, HOST, CONTENT_REPO, GACETA_USERS, GACETA_APPROVALS, GACETA_BACKEND and GACETA_OAUTH_*.
 * @throws EnvironmentError that lists every wrong value at once.
 */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  const problems: string[] = [];
  const read = <T>(value: () => T, fallback: T): T => {
    try {
      return value();
    } catch (error) {
      const isExpected = [EnvironmentError, BackendError, OAuthConfigError].some(
        (kind) => error instanceof kind,
      );
      if (!isExpected || !(error instanceof Error)) throw error;
      problems.push(error.message);
      return fallback;
    }
  };
  const port = read(() => toPort(env['PORT']), 0);
  const backend = read(() => readBackend(env), undefined);
  const oauth = read(() => readOAuthConfig(env), undefined);
  const host = read(() => toHost(env['HOST'], backend === undefined), '');
  const contentRepo = read(() => toContentRepo(env['CONTENT_REPO']), projectDir);
  const fetchInterval = read(
    () => toFetchInterval(env['GACETA_FETCH_INTERVAL'], backend === undefined),
    undefined,
  );
  const users = read(() => toUsers(env['GACETA_USERS']), undefined);
  const approvals = read(() => toApprovals(env['GACETA_APPROVALS']), 0);
  if (problems.length > 0) throw new EnvironmentError(problems.join('\n'));
  return {
    port,
    host,
    contentRepo,
    users,
    approvals,
    backend,
    oauth,
    fetchInterval,
    stateDir: toStateDir(contentRepo),
  };
}

function toPort(value = '4321'): number {
  const port = Number(value);
  if (!/^\d{1,5}$/u.test(value) || port > 65_535) {
    throw new EnvironmentError(
      `PORT is «${value}». Set it to a port number from 0 (any free port) to 65535.`,
    );
  }
  return port;
}

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/u;

function toHost(value = '127.0.0.1', hasForge: boolean): string {
  if (hasForge && !loopback.test(value)) {
    throw new EnvironmentError(
      `HOST is «${value}». Set it to a loopback address such as 127.0.0.1: whoever reaches the embedded forge ` +
        'can sign in as any local user. To serve other machines, put the static site on a web server.',
    );
  }
  return value;
}

function toContentRepo(value: string | undefined): string {
  if (value === undefined || value === '') return realpathSync(projectDir);
  try {
    return realpathSync(path.resolve(value));
  } catch (cause) {
    throw new EnvironmentError(
      `CONTENT_REPO is «${value}», which does not exist. Set it to a git repository.`,
      {
        cause,
      },
    );
  }
}

function toFetchInterval(value: string | undefined, hasForge: boolean): number | undefined {
  if (value === undefined || value === '') return undefined;
  if (hasForge) {
    throw new EnvironmentError(
      'GACETA_FETCH_INTERVAL is set without GACETA_BACKEND: main would move here and at its origin. Set both, or neither.',
    );
  }
  if (!/^[1-9]\d{0,4}$/u.test(value)) {
    throw new EnvironmentError(
      `GACETA_FETCH_INTERVAL is «${value}». Set it to the seconds between two fetches, such as 30.`,
    );
  }
  return Number(value);
}

function toUsers(value: string | undefined): readonly User[] | undefined {
  if (value === undefined || value === '') return undefined;
  const remedy =
    'Set it to a JSON list such as [{"login":"ana","name":"Ana","email":"ana@example.org","role":"editor"}].';
  let json: unknown;
  try {
    json = JSON.parse(value);
  } catch (cause) {
    throw new EnvironmentError(`GACETA_USERS is no JSON. ${remedy}`, { cause });
  }
  const result = z.array(userSchema).min(1, { error: 'the list is empty' }).safeParse(json);
  if (!result.success) {
    const details = result.error.issues.map(({ path: at, message }) =>
      `${at.join('.')}: ${message}`.replace(/^: /u, ''),
    );
    throw new EnvironmentError(`GACETA_USERS is wrong (${details.join('; ')}). ${remedy}`);
  }
  const logins = result.data.map(({ login }) => login.toLowerCase());
  const twice = logins.find((login, index) => logins.indexOf(login) !== index);
  if (twice !== undefined)
    throw new EnvironmentError(`GACETA_USERS names the login «${twice}» twice. ${remedy}`);
  return result.data;
}

function toApprovals(value = '0'): 0 | 1 {
  if (value === '0' || value === '') return 0;
  if (value === '1') return 1;
  throw new EnvironmentError(
    `GACETA_APPROVALS is «${value}». Set it to 1 if a reviewer must approve what is published, else to 0.`,
  );
}

/** Where builds, releases and caches of a content repository are kept; every repository has its own. */
export function toStateDir(contentRepo: string): string {
  const key = createHash('sha256').update(contentRepo).digest('hex').slice(0, 12);
  return path.join(projectDir, '.gaceta', key);
}
