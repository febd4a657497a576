import { embeds } from '../../messages/embeds.ts';
import type { Edit, Problem, Rule } from '../../rule.ts';
import { place } from './placement.ts';
import { type Reading, readSnippet } from './read-snippet.ts';
import { withEdits } from './repair.ts';
import { findSnippets, type Snippet } from './snippets.ts';

const { message, hint, done } = embeds.embed;

/** Frames and snippets of services that are HTML: they become our blocks, which need no script. */
export const embed: Rule = {
  id: 'embed',
  done,
  *find({ body, tree }, { url }) {
    if (!body.includes('<')) return;
    const readings = new Map<Snippet, Extract<Reading, { kind: 'embed' }>>();
    for (const snippet of findSnippets(body, tree)) {
      const reading = readSnippet(snippet, url);
      if (reading.kind === 'embed') readings.set(snippet, reading);
    }
    const found = place(body, tree, [...readings.keys()], (snippet) => readings.get(snippet)?.markdown ?? '')
      .map((placement) => {
        const titles = placement.snippets.map((snippet) => readings.get(snippet)?.title ?? '');
        const start = placement.snippets[0]?.start ?? 0;
        return [
          { severity: 'error', path: ['body'], start, message: message(titles), hint },
          placement.edits,
        ] as const satisfies [Problem, readonly Edit[]];
      })
      .sort(([a], [b]) => a.start - b.start);
    yield* withEdits(body, tree, found);
  },
};
