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
  const [isOpen, setOpen] = useState(true);
  const { title, count, collapse, expand, close } = messages.review;
  return (
    <section className="gaceta-review" aria-labelledby="gaceta-review-title">
      <header>
        <h2 id="gaceta-review-title">{title}</h2>
        <p>{count(countBySeverity(items))}</p>
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
        <button type="button" onClick={onClose}>
          {close}
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

function Item({ severity, field, label, excerpt, message, hint }: ReviewItem): ReactNode {
  const content = (
    <>
      <span className="gaceta-review-place">
        <b>{messages.review.severity[severity]}</b>
        {label}
      </span>
      {excerpt !== undefined && <q>{shorten(excerpt)}</q>}
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

const shorten = (text: string): string => (text.length > 140 ? `${text.slice(0, 140).trimEnd()}…` : text);

function countBySeverity(items: readonly ReviewItem[]): Record<ReviewItem['severity'], number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of items) counts[severity] += 1;
  return counts;
}
