import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Component,
  type ComponentName,
  components,
  parseTag,
  serializeElement,
} from '../../../content-schema/index.ts';
import { markdownImage } from '../../../src/admin/editor-components/markdown-image.ts';
import {
  parseBlock,
  serializeBlock,
  toEditorComponent,
} from '../../../src/admin/editor-components/to-editor-component.ts';

const all = Object.entries<Component>(components) as [ComponentName, Component][];
const patterns = new Map(all.map(([name, component]) => [name, toEditorComponent(name, component).pattern]));

/** What Decap takes for the block at the start of a text; as it does, without flags. */
const match = (name: ComponentName, text: string): string | undefined =>
  new RegExp(patterns.get(name)?.source ?? '^').exec(text)?.[0];

const value = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map((text) => text.normalize('NFC'));
const paragraph = fc
  .array(fc.constantFrom('Hola', '**mundo**', '<Figure />', '{x}', 'a < b', '- uno', '> cita', '```', '"'), {
    minLength: 1,
    maxLength: 6,
  })
  .map((words) => words.join(' '));
const markdown = fc.array(paragraph, { maxLength: 4 }).map((parts) => parts.join('\n\n'));

const block = fc.constantFrom(...all).chain(([name, { fields, children }]) =>
  fc.record({
    name: fc.constant(name),
    attributes: fc.dictionary(fc.constantFrom(...Object.keys(fields)), value),
    children: children === undefined ? fc.constant(undefined) : fc.option(markdown, { nil: undefined }),
  }),
);

describe('a block of the editor', () => {
  test('comes from the text as it went into it', () => {
    fc.assert(
      fc.property(block, ({ name, attributes, children }) => {
        const data = { ...attributes, ...(children === undefined ? {} : { children: children.trim() }) };
        const text = serializeBlock(name, data);
        expect(match(name, `${text}\n\nDespués.`)).toBe(text);
        expect(match(name, text)).toBe(text);
        expect(parseBlock(text)).toEqual(data);
        expect(serializeBlock(name, parseBlock(text))).toBe(text);
      }),
    );
  });

  test('is whatever content-schema writes', () => {
    fc.assert(
      fc.property(block, ({ name, attributes, children }) => {
        const text = serializeElement({ name, attributes, ...(children === undefined ? {} : { children }) });
        expect(match(name, text)).toBe(text);
      }),
    );
  });

  test.each([
    ['<Figure image="/a.jpg"   alt="b"/>', { image: '/a.jpg', alt: 'b' }],
    ['<Figure alt="de &quot;cerca&quot;" image="/a.jpg" />  ', { alt: 'de "cerca"', image: '/a.jpg' }],
    ['<Callout type="dato">\n\nUno.\n\nDos.\n\n</Callout>', { type: 'dato', children: 'Uno.\n\nDos.' }],
    ['<Callout type="dato">\n\n</Callout>', { type: 'dato', children: '' }],
    ['<Callout type="dato">\n \nUno.\n \n</Callout> ', { type: 'dato', children: 'Uno.' }],
    ['<Callout type="dato" />', { type: 'dato' }],
  ])('is read from %j as people write it', (text, data) => {
    const name = text.startsWith('<Figure') ? 'Figure' : 'Callout';
    expect(match(name, `${text}\n\nDespués.`)).toBe(text);
    expect(parseBlock(text)).toEqual(data);
  });

  test.each([
    ['an attribute that its form would lose', '<Figure image="/a.jpg" width="3" />'],
    ['an expression', '<Figure image={foto} />'],
    ['text on the same line', '<Figure image="/a.jpg" /> y ya'],
    ['text on the next line', '<Figure image="/a.jpg" />\ny ya'],
    ['text before it', 'Mira <Figure image="/a.jpg" />'],
    ['an indent', '  <Figure image="/a.jpg" />'],
  ])('is no tag with %s', (_, text) => {
    expect(match('Figure', text)).toBeUndefined();
  });

  test.each([
    ['without its closing tag', '<Callout type="dato">\n\nUno.\n\nDos.'],
    ['without blank lines inside', '<Callout type="dato">\nUno.\n</Callout>'],
    ['with another one inside', '<Callout type="dato">\n\n<Callout type="aviso">\n\nUno.\n\n</Callout>'],
  ])('is no box %s', (_, text) => {
    expect(match('Callout', text)).toBeUndefined();
  });

  test('ends at its own closing tag', () => {
    const first = '<Callout type="dato">\n\nUno.\n\n</Callout>';
    expect(match('Callout', `${first}\n\nEntre.\n\n<Callout type="aviso">\n\nDos.\n\n</Callout>`)).toBe(
      first,
    );
  });

  test('is a tag by the rules of content-schema too', () => {
    fc.assert(
      fc.property(block, ({ name, attributes, children }) => {
        const [line = ''] = serializeBlock(name, {
          ...attributes,
          ...(children === undefined ? {} : { children }),
        }).split('\n');
        expect(parseTag(line)?.name).toBe(name);
      }),
    );
  });

  test('does not take long over a text without an end', () => {
    const started = performance.now();
    match('Callout', `<Callout type="dato">\n\n${'Línea.\n\n'.repeat(20_000)}`);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test.each(all)('%s has the form that content-schema gives it', (name, component) => {
    const { label, fields } = toEditorComponent(name, component);
    expect(label).toBe(component.label);
    const keys = [...Object.keys(component.fields), ...(component.children ? ['children'] : [])];
    expect(fields?.map((field) => ('name' in field ? field.name : undefined))).toEqual(keys);
  });

  test('shows what readers will see, and no markup of its own text', () => {
    const { toPreview } = toEditorComponent('Callout', components.Callout);
    const preview = toPreview({ type: 'dato', children: 'Uno **y** <script>' });
    expect(preview).toContain('callout dato');
    expect(preview).toContain('<strong>y</strong> &lt;script&gt;');
  });
});

describe('an image of plain Markdown', () => {
  const { pattern, fromBlock, toBlock } = markdownImage;
  const read = (text: string): unknown => {
    const found = pattern.exec(text);
    return found?.[0] === text ? fromBlock(found) : undefined;
  };

  test.each([
    [
      '![Una foto](/assets/images/posts/foto.jpg)',
      { alt: 'Una foto', image: '/assets/images/posts/foto.jpg' },
    ],
    ['![](https://example.org/a.png)', { alt: '', image: 'https://example.org/a.png' }],
    ['![a](/b.jpg "c")', { alt: 'a', image: '/b.jpg', title: 'c' }],
  ])('is read from %s and written back', (text, data) => {
    expect(read(text)).toEqual(data);
    expect(toBlock(data)).toBe(text);
  });

  test.each(['![a](/b.jpg) y texto', '![con \\] escape](/b.jpg)', '![a](</con espacio.jpg>)'])(
    'stays Markdown in %s',
    (text) => {
      expect(read(text)).toBeUndefined();
    },
  );

  test('is written so that it is read again', () => {
    fc.assert(
      fc.property(value, value, (alt, image) => {
        const text = toBlock({ alt, image });
        expect(read(text)).toBeDefined();
      }),
    );
  });
});
