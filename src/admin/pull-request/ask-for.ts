import { EditorError } from '../editor-error.ts';
import { emitEvent } from '../events.ts';
import type { GitHubApi } from '../backend/github-api.ts';
import { getSession } from '../backend/session.ts';
import { messages } from '../locale/messages.ts';
import { showNote } from '../notes/show-note.ts';

/** What a note says about something that was asked for. */
interface Done {
  readonly done: string;
  /** What follows; then the note leads to the board, too. */
  readonly doneLine?: string;
}

/**
 * Asks the server for something that makes or changes a pull request, and says so when it is done.
 * @returns what went wrong, for the editor; undefined when nothing did
 */
export async function askFor(
  request: (api: GitHubApi) => Promise<unknown>,
  text: Done,
): Promise<string | undefined> {
  try {
    const session = getSession();
    if (session === undefined) throw new EditorError(messages.server.notSignedIn);
    await request(session.api);
  } catch (error) {
    return String(error);
  }
  tellDone(text);
  emitEvent('pullsChanged', undefined);
  return undefined;
}

/** Says what was done or asked for, and where that is to be found. */
function tellDone({ done, doneLine }: Done): void {
  const run = (): void => {
    location.hash = '#/workflow';
  };
  showNote({
    title: done,
    ...(doneLine !== undefined && {
      lines: [doneLine],
      action: { label: messages.pull.openBoard, run },
    }),
  });
}

/** Says that it could not be done, and why. */
export function tellProblem(problem: string): void {
  showNote({ kind: 'refused', title: messages.pull.failed, lines: [problem] });
}

/** Says what became of «Eliminar del sitio». */
export function tellRemoval(): void {
  tellDone(messages.pull.removal);
  emitEvent('pullsChanged', undefined);
}
