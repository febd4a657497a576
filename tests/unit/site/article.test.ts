import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toContents } from '../../../src/site/contents.ts';
import { toExcerpt } from '../../../src/site/excerpt.ts';
import { toNeighbours } from '../../../src/site/neighbours.ts';
import { countWords, toReadingMinutes } from '../../../src/site/reading-time.ts';
import { toShareAddresses } from '../../../src/site/share.ts';

describe('reading time', () => {
  test.each([
    ['', 0],
    ['Una, dos; ¡tres!', 3],
    ['## Título\n\n- uno\n- **dos**', 3],
    ['Lee [el informe](https://example.org/un/informe-largo) ya', 4],
    ['![dos palabras](/assets/images/posts/x.jpg)', 2],
    ['<Video url="https://youtu.be/x" title="No se lee" />\n\nSí.', 1],
    ['https://example.org/una/direccion', 0],
    ['Q 1,234.50 y 10:30', 4],
  ])('of %j counts %i words', (body, words) => {
    expect(countWords(body)).toBe(words);
  });

  test('is a whole number of minutes, at least one', () => {
    expect([0, 1, 218, 330, 2180].map(toReadingMinutes)).toEqual([1, 1, 1, 2, 10]);
  });

  test('grows with every word', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zñáé]{1,9}$/u)), (words) => {
        expect(countWords(words.join(' '))).toBe(words.length);
      }),
    );
  });
});

describe('contents', () => {
  const sections = ['Uno', 'Dos', 'Tres'].map((text) => ({ id: text.toLowerCase(), text, depth: 2 }));

  test('are the sections of a long text', () => {
    const below = { id: 'x', text: 'Debajo', depth: 3 };
    expect(toContents([...sections, below], 701)).toEqual(sections);
  });

  test('are none for a short text or one of few sections', () => {
    expect(toContents(sections, 700)).toEqual([]);
    expect(toContents(sections.slice(1), 2000)).toEqual([]);
  });
});

describe('the first words of a body', () => {
  test.each([
    ['Edita textos.', 'Edita textos.'],
    [
      '## Título\n\n- lista\n\n<Callout type="dato">\n\nEscribe sobre *agua* y [datos](https://a.org).',
      'Escribe sobre agua y datos.',
    ],
    ['Con una nota[^1] y `código`\nen dos \\* líneas.', 'Con una nota y código en dos * líneas.'],
    ['', ''],
    ['![solo imagen](/x.jpg)', ''],
  ])('of %j are %j', (body, text) => {
    expect(toExcerpt(body)).toBe(text);
  });

  test('are whole sentences where they fit', () => {
    const sentence = 'Una oración que tiene bastantes letras para bastarse a sí misma en la tarjeta.';
    expect(toExcerpt(`${sentence} ${'Y otra más larga todavía que ya no cabe. '.repeat(5)}`, 100)).toBe(
      sentence,
    );
  });

  test('are whole words with an ellipsis where no sentence fits', () => {
    expect(toExcerpt('palabra, '.repeat(40), 30)).toBe('palabra, palabra, palabra…');
  });

  test('are never longer than asked', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        fc.integer({ min: 20, max: 200 }),
        (body, length) => {
          expect(toExcerpt(body, length).length).toBeLessThanOrEqual(length + 1);
        },
      ),
    );
  });
});

test('each post has the one before and the one after as neighbours', () => {
  const [c, b, a] = [{ id: 'c' }, { id: 'b' }, { id: 'a' }];
  const neighbours = toNeighbours([c, b, a]);
  expect(neighbours.get('c')).toEqual({ newer: undefined, older: b });
  expect(neighbours.get('b')).toEqual({ newer: c, older: a });
  expect(neighbours.get('a')).toEqual({ newer: b, older: undefined });
});

describe('an address to share', () => {
  const url = 'https://gaceta.example.org/articulos/ocho-dias/';

  test('holds the title and the address of the article', () => {
    const { whatsapp, email } = toShareAddresses('¿Qué pasó? 50 % & más', url);
    expect(new URL(whatsapp).searchParams.get('text')).toBe(`¿Qué pasó? 50 % & más ${url}`);
    expect(Object.fromEntries(new URL(email).searchParams)).toEqual({
      subject: '¿Qué pasó? 50 % & más',
      body: url,
    });
  });

  test('gives back any title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        const { whatsapp, email } = toShareAddresses(title, url);
        expect(new URL(whatsapp).searchParams.get('text')).toBe(`${title} ${url}`);
        expect(new URL(email).searchParams.get('subject')).toBe(title);
      }),
    );
  });
});
