import { findPrefixFiles, findTermFile, type Manifest, type TermFile, toTopicTerm } from './manifest.ts';
import { isOneLetterOff } from './one-letter.ts';
import { decodePostings } from './postings.ts';
import { stem } from './stem.ts';
import { stopWords } from './stop-words.ts';
import { toWords } from './words.ts';

/** What a reader looks for. */
export interface Query {
  readonly text: string;
  /** Id of a topic; '' for all. */
  readonly topic: string;
  /** Any word will do: for the words of an address that leads nowhere. */
  readonly any?: boolean;
}

/** A word of a query, and the terms of the index that stand for it. */
export interface FoundWord {
  /** Folded. */
  readonly word: string;
  readonly terms: ReadonlySet<string>;
  /** Does the word itself stand nowhere, but one that is a letter off? */
  readonly isGuess: boolean;
}

/** An article that was found. */
interface Hit {
  readonly number: number;
  /** Those of the query that it has. */
  readonly words: readonly FoundWord[];
}

export interface Result {
  /** The best first; of equally good ones the newest. */
  readonly hits: readonly Hit[];
  /** All words of the query that count. */
  readonly words: readonly FoundWord[];
  /** No article has all of the words: these have some. */
  readonly isPartial: boolean;
}

/** Reads a file of terms by its place in the manifest. */
export type ReadTerms = (index: number) => Promise<TermFile>;

/** What a level of a posting is worth: about the weights that index-builder.ts starts its levels at. */
const worth = [0.6, 1, 1.4, 2.1, 3.4, 5.5, 9, 14];

/** Letters after which the beginning of a word finds words. */
const shortestPrefix = 3;
/** A beginning that stands in more files than this finds only the word itself, until more letters come. */
const mostFiles = 2;
const shareOfPrefix = 0.6;
const shareOfGuess = 0.4;
const shortestGuess = 4;

/**
 * Finds articles. The last word of the text counts as unfinished unless something follows it.
 * @param read is asked only for the files that the words need
 * @throws what `read` throws
 */
export async function findArticles(manifest: Manifest, query: Query, read: ReadTerms): Promise<Result> {
  const all = toWords(query.text);
  const distinct = [...new Set(all)].filter((word) => !stopWords.has(word));
  const open = /[\p{L}\p{N}]$/u.test(query.text) ? all.at(-1) : undefined;
  const [members, ...found] = await Promise.all([
    findTopic(manifest, query.topic, read),
    ...distinct.map((word) => findWord(manifest, word, word === open, read)),
  ]);
  const words = found.map(({ word, terms, isGuess }) => ({ word, terms, isGuess }));
  if (found.length === 0) {
    const ofTopic = query.text.trim() === '' ? [...(members ?? [])] : [];
    return {
      hits: ofTopic.sort((a, b) => b - a).map((number) => ({ number, words })),
      words,
      isPartial: false,
    };
  }
  const sums = new Map<number, { score: number; words: FoundWord[] }>();
  found.forEach(({ scores }, index) => {
    const word = words[index];
    if (word === undefined) return;
    for (const [number, score] of scores) {
      if (members !== undefined && !members.has(number)) continue;
      const sum = sums.get(number);
      if (sum === undefined) sums.set(number, { score, words: [word] });
      else {
        sum.score += score;
        sum.words.push(word);
      }
    }
  });
  const complete = [...sums].filter(([, sum]) => sum.words.length === found.length);
  const isPartial = query.any === true || complete.length === 0;
  const hits = (isPartial ? [...sums] : complete)
    .sort(([a, one], [b, other]) => other.score * other.words.length - one.score * one.words.length || b - a)
    .map(([number, sum]) => ({ number, words: sum.words }));
  return { hits, words, isPartial: isPartial && found.length > 1 && hits.length > 0 };
}

async function findTopic(
  manifest: Manifest,
  topic: string,
  read: ReadTerms,
): Promise<ReadonlySet<number> | undefined> {
  if (topic === '') return undefined;
  const term = toTopicTerm(topic);
  const file = await read(findTermFile(manifest, term));
  return new Set(
    toPairs(file)
      .flatMap(([key, text]) => (key === term ? decodePostings(text) : []))
      .map(({ doc }) => doc),
  );
}

type FoundScores = FoundWord & { readonly scores: ReadonlyMap<number, number> };

async function findWord(
  manifest: Manifest,
  word: string,
  isOpen: boolean,
  read: ReadTerms,
): Promise<FoundScores> {
  const term = stem(word);
  const own = findTermFile(manifest, term);
  const open = isOpen && word.length >= shortestPrefix ? findPrefixFiles(manifest, word) : [];
  const files = new Set([own, ...(open.length <= mostFiles ? open : [])]);
  const pairs = (await Promise.all([...files].map(read))).flatMap(toPairs);
  const toShare = (key: string): number => {
    if (key === term) return 1;
    return open.length > 0 && key.startsWith(word) ? shareOfPrefix : 0;
  };
  const hits = pairs.filter(([key]) => toShare(key) > 0);
  const isGuess = hits.length === 0 && term.length >= shortestGuess;
  const guesses = isGuess ? pairs.filter(([key]) => !key.startsWith('#') && isOneLetterOff(key, term)) : [];
  const scores = new Map<number, number>();
  for (const [key, text] of isGuess ? guesses : hits) {
    const postings = decodePostings(text);
    const rarity = Math.log(1 + manifest.count / postings.length);
    const share = isGuess ? shareOfGuess : toShare(key);
    for (const { doc, level } of postings) {
      scores.set(doc, Math.max(scores.get(doc) ?? 0, (worth[level] ?? 0) * rarity * share));
    }
  }
  const terms = new Set((isGuess ? guesses : hits).map(([key]) => key));
  return { word, terms, isGuess: isGuess && terms.size > 0, scores };
}

const toPairs = (file: TermFile): (readonly [term: string, postings: string])[] =>
  file.flatMap((text, index) => (index % 2 === 0 ? [[text, file[index + 1] ?? ''] as const] : []));
