import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import {
  type ComponentName,
  components,
  componentSchemas,
  findTags,
  parseTag,
  serializeElement,
  toMdx,
} from '../../../content-schema/index.ts';
import { toValues } from './arbitraries.ts';
import { parseMdx, runs, walk } from './markdown.ts';

vi.setConfig({ testTimeout: 120_000 });

const names = Object.keys(components) as ComponentName[];

const toAttributes = (name: ComponentName): fc.Arbitrary<Record<string, string>> =>
  toValues(components[name].fields).map((values) =>
    Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)])),
  );

describe.each(names)('an element %s', (name) => {
  test('gives back the attributes that were written to it', () => {
    fc.assert(
      fc.property(toAttributes(name), (attributes) => {
        const source = serializeElement({ name, attributes });
        expect(parseTag(source)).toEqual({ kind: 'self', name, attributes });
        expect(componentSchemas[name].safeParse(parseTag(source)?.attributes).success).toBe(true);
      }),
      runs(300),
    );
  });

  test('has the same attributes for the parser that renders it', () => {
    fc.assert(
      fc.property(toAttributes(name), (attributes) => {
        const source = serializeElement({ name, attributes });
        expect(toMdx(source)).toBe(source);
        const element = [...walk(parseMdx(source))].find(({ type }) => type === 'mdxJsxFlowElement');
        const read = element?.attributes?.map((attribute) => [attribute.name, attribute.value]) ?? [];
        expect(Object.fromEntries(read)).toEqual(attributes);
      }),
      runs(300),
    );
  });

  test('has its attributes in the order of the form', () => {
    const attributes = Object.fromEntries(
      Object.keys(components[name].fields)
        .reverse()
        .map((key) => [key, 'a']),
    );
    const keys = [...serializeElement({ name, attributes }).matchAll(/ (?<key>\w+)=/gu)].map(
      ({ groups }) => groups?.['key'],
    );
    expect(keys).toEqual(Object.keys(components[name].fields));
  });
});

describe('serializeElement', () => {
  test('writes nothing that could end the attribute or start code', () => {
    const attributes = { image: '/a', alt: '"<>{}`&\n\t', caption: '' };
    expect(serializeElement({ name: 'Figure', attributes })).toBe(
      '<Figure image="/a" alt="&quot;&lt;>&#123;&#125;&#96;&amp;&#10;&#9;" />',
    );
  });

  test('puts children between tags that stand alone', () => {
    const source = serializeElement({
      name: 'Callout',
      attributes: { type: 'dato' },
      children: '\nHola **tú**.\n',
    });
    expect(source).toBe('<Callout type="dato">\n\nHola **tú**.\n\n</Callout>');
    expect(findTags(source).map(({ kind }) => kind)).toEqual(['open', 'close']);
  });
});

describe('parseTag', () => {
  test.each([
    ['references', '<Figure alt="&amp;&quot;&lt;&gt;&apos;&#65;&#x42;" />', '&"<>\'AB'],
    [
      'unknown references',
      '<Figure alt="&constructor;&eacute;&#9999999;&;" />',
      '&constructor;&eacute;&#9999999;&;',
    ],
  ])('reads %s', (_, source, alt) => {
    expect(parseTag(source)).toEqual({ kind: 'self', name: 'Figure', attributes: { alt } });
  });

  test.each([
    '<Script />',
    '<constructor />',
    '<Figure {...a} />',
    '<Figure alt={a} />',
    "<Figure alt='a' />",
    '<Figure alt />',
    '<Figure alt="{" />',
    '<Figure alt="a>',
    '<Figure>',
    '</Figure>',
    '</Callout type="dato">',
    '<Callout type="dato"> a',
    ' <Callout>',
    '<Callout\n>',
    '<a.b />',
    '< Figure />',
  ])('does not read %s', (source) => {
    expect(parseTag(source)).toBeUndefined();
  });
});
