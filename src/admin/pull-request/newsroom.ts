import type { Settings } from '../settings.ts';
import type { Place } from '../../browser/load-facts.ts';
import { createReader } from '../../browser/reader.ts';
import { readUser } from '../../browser/signed-in.ts';

/** Where pull requests are asked for, and how the site writes dates and addresses. */
export interface Newsroom extends Place {
  readonly owner: string;
  readonly timeZone: string;
  readonly siteUrl: string;
}

let newsroom: Newsroom | undefined;

/** The newsroom of this page; undefined with another forge than GitHub or the local one. */
export const getNewsroom = (): Newsroom | undefined => newsroom;

/** Called once, when the settings are known. */
export function prepareNewsroom({ backend, timeZone, siteUrl }: Settings): Newsroom | undefined {
  if (backend.name !== 'github' || backend.repo === undefined) return undefined;
  newsroom = {
    read: createReader(backend.api_root ?? 'https://api.github.com', () => readUser()?.token),
    repo: `/repos/${backend.repo}`,
    owner: backend.repo.split('/')[0] ?? '',
    branch: backend.branch ?? 'main',
    timeZone,
    siteUrl,
  };
  return newsroom;
}
