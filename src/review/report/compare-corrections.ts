import { compareWords } from '../compare-words.ts';
import { toText } from '../field-text.ts';
import { isRecord, isSame } from '../merge.ts';
import { pairItems } from '../match-items.ts';
import type { CorrectionChange } from './types.ts';

/** What became of the notes that tell readers what was corrected. */
export function compareCorrections(before: unknown, after: unknown): CorrectionChange[] {
  const [olds, nows] = [toNotes(before), toNotes(after)];
  const pairs = pairItems(olds, nows);
  const paired = new Set(pairs.values());
  return [
    ...olds.flatMap((old, index): CorrectionChange[] => {
      const now = nows[pairs.get(index) ?? -1];
      if (now === undefined) return [{ kind: 'removed', date: old.date, parts: compareWords(old.text, '') }];
      return isSame(old, now)
        ? []
        : [{ kind: 'changed', date: now.date, parts: compareWords(old.text, now.text) }];
    }),
    ...nows.flatMap((now, index): CorrectionChange[] =>
      paired.has(index) ? [] : [{ kind: 'added', date: now.date, parts: compareWords('', now.text) }],
    ),
  ];
}

const dateField = { name: 'date', label: '', widget: 'datetime' };

function toNotes(value: unknown): { date: string; text: string }[] {
  const notes = Array.isArray(value) ? value.filter(isRecord) : [];
  return notes.map(({ date, text }) => ({ date: toText(dateField, date) ?? '', text: String(text ?? '') }));
}
