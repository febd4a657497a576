import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { createForge, type Forge, type User } from '../forge/index.ts';
import { openRepository, type Repository } from '../git/index.ts';
import {
  createBuilder,
  createPublisher,
  createRelease,
  currentRelease,
  type Publisher,
  type PublishOutcome,
} from '../publish/index.ts';
import { type Environment, projectDir } from './environment.ts';
import { createGitHub } from '../github/client.ts';
import { createHeadCheck } from './head-check.ts';
import { createHeadReport } from './head-report.ts';
import { digestProgram } from './program.ts';
import { startSchedule } from './schedule.ts';

/** Where the forge is mounted, and the repository it answers for. `/admin/config.json` says the same. */
export const forgePath = '/forge';
const owner = 'gaceta';
const name = 'contenido';

/** All that an editor may change through the forge. */
const writablePaths = ['src/content/', 'src/assets/images/'];

/** The context of the commit status that tells whether main is live. */
const statusContext = 'gaceta/publish';

/** How often main is looked at for commits from elsewhere, and the clock for posts that are due, milliseconds. */
const watchInterval = 3000;

/** How often planned posts are looked at, milliseconds. */
const scheduleInterval = 10_000;

/** The running newsroom: one content repository, its forge and the publishing of its main branch. */
export interface Newsroom {
  /** Undefined with a production backend. */
  readonly forge: Forge | undefined;
  readonly publisher: Publisher;
  /** Folder of releases, see publish/release.ts. */
  readonly releasesDir: string;
  close(): Promise<void>;
}

interface NewsroomOptions {
  readonly environment: Environment;
  /** The addresses by which browsers may reach the forge, such as http://127.0.0.1:4321. */
  readonly origins: readonly string[];
  /** False in development, where Astro shows the work tree itself. */
  readonly publishes: boolean;
  readonly log: (line: string) => void;
}

/**
 * Opens the content repository and starts its forge and its publisher.
 * @throws GitError when CONTENT_REPO is no repository or has no branch main.
 */
export async function openNewsroom({
  environment,
  origins,
  publishes,
  log,
}: NewsroomOptions): Promise<Newsroom> {
  const repository = await openRepository(environment.contentRepo);
  const users = environment.users ?? [await toDefaultUser(repository)];
  const program = await digestProgram(projectDir, JSON.stringify(environment.backend ?? null));
  const releasesDir = path.join(environment.stateDir, 'releases');
  // What another version of the program left behind would be taken for up to date.
  const buildDir = path.join(environment.stateDir, program, 'build');
  const builder = publishes
    ? createBuilder({
        projectDir,
        contentRepo: repository.path,
        buildDir,
        cacheDir: path.join(environment.stateDir, program, 'cache'),
        // Named by their content, so that every repository may share them.
        imagesDir: path.join(projectDir, '.gaceta', 'images'),
      })
    : undefined;
  const checkDir = path.join(environment.stateDir, 'check');
  await removeOthers(environment.stateDir, [program, 'releases', path.basename(checkDir)]);
  let closed = false;

  const forge =
    environment.backend === undefined
      ? await createForge({
          repository,
          owner,
          name,
          users,
          origins,
          basePath: forgePath,
          writablePaths,
          approvals: environment.approvals,
          check: createHeadCheck(repository.path, checkDir),
          report: createHeadReport(repository.path, checkDir, String(origins[0])),
          onMainMoved: () => {
            if (publishes) publisher.request();
          },
        })
      : undefined;

  const publisher = createPublisher({
    readMain: async () => (await repository.resolve('refs/heads/main')) ?? '',
    readLive: async () => {
      const live = await currentRelease(releasesDir);
      const isCurrent = live?.program === program && !(await isDue(live.dir));
      return isCurrent ? live.commit : undefined;
    },
    publish: async (commit) => {
      await builder?.build(commit);
      await createRelease(buildDir, releasesDir, { commit, program });
    },
    onStart: async (commit) => {
      await forge?.setStatus(commit, {
        context: statusContext,
        state: 'pending',
        description: 'Publicando…',
      });
    },
    onEnd: async (outcome) => {
      if (!closed) await report(forge, outcome, log);
    },
    onError: (error) => {
      if (!closed) log(`Publishing stopped: ${String(error)}`);
    },
  });

  const schedule =
    forge &&
    startSchedule({
      github: createGitHub({
        apiUrl: `${String(origins[0])}${forgePath}`,
        repository: `${owner}/${name}`,
        token: forge.openSession(),
        fetch: (request) => forge.handle(request),
      }),
      interval: scheduleInterval,
      now: () => new Date(),
      log,
    });

  const watch = publishes
    ? setInterval(() => {
        publisher.request();
      }, watchInterval).unref()
    : undefined;

  return {
    forge,
    publisher,
    releasesDir,
    async close() {
      clearInterval(watch);
      closed = true;
      builder?.close();
      await schedule?.close();
      await publisher.close();
      await forge?.close();
      await repository.close();
    },
  };
}

async function report(
  forge: Forge | undefined,
  outcome: PublishOutcome,
  log: (line: string) => void,
): Promise<void> {
  if (outcome.success) {
    await forge?.setStatus(outcome.to, {
      context: statusContext,
      state: 'success',
      description: 'El sitio está al día.',
    });
    return;
  }
  log(`Could not publish ${outcome.to}; the previous site stays up.\n${outcome.report}`);
  await forge?.commentOnMerged(outcome.from ?? outcome.to, outcome.to, outcome.report);
  await forge?.setStatus(outcome.to, {
    context: statusContext,
    state: 'failure',
    description: 'El sitio no se publicó: hay algo que corregir.',
  });
}

const dueSchema = z.object({ nextDate: z.iso.datetime().nullable() });

/** Has the moment come of a post that waited for its date when the live site was built? */
async function isDue(siteDir: string): Promise<boolean> {
  const { nextDate } = dueSchema.parse(
    JSON.parse(await readFile(path.join(siteDir, 'admin/config.json'), 'utf8')),
  );
  return nextDate !== null && Date.parse(nextDate) <= Date.now();
}

/** Removes what earlier versions of the program built. */
async function removeOthers(stateDir: string, keep: readonly string[]): Promise<void> {
  await mkdir(stateDir, { recursive: true });
  const others = (await readdir(stateDir)).filter((entry) => !keep.includes(entry));
  await Promise.all(others.map((entry) => rm(path.join(stateDir, entry), { recursive: true, force: true })));
}

async function toDefaultUser(repository: Repository): Promise<User> {
  const identity = await repository.identity();
  return { login: 'admin', ...identity, role: 'admin' };
}
