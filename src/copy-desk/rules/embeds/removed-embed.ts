import { embeds } from '../../messages/embeds.ts';
import type { Edit, Problem, Rule } from '../../rule.ts';
import { toDeletions } from './placement.ts';
import { readSnippet } from './read-snippet.ts';
import { withEdits } from './repair.ts';
import { findSnippets } from './snippets.ts';

const { removed, unclear } = embeds;

type TextEdit = Extract<Edit, { start: number }>;

/** Scripts, advertisements and frames without a page: they go, and what they were from is told. */
export const removedEmbed: Rule = {
  id: 'removed-embed',
  done: removed.done,
  *find({ body, tree }, { url }) {
    const found: [Problem, TextEdit[]][] = [];
    for (const snippet of findSnippets(body, tree)) {
      const reading = readSnippet(snippet, url);
      const { start } = snippet;
      const base = { severity: 'error', path: ['body'], start } as const;
      if (reading.kind === 'unclear') {
        yield { ...base, message: unclear.message(reading.source), hint: unclear.hint };
      } else if (reading.kind === 'removal') {
        const message = removed[reading.what](reading.source);
        found.push([{ ...base, message, hint: removed.hint }, toRemoval(body, snippet)]);
      }
    }
    yield* withEdits(body, tree, found);
  },
};

/** Alone on its lines it goes with the blank lines after it, or before it at the end. */
function toRemoval(body: string, { start, end }: { start: number; end: number }): TextEdit[] {
  const before = /(?:^|\n[ \t]*\n)[ \t]*$/u.exec(body.slice(0, start));
  const after = /^[ \t]*(?:$|\n\s*)/u.exec(body.slice(end));
  const path = ['body'];
  if (before === null || after === null) return toDeletions(body, [{ start, end }]);
  const isLast = end + after[0].length === body.length;
  if (isLast) return [{ path, start: body.slice(0, start).trimEnd().length, end: body.length, text: '' }];
  return [
    {
      path,
      start: start - (/[ \t]*$/u.exec(before[0])?.[0].length ?? 0),
      end: end + after[0].length,
      text: '',
    },
  ];
}
