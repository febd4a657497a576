import { readFile } from 'node:fs/promises';
import { validateXML, type XMLFileInfo } from 'xmllint-wasm';
import { type Failure, judgeNone, type Outcome } from '../outcome.ts';
import { readText, type Site } from '../site.ts';
import { jsonFeed } from './json-feed.ts';
import type { TextDocument } from './links.ts';

/** Judges feeds and sitemaps by their schemas (src/audit/schemas), and every other XML file by its form. */
export async function checkSchemas(site: Site): Promise<Outcome[]> {
  const documents = await Promise.all(
    site.files
      .filter((file) => /\.(?:xml|svg)$/u.test(file) || /(?:^|\/)feed\.json$/u.test(file))
      .map(async (file) => ({ file, text: await readText(site, file) })),
  );
  return judgeSchemas(documents);
}

/** @param documents feeds, sitemaps and other XML by file name */
export async function judgeSchemas(documents: readonly TextDocument[]): Promise<Outcome[]> {
  const failures: Failure[] = [];
  const bySchema = new Map<XmlSchema | undefined, TextDocument[]>();
  for (const document of documents) {
    const { file, text } = document;
    if (file.endsWith('.json'))
      failures.push(...findJsonErrors(text).map((message) => ({ where: `/${file}`, message })));
    else {
      const root = findRoot(text);
      const schema = Object.hasOwn(schemas, root) ? schemas[root] : undefined;
      if (schema === undefined && !file.endsWith('.svg'))
        failures.push({ where: `/${file}`, message: `There is no schema for <${root}>.` });
      bySchema.set(schema, [...(bySchema.get(schema) ?? []), document]);
    }
  }
  for (const [schema, some] of bySchema) failures.push(...(await findXmlErrors(schema, some)));
  return [judgeNone('Feeds and sitemaps by their schemas', documents.length, failures)];
}

function findJsonErrors(text: string): string[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return [`It is no JSON: ${error instanceof Error ? error.message : String(error)}`];
  }
  const { success, error } = jsonFeed.safeParse(value);
  return success ? [] : error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

interface XmlSchema {
  readonly extension: 'schema' | 'relaxng';
  readonly file: string;
  readonly imports?: readonly string[];
}

/** By the name of the root element. */
const schemas: Readonly<Record<string, XmlSchema>> = {
  rss: { extension: 'relaxng', file: 'rss.rng' },
  feed: { extension: 'relaxng', file: 'atom.rng' },
  urlset: {
    extension: 'schema',
    file: 'sitemap.xsd',
    imports: ['sitemap-news.xsd', 'sitemap-image.xsd', 'sitemap-link.xsd'],
  },
  sitemapindex: {
    extension: 'schema',
    file: 'sitemap.xsd',
    imports: ['sitemap-news.xsd', 'sitemap-image.xsd', 'sitemap-link.xsd'],
  },
};

const findRoot = (text: string): string =>
  /<([a-z][\w:.-]*)[\s/>]/iu.exec(text.replaceAll(/<!--.*?-->/gsu, ''))?.[1] ?? '';

/** All documents of a schema at once: each call starts a program. Without a schema they need only be well formed. */
async function findXmlErrors(
  schema: XmlSchema | undefined,
  documents: readonly TextDocument[],
): Promise<Failure[]> {
  const xml = documents.map(({ text }, index) => ({ fileName: toName(index), contents: text }));
  const { valid, errors, rawOutput } = await validateXML(
    schema === undefined
      ? { xml, normalization: 'c14n' }
      : {
          xml,
          schema: await readSchema(schema.file),
          extension: schema.extension,
          preload: await Promise.all((schema.imports ?? []).map(readSchema)),
        },
  );
  if (valid) return [];
  const names = new Map(documents.map(({ file }, index) => [toName(index), `/${file}`]));
  // Messages without a place sum up those that have one.
  const failures = errors.flatMap(({ message, loc }) =>
    loc === null
      ? []
      : [
          {
            where: names.get(loc.fileName) ?? loc.fileName,
            message: `${String(loc.lineNumber)}: ${message}`,
          },
        ],
  );
  return failures.length === 0 ? [{ where: 'XML', message: rawOutput }] : failures;
}

const toName = (index: number): string => `${String(index)}.xml`;

async function readSchema(fileName: string): Promise<XMLFileInfo> {
  return { fileName, contents: await readFile(new URL(`../schemas/${fileName}`, import.meta.url), 'utf8') };
}
