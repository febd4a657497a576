import en from 'decap-cms-locales/dist/esm/en/index.js';
import { expect, test } from 'vitest';
import { phrases } from '../../../src/admin/locale/phrases.ts';

/** What is the same word in both languages. */
const sameInBoth = new Set([
  'editor.editorWidgets.markdown.markdown',
  'ui.toast.onFailToAuth',
  'workflow.workflowCard.lastChangeNoAuthor',
]);

interface Phrases {
  readonly [key: string]: string | Phrases;
}

const flatten = (tree: Phrases, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[path + key, value] satisfies [string, string]]
      : flatten(value, `${path}${key}.`),
  );

const english = new Map(flatten(en));
const spanish = new Map(flatten(phrases));

test('every phrase of the installed Decap is there in Spanish', () => {
  expect([...english.keys()].filter((key) => !spanish.has(key))).toEqual([]);
});

test('no phrase is left in English', () => {
  const same = [...english].filter(([key, text]) => spanish.get(key) === text && !sameInBoth.has(key));
  expect(same).toEqual([]);
});

test('no phrase is left over from an older Decap', () => {
  expect([...spanish.keys()].filter((key) => !english.has(key))).toEqual([]);
});

test('every phrase uses only the values that Decap gives it', () => {
  const values = (text = '') => new Set(text.match(/%\{\w+\}/gu));
  const wrong = [...spanish].filter(([key, text]) => !values(text).isSubsetOf(values(english.get(key))));
  expect(wrong).toEqual([]);
});
