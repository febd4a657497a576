import type { Article, TermFile } from './manifest.ts';

/** A file of the index could not be read: no connection, or a page that is older than the site. */
export class SearchError extends Error {
  override readonly name = 'SearchError';
}

const texts = new Map<string, Promise<unknown>>();

/** Reads a file once; one that failed is asked for again. */
function readJson(path: string): Promise<unknown> {
  const known = texts.get(path);
  if (known !== undefined) return known;
  const reading = load(path).catch((cause: unknown) => {
    texts.delete(path);
    throw cause;
  });
  texts.set(path, reading);
  return reading;
}

async function load(path: string): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(path);
  } catch (cause) {
    throw new SearchError(`${path} cannot be reached.`, { cause });
  }
  if (!response.ok) throw new SearchError(`${path} answers ${String(response.status)}.`);
  return response.json();
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

const isArticle = (value: unknown): value is Article => isTexts(value) && value.length >= 6;

/** @throws SearchError */
export async function readTerms(path: string): Promise<TermFile> {
  const file = await readJson(path);
  if (!isTexts(file)) throw new SearchError(`${path} holds no terms.`);
  return file;
}

/** @throws SearchError */
export async function readArticles(path: string): Promise<readonly Article[]> {
  const file = await readJson(path);
  if (!Array.isArray(file) || !file.every(isArticle)) throw new SearchError(`${path} holds no articles.`);
  return file;
}
