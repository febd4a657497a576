import { type ReactNode, useId } from 'react';
import { compareWords, type Conflict, type Resolution, toReadable } from '../../review/index.ts';
import { messages } from '../locale/messages.ts';
import type { OtherVersion } from './ask.tsx';
import { Passage } from './Passage.tsx';

interface Props {
  readonly conflict: Conflict;
  readonly other: OtherVersion;
  readonly answer: Resolution | undefined;
  onAnswer(answer: Resolution): void;
}

/** One conflict: both versions side by side, with what each changed, and a text of one's own. */
export function Question({ conflict, other, answer, onAnswer }: Props): ReactNode {
  const id = useId();
  const { base, yours, theirs, label, check } = conflict;
  const toChoice = (choice: Resolution['choice'], name: string, version?: ReactNode): ReactNode => (
    <div className="gaceta-merge-choice">
      <label>
        <input
          type="radio"
          name={id}
          checked={answer?.choice === choice}
          aria-describedby={version === undefined ? undefined : `${id}-${choice}`}
          onChange={() => {
            onAnswer(choice === 'edited' ? { choice, text: toStart(conflict) } : { choice });
          }}
        />
        {name}
      </label>
      {version !== undefined && <div id={`${id}-${choice}`}>{version}</div>}
    </div>
  );
  const { yours: mine, theirs: toName, own, before } = messages.merge;
  return (
    <fieldset>
      <legend>{label}</legend>
      <div className="gaceta-merge-versions">
        {toChoice('yours', mine, <Version base={base} text={yours} />)}
        {toChoice('theirs', toName(other), <Version base={base} text={theirs} />)}
      </div>
      {base !== undefined && (
        <details>
          <summary>{before}</summary>
          <Version base={base} text={base} />
        </details>
      )}
      {check !== undefined && toChoice('edited', own)}
      {check !== undefined && answer?.choice === 'edited' && (
        <OwnText
          label={messages.merge.ownLabel(label)}
          text={answer.text}
          problem={check(answer.text)}
          onChange={(text) => {
            onAnswer({ choice: 'edited', text });
          }}
        />
      )}
    </fieldset>
  );
}

/** What one begins with: where both added something, both. */
const toStart = ({ base, yours, theirs }: Conflict): string =>
  base === undefined && yours !== undefined && theirs !== undefined
    ? `${yours}\n\n${theirs}`
    : (yours ?? theirs ?? '');

function Version({
  base,
  text,
}: {
  readonly base: string | undefined;
  readonly text: string | undefined;
}): ReactNode {
  if (text === undefined)
    return <em>{base === undefined ? messages.merge.absent : messages.merge.deleted}</em>;
  return <Passage parts={compareWords(toReadable(base ?? text), toReadable(text))} />;
}

interface OwnTextProps {
  readonly label: string;
  readonly text: string;
  readonly problem: string | undefined;
  onChange(text: string): void;
}

function OwnText({ label, text, problem, onChange }: OwnTextProps): ReactNode {
  const id = useId();
  return (
    <>
      <textarea
        aria-label={label}
        aria-invalid={problem !== undefined}
        aria-describedby={id}
        rows={Math.min(12, text.split('\n').length + 2)}
        value={text}
        onChange={({ target }) => {
          onChange(target.value);
        }}
      />
      <p id={id} className="gaceta-merge-problem">
        {problem === undefined ? '' : messages.merge.problem(problem)}
      </p>
    </>
  );
}
