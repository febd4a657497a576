import { type ReactNode, useEffect, useState } from 'react';
import { type Collection, isFolder } from '../../../content-schema/index.ts';
import { getSession } from '../backend/session.ts';
import { messages } from '../locale/messages.ts';
import { askFor } from './ask-for.ts';
import { Dialog } from './Dialog.tsx';
import { getNewsroom } from './newsroom.ts';
import { toWhen } from '../../browser/when.ts';

interface Props {
  readonly collection: Collection;
  readonly slug: string;
  onClose(): void;
}

interface Version {
  readonly sha: string;
  /** ISO 8601 */
  readonly date: string;
  readonly author: string;
  readonly message: string;
}

/** Lists the published versions of an entry and asks to go back to one. */
export default function VersionsDialog({ collection, slug, onClose }: Props): ReactNode {
  const text = messages.pull.versions;
  const [versions, setVersions] = useState<readonly Version[]>();
  const [problem, setProblem] = useState<string>();
  const [sending, setSending] = useState<string>();
  const path = isFolder(collection) ? `${collection.folder}/${slug}.mdx` : collection.file;
  useEffect(() => {
    getSession()
      ?.api.listVersions(path)
      .then(setVersions, (error: unknown) => {
        setProblem(String(error));
      });
  }, [path]);

  const handleClick = async (sha: string): Promise<void> => {
    setSending(sha);
    const refusal = await askFor((api) => api.restoreVersion(collection.name, slug, sha), text);
    setSending(undefined);
    setProblem(refusal);
    if (refusal === undefined) onClose();
  };
  return (
    <Dialog title={text.title} lead={text.lead} onClose={onClose}>
      {versions === undefined && problem === undefined && <p role="status">{text.loading}</p>}
      {problem !== undefined && <p role="alert">{problem}</p>}
      {versions !== undefined && versions.length < 2 && <p>{text.none}</p>}
      <ol>
        {versions?.map(({ sha, date, author, message }, index) => (
          <li key={sha}>
            <div>
              <b>{toMoment(date)}</b> {text.by(author)}
              <br />
              <span>{message.split('\n')[0]}</span>
            </div>
            {index === 0 ? (
              <span>{text.current}</span>
            ) : (
              <button
                type="button"
                disabled={sending !== undefined}
                aria-label={`${text.restore}: ${toMoment(date)}`}
                onClick={() => void handleClick(sha)}
              >
                {sending === sha ? text.restoring : text.restore}
              </button>
            )}
          </li>
        ))}
      </ol>
      <footer>
        <button type="button" onClick={onClose}>
          {text.close}
        </button>
      </footer>
    </Dialog>
  );
}

function toMoment(date: string): string {
  const when = toWhen(new Date(date), new Date(), getNewsroom()?.timeZone ?? 'UTC');
  return when.charAt(0).toUpperCase() + when.slice(1);
}
