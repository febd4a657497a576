import fc from 'fast-check';
import { type Collection, type Fields, toWidgets, type Values } from '../../../content-schema/index.ts';
import { bodies } from './markdown.ts';

const fragments = [
  ...[
    '"',
    "'",
    ':',
    ': ',
    '#',
    ' #',
    '# ',
    '- ',
    '-',
    '? ',
    '|',
    '>',
    '|-',
    '%',
    '@',
    '`',
    '&a',
    '*a',
    '!',
    '!!str a',
    '~',
  ],
  ...[
    'yes',
    'no',
    'on',
    'off',
    'y',
    'null',
    'Null',
    'true',
    'FALSE',
    '1e3',
    '0o17',
    '0x1F',
    '007',
    '1_000',
    '.inf',
    '12:30:45',
  ],
  ...[
    '2026-03-04',
    '2026-03-04T08:30:00Z',
    '---',
    '...',
    '{',
    '}',
    '[',
    ']',
    ',',
    '<<',
    '=',
    '\\',
    '\\n',
    '\\u00e1',
    '$&',
    '%20',
  ],
  ...[
    ' ',
    '  ',
    '\t',
    '\n',
    '\n\n',
    '\n---\n',
    '\n  a',
    '\u00a0',
    '\ufeff',
    '\u2028',
    '\u200b',
    '\u0301',
    'é',
    'ñ',
    '«',
    '»',
  ],
  ...['👩🏽‍🚀', '🇬🇹', 'importante', 'a', 'B', '0', '{{title}}', '<b>', '</script>', '&amp;', '&#123;', '"""'],
];

/** Text full of what YAML, MDX and templates give a meaning to. */
const awkward = fc.oneof(
  fc.array(fc.constantFrom(...fragments), { minLength: 1, maxLength: 10 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
  fc.constantFrom(...fragments),
);

/** At least one text that each pattern of the schema takes. */
const samples = fc.constantFrom(
  ...[
    '/assets/images/posts/a.png',
    '/assets/images/posts/año 2026/mercado (1).jpg',
    '/assets/images/posts/..a/b..c.webp',
  ],
  ...[
    'https://example.org/a?b={c}#d',
    'https://a.b',
    'https://ejemplo.org/ñ/`a`',
    '/',
    '/a/#b',
    '/blog/titulo-viejo',
  ],
  ...[
    'a@b',
    "nombre.o'hara+x@dominio.org",
    '#0b5d7a',
    '#FFFFFF',
    'es',
    'es-GT',
    'Ana Lucía Méndez',
    'a: b # c',
  ],
);

/** An ISO date-time, with any precision, offset and Z. */
const dateTimes = fc
  .tuple(
    fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
    fc.constantFrom('', ':30', ':30.1', ':30.123', ':30.123456789'),
    fc.constantFrom('Z', '+00:00', '-06:00', '+05:30', '-23:59'),
  )
  .map(([date, seconds, offset]) => `${date.toISOString().slice(0, 16)}${seconds}${offset}`);

const normalized = (text: string): string => text.normalize('NFC').replace(/\r\n?/gu, '\n');

/** A widget of Decap's form, as far as these tests look at it. */
export interface FormWidget {
  readonly name: string;
  readonly label?: string;
  readonly widget?: string;
  readonly required?: boolean;
  readonly pattern?: readonly [RegExp, string];
  readonly options?: readonly { readonly label: string; readonly value: string }[];
  readonly field?: FormWidget;
  readonly fields?: readonly FormWidget[];
}

export const toForm = (fields: Fields): FormWidget[] => toWidgets(fields) as unknown as FormWidget[];

type Passes = (value: unknown) => boolean;

function toArbitrary(
  { widget, field, fields = [], options = [], pattern: [regex] = [/$/u, ''] }: FormWidget,
  passes: Passes,
): fc.Arbitrary<unknown> {
  switch (widget) {
    case 'list':
      return fc
        .array(field === undefined ? toRecord(fields) : toArbitrary(field, anything), {
          minLength: 1,
          maxLength: 3,
        })
        .filter(passes);
    case 'object':
      return toRecord(fields).filter(passes);
    case 'boolean':
      return fc.boolean();
    case 'datetime':
      return dateTimes.filter(passes);
    case 'select':
      return fc.constantFrom(...options.map(({ value }) => value));
    case 'markdown':
      return bodies;
    default:
      return fc.oneof(awkward.map(normalized), samples).filter((text) => regex.test(text) && passes(text));
  }
}

const anything: Passes = () => true;

const toRecord = (widgets: readonly FormWidget[]): fc.Arbitrary<Values> =>
  fc.record(Object.fromEntries(widgets.map((widget) => [widget.name, toArbitrary(widget, anything)])));

/** Values that the schema of some fields allows, with any of the optional ones absent. */
export function toValues(fields: Fields): fc.Arbitrary<Values> {
  const arbitraries = Object.fromEntries(
    toForm(fields).map((widget) => [
      widget.name,
      toArbitrary(widget, (value) => fields[widget.name]?.schema.safeParse(value).success ?? false),
    ]),
  );
  const requiredKeys = Object.keys(fields).filter((key) => !fields[key]?.schema.safeParse(undefined).success);
  return fc.record(arbitraries, { requiredKeys });
}

/** Entries that the schema of a collection allows. */
export const toEntries = (collection: Collection): fc.Arbitrary<Values> => toValues(collection.fields);
