import { type ReactNode, useState } from 'react';
import { messages } from '../locale/messages.ts';
import type { ReviewItem } from '../review-draft.ts';
import { goTo } from './form.ts';

interface Props {
  readonly items: readonly ReviewItem[];
  onClose(): void;
}

/** What a person has to decide about the text that was just saved, or could not be. */
export function ReviewPanel({ items, onClose }: Props): ReactNode {
  // On a phone, the list would cover the form; errors are why somebody looks there.
  const [isOpen, setOpen] = useState(() => items.some(({ severity }) => severity === 'error') || !isNarrow());
  const { title, count, collapse, expand, close } = messages.review;
  return (
    <section className="gaceta-review" aria-labelledby="gaceta-review-title">
      <header>
        <div>
          <h2 id="gaceta-review-title">{title}</h2>
          <p>{count(countBySeverity(items))}</p>
        </div>
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls="gaceta-review-items"
          onClick={() => {
            setOpen(!isOpen);
          }}
        >
          {isOpen ? collapse : expand}
        </button>
        <button type="button" className="gaceta-close" aria-label={close} onClick={onClose}>
          ×
        </button>
      </header>
      <ol id="gaceta-review-items" hidden={!isOpen}>
        {items.map((item, index) => (
          <li key={index} data-severity={item.severity}>
            <Item {...item} />
          </li>
        ))}
      </ol>
    </section>
  );
}

const isNarrow = (): boolean => matchMedia('(max-width: 799px)').matches;

function Item({ severity, field, label, excerpt, message, hint }: ReviewItem): ReactNode {
  const content = (
    <>
      <span className="gaceta-review-place">
        <b>{messages.review.severity[severity]}</b>
        {label}
      </span>
      {excerpt !== undefined && <q>{toQuote(excerpt)}</q>}
      <span>{message}</span>
      <span className="gaceta-review-hint">{hint}</span>
    </>
  );
  if (field === undefined) return <div>{content}</div>;
  const handleClick = (): void => {
    goTo(field, excerpt);
  };
  return (
    <button type="button" onClick={handleClick}>
      {content}
    </button>
  );
}

/** A line of Markdown as a quotation, without its addresses and marks, and not too long. */
function toQuote(line: string): string {
  const text = line
    .replace(/!?\[(?<label>(?:[^\]\\]|\\.)*)\]\([^)]*\)/gu, (_, label: string) => label || '…')
    .replace(/\*\*|^#+ |\\(?=[<{}*_[\]])/gu, '')
    .trim();
  return text.length > 120 ? `${text.slice(0, 120).trimEnd()}…` : text;
}

function countBySeverity(items: readonly ReviewItem[]): Record<ReviewItem['severity'], number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of items) counts[severity] += 1;
  return counts;
}
