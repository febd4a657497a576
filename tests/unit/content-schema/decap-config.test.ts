import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import {
  type Collection,
  collections,
  components,
  type Field,
  isFolder,
  toCmsConfig,
  toFormatName,
} from '../../../content-schema/index.ts';
import { type FormWidget, toForm, toValues } from './arbitraries.ts';
import { runs } from './markdown.ts';

vi.setConfig({ testTimeout: 120_000 });

// Decap's own validator of configurations, without the registries that need a browser. Widgets register the
// schemas below; the rest of what these modules hold is about formats and translations, which are not used.
const widgets = ['list', 'object', 'select', 'datetime', 'markdown', 'relation', 'image', 'file'];
const { schemas } = vi.hoisted(() => ({ schemas: [] as { name: string; schema: unknown }[] }));
vi.mock('decap-cms-core/dist/esm/lib/registry.js', () => ({ getWidgets: () => schemas }));
vi.mock('decap-cms-core/dist/esm/lib/i18n.js', () => ({
  I18N_STRUCTURE: { one: 'one' },
  I18N_FIELD: { one: 'one' },
}));
vi.mock('decap-cms-core/dist/esm/formats/formats.js', () => ({
  frontmatterFormats: ['yaml-frontmatter', 'toml-frontmatter', 'json-frontmatter'],
  extensionFormatters: { yml: {}, yaml: {}, toml: {}, json: {}, md: {}, markdown: {}, html: {} },
}));

/** A module of Decap that has no types. */
const load = async <M>(path: string): Promise<M> => (await import(path)) as M;

const options = { backend: { name: 'github' as const, repo: 'a/b' }, siteUrl: 'https://gaceta.example.org' };
const config = toCmsConfig(options);

describe('toCmsConfig', () => {
  test('is a configuration that Decap takes', async () => {
    const { validateConfig } = await load<{ validateConfig: (config: unknown) => void }>(
      'decap-cms-core/dist/esm/constants/configSchema.js',
    );
    schemas.push({ name: 'string', schema: {} });
    for (const name of widgets) {
      const { default: schema } = await load<{ default: unknown }>(
        `decap-cms-widget-${name}/dist/esm/schema.js`,
      );
      schemas.push({ name, schema });
    }
    expect(() => {
      validateConfig(config);
    }).not.toThrow();
    vi.spyOn(console, 'error').mockReturnValue();
    expect(() => {
      validateConfig({ ...config, collections: [{ ...config.collections[0], view_groups: [] }] });
    }).toThrow("'collections[0].view_groups' must NOT have fewer than 1 items");
  });

  test('has every collection, where its files are and in its own format', () => {
    expect(config.collections).toEqual(
      Object.values(collections).map(
        (collection: Collection) =>
          expect.objectContaining({
            name: collection.name,
            label: collection.label,
            format: toFormatName(collection),
            ...(isFolder(collection)
              ? { folder: collection.folder, extension: 'mdx', create: true }
              : { files: [expect.objectContaining({ file: collection.file })] }),
          }) as unknown,
      ),
    );
  });

  test('offers authors by the field that is stored', () => {
    const autor = toForm(collections.posts.fields).find(({ name }) => name === 'autor');
    expect(autor).toMatchObject({ widget: 'relation', collection: 'authors', value_field: 'name' });
    expect(Object.keys(collections.authors.fields)).toContain('name');
  });

  test('names only fields that exist', () => {
    for (const collection of Object.values<Collection>(collections).filter(isFolder)) {
      const named = [
        collection.identifier,
        ...(collection.sortable ?? []),
        ...(collection.filters ?? []).map(({ field }) => field),
        ...(collection.groups ?? []).map(({ field }) => field),
      ];
      expect(named.filter((key) => !Object.hasOwn(collection.fields, key))).toEqual([]);
    }
  });

  test("begins the file name with the day that the date's own text says", async () => {
    const { compileStringTemplate } = await load<{
      compileStringTemplate: (...parts: unknown[]) => string;
    }>('decap-cms-lib-widgets/dist/esm/stringTemplate.js');
    const { sanitizeSlug } = await load<{ sanitizeSlug: (text: string, options: unknown) => string }>(
      'decap-cms-core/dist/esm/lib/urlHelper.js',
    );
    const { fromJS } = await load<{ fromJS: (value: unknown) => unknown }>('immutable');
    const toSlug = (title: string, date: string): string =>
      compileStringTemplate(
        collections.posts.slug,
        new Date(date),
        title,
        fromJS({ title, date }),
        (segment: string) => sanitizeSlug(segment.toLowerCase(), config.slug),
      );
    expect(toSlug('¿Qué pasó? 🚀 Así', '2026-05-12T23:30:00-06:00')).toBe('2026-05-12-que-paso-asi');
    expect(toSlug('a', '2026-05-12T00:30:00.000+05:30')).toBe('2026-05-12-a');
    expect(toSlug('a', '2026-05-12T00:30:00Z')).toBe('2026-05-12-a');
  });
});

