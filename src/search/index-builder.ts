import { createHash } from 'node:crypto';
import type { Post } from '../../content-schema/index.ts';
import { readBody } from './body-text.ts';
import { type Article, type Manifest, nameLength, toTopicTerm } from './manifest.ts';
import { encodePostings, type Posting } from './postings.ts';
import { toTermGroups } from './term-files.ts';
import { toTerms } from './words.ts';

/** A published post, and what the site makes of it. */
export interface SearchPost {
  readonly id: string;
  readonly data: Post;
  /** The day of publication in the time zone of the site, YYYY-MM-DD. */
  readonly day: string;
  readonly topics: readonly { readonly id: string; readonly name: string }[];
}

export interface SearchIndex {
  readonly manifest: Manifest;
  /** JSON texts by name; a name is a digest of its text. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * What each part of a post counts for a term that stands in it; however often a term stands in the body, it
 * counts less there than once in the title.
 */
const weights = { title: 8, topics: 5, author: 4, description: 3, headings: 2.5, address: 1, body: 2 };

/** Where the levels 1 to 7 of a posting begin, in these weights. */
const steps = [0.8, 1.2, 1.7, 2.6, 4.5, 7, 11];

/** Words of a body of ordinary length. */
const ordinaryLength = 500;

/** Results of a large site stand in as many files as there are results: small ones cost less. */
const articlesInFile = 8;
const descriptionLength = 180;

/**
 * The index of the search as small files that a browser reads on its own. It holds nothing of a post but what
 * readers see on its page.
 * @param published newest first
 */
export function buildIndex(published: readonly SearchPost[]): SearchIndex {
  const posts = published.toReversed();
  const terms = toPostings(posts);
  const files = new Map<string, string>();
  const add = (content: unknown): string => {
    const text = JSON.stringify(content);
    const name = toName(text);
    files.set(name, text);
    return name;
  };
  const groups = toTermGroups(
    [...terms]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([term, postings]) => [term, encodePostings(postings)]),
  );
  const articles = posts.map(toArticle);
  const chunks = Array.from({ length: Math.ceil(articles.length / articlesInFile) }, (_, index) =>
    articles.slice(index * articlesInFile, (index + 1) * articlesInFile),
  );
  return {
    manifest: {
      count: posts.length,
      size: articlesInFile,
      starts: groups.map(({ start }) => start),
      terms: groups.map((group) => add(group.terms.flat())).join(''),
      articles: chunks.map(add).join(''),
    },
    files,
  };
}

/** A name for a text: 41 bits of its SHA-256 in the digits and letters of every file system. */
const toName = (text: string): string =>
  BigInt(`0x${createHash('sha256').update(text).digest('hex').slice(0, 24)}`)
    .toString(36)
    .slice(-nameLength)
    .padStart(nameLength, '0');

function toPostings(posts: readonly SearchPost[]): Map<string, Posting[]> {
  const terms = new Map<string, Posting[]>();
  const add = (term: string, posting: Posting): void => {
    const known = terms.get(term);
    if (known === undefined) terms.set(term, [posting]);
    else known.push(posting);
  };
  const toTermsOf = rememberTerms();
  posts.forEach((post, doc) => {
    for (const [term, weight] of weigh(post, toTermsOf)) {
      add(term, { doc, level: steps.filter((step) => step <= weight).length });
    }
    for (const id of new Set(post.topics.map((topic) => topic.id))) add(toTopicTerm(id), { doc, level: 0 });
  });
  return terms;
}

/** How much a post is about each of its terms. */
function weigh({ id, data, topics }: SearchPost, termsOf: (text: string) => string[]): Map<string, number> {
  const found = new Map<string, number>();
  const count = (text: string, weight: number): void => {
    for (const term of new Set(termsOf(text))) found.set(term, (found.get(term) ?? 0) + weight);
  };
  const body = readBody(data.body);
  count(data.title, weights.title);
  count([...topics.map(({ name }) => name), ...(data.tags ?? [])].join('\n'), weights.topics);
  count(data.autor, weights.author);
  count(data.description, weights.description);
  count(body.headings, weights.headings);
  count([id.replace(/^\d{4}-\d\d-\d\d-/u, ''), ...(data.aliases ?? [])].join('\n'), weights.address);
  const { imageAlt = '', imageCaption = '', imageCredit = '', corrections = [] } = data;
  const texts = [body.text, imageAlt, imageCaption, imageCredit, ...corrections.map(({ text }) => text)];
  for (const [term, share] of toShares(termsOf(texts.join('\n')))) {
    found.set(term, (found.get(term) ?? 0) + weights.body * share);
  }
  return found;
}

/**
 * How much of a text each of its terms is, below 1: as BM25 has it, with the usual constants.
 * https://doi.org/10.1561/1500000019
 */
function toShares(all: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of all) counts.set(term, (counts.get(term) ?? 0) + 1);
  const length = 0.25 + (0.75 * all.length) / ordinaryLength;
  return new Map([...counts].map(([term, times]) => [term, times / (times + 1.2 * length)]));
}

/** Signs that stand in no word; not those that may: full stop, comma, apostrophe, hyphen. */
const separator = /[\s()[\]«»"“”¿?¡!:;…—–/|*_#]+/u;

/** `toTerms` for long texts, which reads each run of signs once. */
function rememberTerms(): (text: string) => string[] {
  const known = new Map<string, string[]>();
  const read = (run: string): string[] => {
    const terms = toTerms(run);
    known.set(run, terms);
    return terms;
  };
  return (text) => {
    const all: string[] = [];
    for (const run of text.split(separator)) {
      for (const term of known.get(run) ?? read(run)) all.push(term);
    }
    return all;
  };
}

function toArticle({ id, data, day, topics }: SearchPost): Article {
  const names = [...new Set(topics.map(({ name }) => name))];
  return [id, data.title, shorten(data.description), day, data.autor, data.language ?? '', ...names];
}

const shorten = (text: string): string =>
  text.length <= descriptionLength ? text : `${text.slice(0, descriptionLength).replace(/\s+\S*$/u, '')}…`;
