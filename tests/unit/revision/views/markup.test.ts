import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { Conversation } from '../../../../src/revision/views/Conversation.tsx';
import { FindingsView } from '../../../../src/revision/views/FindingsView.tsx';
import { TextView } from '../../../../src/revision/views/TextView.tsx';
import { toEntry, toPull, withBody } from './sample-pull.ts';

// What is typed and not sent is kept by the browser.
vi.stubGlobal('sessionStorage', { getItem: () => null });

/** What is read, a line for each element. */
const toWords = (markup: string): string => markup.replaceAll(/<[^>]+>/gu, ' ').replaceAll(/\s+/gu, ' ');

const onComment = (): Promise<void> => Promise.resolve();

test('words that came and went are marked as such, and said', () => {
  const entry = toEntry(
    withBody('La reunión fue el martes por la tarde.'),
    withBody('La reunión fue el miércoles por la tarde.'),
  );
  const markup = renderToStaticMarkup(createElement(TextView, { pull: toPull([entry]), onComment }));
  expect(markup).toMatch(/<del><span class="v-unseen">se quitó: <\/span>martes/u);
  expect(markup).toMatch(/<ins><span class="v-unseen">se agregó: <\/span>miércoles/u);
  expect(toWords(markup)).toContain('Comentar este párrafo (Párrafo 1)');
});

test('a paragraph that moved says where it was', () => {
  const blocks = ['Primer párrafo, largo.', 'El segundo es otro.', 'Aquí está el tercero de todos.'];
  const [first = '', second = '', third = ''] = blocks;
  const entry = toEntry(withBody(first, second, third), withBody(third, first, second));
  expect(toWords(renderToStaticMarkup(createElement(TextView, { pull: toPull([entry]) })))).toContain(
    'venía del párrafo 3',
  );
});

test('twelve paragraphs without changes are folded away', () => {
  const kept = Array.from({ length: 12 }, (_, index) => `Párrafo que se queda, ${String(index)}.`);
  const entry = toEntry(withBody(...kept), withBody(...kept, 'Uno nuevo.'));
  const markup = renderToStaticMarkup(createElement(TextView, { pull: toPull([entry]) }));
  expect(markup).toContain('<summary>12 párrafos sin cambios</summary>');
});

test('a new article is read without marks: there is nothing to compare it with', () => {
  const markup = renderToStaticMarkup(
    createElement(TextView, { pull: toPull([toEntry(undefined, withBody('Todo nuevo.', 'También esto.'))]) }),
  );
  expect(markup).not.toContain('<ins>');
  expect(toWords(markup)).toContain('También esto.');
});

test('what people wrote is text and never markup', () => {
  const reviewComments = [
    {
      id: 1,
      user: { login: 'rosa' },
      body: '> Uno.\n\n<img src=x onerror=alert(1)>',
      path: 'src/content/posts/2026-01-01-a.mdx',
      line: null,
      commit_id: 'abc',
      created_at: '2026-01-02T10:00:00Z',
      html_url: '',
    },
  ];
  const pull = toPull([toEntry(withBody('Uno.', 'Dos.'), withBody('Uno.', 'Dos y más.'))], {
    reviewComments,
  });
  for (const view of [createElement(TextView, { pull }), createElement(Conversation, { pull })]) {
    const markup = renderToStaticMarkup(view);
    expect(markup).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(markup).toContain('Rosa Revisora');
  }
});

test('findings stand in the order of what they ask for: new ones, the rest, what is settled', () => {
  const finding = (message: string) => ({
    rule: 'a',
    severity: 'warning' as const,
    location: { file: 'a.mdx', line: 3, column: 1 },
    message,
    hint: 'Corrígelo.',
  });
  const findings = { new: [finding('Nuevo.')], remaining: [finding('Viejo.')], fixed: [finding('Ido.')] };
  const words = toWords(
    renderToStaticMarkup(createElement(FindingsView, { pull: toPull([], { findings }) })),
  );
  expect(words.indexOf('Nuevo.')).toBeLessThan(words.indexOf('Viejo.'));
  expect(words.indexOf('Viejo.')).toBeLessThan(words.indexOf('Ido.'));
  expect(words).toContain('línea 3');
});
