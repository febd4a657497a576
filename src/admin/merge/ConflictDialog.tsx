import { type ReactNode, useRef, useState } from 'react';
import type { Conflict, Resolution, Resolutions } from '../../review/index.ts';
import { messages } from '../locale/messages.ts';
import '../merge.css';
import type { OtherVersion } from './ask.tsx';
import { Question } from './Question.tsx';

interface Props {
  readonly conflicts: readonly Conflict[];
  readonly other: OtherVersion;
  /** Called once; without resolutions when the editor wants to decide later. */
  onClose(resolutions?: Resolutions): void;
}

/** One question for each conflict, in a dialog above the page. Nothing is chosen beforehand. */
export function ConflictDialog({ conflicts, other, onClose }: Props): ReactNode {
  const [answers, setAnswers] = useState<Resolutions>(new Map());
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const left = conflicts.filter((conflict) => !isAnswered(conflict, answers.get(conflict.id))).length;
  const { title, lead, left: toLeft, later, store } = messages.merge;
  return (
    <dialog
      ref={(element) => {
        dialog.current = element;
        if (element?.open !== false) return;
        element.showModal();
        heading.current?.focus();
      }}
      className="gaceta-merge"
      aria-labelledby="gaceta-merge-title"
      aria-describedby="gaceta-merge-lead"
      onClose={(event) => {
        // Of a nested element, the event bubbles in React.
        if (event.target === dialog.current)
          onClose(event.currentTarget.returnValue === 'store' ? answers : undefined);
      }}
    >
      <header>
        <h2 ref={heading} id="gaceta-merge-title" tabIndex={-1}>
          {title(conflicts.length)}
        </h2>
        <p id="gaceta-merge-lead">{lead(other)}</p>
      </header>
      <form
        method="dialog"
        onSubmit={(event) => {
          if (left > 0) event.preventDefault();
        }}
      >
        <div className="gaceta-merge-questions">
          {conflicts.map((conflict) => (
            <Question
              key={conflict.id}
              conflict={conflict}
              other={other}
              answer={answers.get(conflict.id)}
              onAnswer={(answer) => {
                setAnswers(new Map(answers).set(conflict.id, answer));
              }}
            />
          ))}
        </div>
        <footer>
          <p role="status">{toLeft(left, conflicts.length)}</p>
          <button type="button" onClick={() => dialog.current?.close()}>
            {later}
          </button>
          <button value="store" disabled={left > 0}>
            {store}
          </button>
        </footer>
      </form>
    </dialog>
  );
}

function isAnswered({ check }: Conflict, answer: Resolution | undefined): boolean {
  return answer !== undefined && (answer.choice !== 'edited' || check?.(answer.text) === undefined);
}
