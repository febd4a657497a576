import { createRepository, createRepositoryAt, type TemporaryRepository } from '../../support/repository.ts';

/** A repository whose commits have the moments and people that a test gives them. */
export interface StoryRepository extends TemporaryRepository {
  /** Commits files (undefined: deletes one) to main. @param when ISO 8601 */
  publish(when: string, message: string, files: Files): Promise<void>;
  /** The same by a branch of `author` that `merger` merges with this message. */
  merge(
    when: string,
    people: { author: string; merger: string; message: string },
    files: Files,
  ): Promise<void>;
}

type Files = Readonly<Record<string, string | undefined>>;

export async function createStory(files: Record<string, string>): Promise<StoryRepository> {
  const repository = await createRepository({ files: { 'LEEME.md': 'Hola.\n' } });
  return tellStory(repository, files);
}

/** Gives a repository that exists a story. */
async function tellStory(
  repository: TemporaryRepository,
  files: Record<string, string>,
): Promise<StoryRepository> {
  const { git } = createRepositoryAt(repository.path);
  const commit = async (when: string, author: string, message: string, changes: Files): Promise<void> => {
    for (const [file, content] of Object.entries(changes)) {
      if (content === undefined) await git('rm', '-q', file);
      else await repository.write({ [file]: content });
    }
    await git('add', '--all');
    await at(when, author, 'commit', '-q', '--allow-empty', '-m', message);
  };
  const at = (when: string, author: string, ...args: string[]): Promise<string> =>
    git(
      '-c',
      `user.name=${author}`,
      '-c',
      'user.email=alguien@example.org',
      '-c',
      `alias.at=!GIT_AUTHOR_DATE='${when}' GIT_COMMITTER_DATE='${when}' git`,
      'at',
      ...args,
    );
  const story: StoryRepository = {
    ...repository,
    publish: (when, message, changes) => commit(when, 'Beto Editor', message, changes),
    async merge(when, { author, merger, message }, changes) {
      await git('checkout', '-q', '-b', 'cms/rama');
      await commit(when, author, 'Borrador', changes);
      await git('checkout', '-q', 'main');
      await at(when, merger, 'merge', '-q', '--no-ff', '-m', message, 'cms/rama');
      await git('branch', '-q', '-D', 'cms/rama');
    },
  };
  await story.publish('2026-01-01T12:00:00Z', 'Ajustes', files);
  return story;
}
