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
  for (const { file, text } of documents) {
    const messages = file.endsWith('.json') ? findJsonErrors(text) : await findXmlErrors(file, text);
    failures.push(...messages.map((message) => ({ where: `/${file}`, message })));
  }
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

async function findXmlErrors(file: string, text: string): Promise<string[]> {
  const [, root = ''] = /<([a-z][\w:.-]*)[\s/>]/iu.exec(text.replaceAll(/<!--.*?-->/gsu, '')) ?? [];
  const schema = Object.hasOwn(schemas, root) ? schemas[root] : undefined;
  const xml = { fileName: 'document.xml', contents: text };
  if (schema === undefined) {
    if (!file.endsWith('.svg')) return [`There is no schema for <${root}>.`];
    const { valid, errors, rawOutput } = await validateXML({ xml, normalization: 'c14n' });
    return valid ? [] : toMessages(errors, rawOutput);
  }
  const { valid, errors, rawOutput } = await validateXML({
    xml,
    schema: await readSchema(schema.file),
    extension: schema.extension,
    preload: await Promise.all((schema.imports ?? []).map(readSchema)),
  });
  return valid ? [] : toMessages(errors, rawOutput);
}

interface XmlError {
  readonly message: string;
  readonly loc: null | { readonly lineNumber: number };
}

const toMessages = (errors: readonly XmlError[], output: string): string[] =>
  errors.length === 0
    ? [output]
    : errors.map(({ message, loc }) => `${loc === null ? '' : `${String(loc.lineNumber)}: `}${message}`);

async function readSchema(fileName: string): Promise<XMLFileInfo> {
  return { fileName, contents: await readFile(new URL(`../schemas/${fileName}`, import.meta.url), 'utf8') };
}