/** Does Decap's form let a value through? Required means not empty, a pattern is not tested on what is empty. */
function isTaken(
  { required = true, pattern, options, widget, field, fields = [] }: FormWidget,
  value: unknown,
): boolean {
  if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return !required;
  if (widget === 'list' && Array.isArray(value)) {
    return value.every((item: unknown) => isTaken(field ?? { name: 'item', widget: 'object', fields }, item));
  }
  if (widget === 'object')
    return fields.every((each) => isTaken(each, (value as Record<string, unknown>)[each.name]));
  if (widget === 'select') return options?.some((option) => option.value === value) ?? false;
  return pattern === undefined || RegExp(pattern[0]).test(String(value));
}

/** Every field with its widget, the ones in lists and groups too. */
function* walkWidgets(path: string, widget: FormWidget): Generator<[path: string, widget: FormWidget]> {
  yield [path, widget];
  if (widget.field !== undefined) yield* walkWidgets(`${path}.item`, widget.field);
  for (const each of widget.fields ?? []) yield* walkWidgets(`${path}.${each.name}`, each);
}

const groups: [name: string, fields: Readonly<Record<string, Field>>][] = [
  ...Object.values(collections).map(({ name, fields }): [string, Readonly<Record<string, Field>>] => [
    name,
    fields,
  ]),
  ...Object.entries(components).map(([name, component]): [string, Readonly<Record<string, Field>>] => [
    name,
    { ...component.fields, ...('children' in component ? { children: component.children } : {}) },
  ]),
];
const all = groups.flatMap(([name, fields]) =>
  toForm(fields).flatMap((widget) => [...walkWidgets(`${name}.${widget.name}`, widget)]),
);
const leaves = groups.flatMap(([name, fields]) =>
  Object.entries(fields).map(([key, { schema, widget }]) => ({
    path: `${name}.${key}`,
    schema,
    widget: { ...widget, name: key } as unknown as FormWidget,
  })),
);

describe('the form and the schema', () => {
  test.each(all)('%s has a label and a rule that the form knows', (_, widget) => {
    expect(widget.label).toMatch(/\S/u);
    switch (widget.widget) {
      case 'string':
      case 'text':
      case 'relation':
      case 'image':
      case 'file':
        expect(widget.pattern).toEqual([expect.any(RegExp), expect.stringMatching(/\.$/u)]);
        // A sticky or global expression would remember the last value.
        expect(widget.pattern?.[0].flags).not.toMatch(/[gy]/u);
        break;
      case 'select':
        expect(widget.options).not.toEqual([]);
        break;
      case 'list':
        expect(widget.field ?? widget.fields).toBeDefined();
        break;
      case 'object':
        expect(widget.fields).toBeDefined();
        // Decap asks for the fields in a group whether it is required or not.
        expect(widget.required).not.toBe(false);
        break;
      default:
        expect(['boolean', 'datetime', 'markdown']).toContain(widget.widget);
    }
  });

  test.each(groups)('%s has the same keys in both', (_, fields) => {
    expect(toForm(fields).map(({ name }) => name)).toEqual(Object.keys(fields));
  });

  test.each(leaves)(
    '$path may be left out of the file where the form may leave it empty',
    ({ schema, widget }) => {
      expect(schema.safeParse(undefined).success).toBe(isTaken(widget, ''));
    },
  );

  test.each(leaves.filter(({ widget }) => widget.pattern !== undefined))(
    '$path takes the same text in both',
    ({ schema, widget }) => {
      const fragments = [
        'a',
        ' ',
        'é',
        '🚀',
        '\n',
        '\t',
        '\u0007',
        '\u2028',
        '\ud800',
        '/',
        'https://',
        '.',
        '@',
        '#0b5d7a',
        'es-GT',
      ];
      const limits = [1, 2, 3, 40, 60, 100, 125, 200, 300, 500, 1000, 5000].flatMap((limit) => [
        limit - 1,
        limit,
        limit + 1,
      ]);
      const texts = fc.oneof(
        fc
          .tuple(fc.constantFrom('a', '🚀', 'ñ'), fc.constantFrom(...limits))
          .map(([unit, length]) => unit.repeat(length)),
        fc
          .array(fc.constantFrom(...fragments, '/assets/images/posts/', '..'), { maxLength: 8 })
          .map((parts) => parts.join('')),
        fc.string({ unit: 'binary', maxLength: 8 }),
      );
      fc.assert(
        fc.property(
          texts.map((text) => text.normalize('NFC')).filter((text) => text !== ''),
          (text) => {
            expect(schema.safeParse(text).success).toBe(isTaken(widget, text));
          },
        ),
        runs(300),
      );
    },
  );

  test.each(groups)('what the schema of %s allows, the form lets through', (_, fields) => {
    fc.assert(
      fc.property(toValues(fields), (values) => {
        const refused = toForm(fields).filter((widget) => !isTaken(widget, values[widget.name]));
        expect(refused.map(({ name }) => name)).toEqual([]);
      }),
      runs(100),
    );
  });

  test.each(leaves.filter(({ widget }) => widget.widget === 'select'))(
    '$path takes every option',
    ({ schema, widget }) => {
      expect(widget.options?.filter(({ value }) => !schema.safeParse(value).success)).toEqual([]);
    },
  );
});
