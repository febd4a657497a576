import { type ReactNode, useId } from 'react';
import type { ChangedEntry } from '../pull.ts';
import { messages } from './messages.ts';

interface Props {
  readonly entries: readonly ChangedEntry[];
  /** By index. */
  readonly chosen: number;
  readonly onChange: (index: number) => void;
}

/** Which of several entries is shown; nothing for one. */
export function EntryChoice({ entries, chosen, onChange }: Props): ReactNode {
  const id = useId();
  if (entries.length < 2) return null;
  return (
    <p className="v-entries">
      <label htmlFor={id}>{messages.entry.choose}</label>{' '}
      <select
        id={id}
        value={chosen}
        onChange={({ currentTarget }) => {
          onChange(Number(currentTarget.value));
        }}
      >
        {entries.map(({ report }, index) => (
          <option key={index} value={index}>
            {report.title}
          </option>
        ))}
      </select>
    </p>
  );
}
