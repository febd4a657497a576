import { brotliCompressSync } from 'node:zlib';
import type { Post } from '../../content-schema/index.ts';
import { buildIndex, type SearchIndex, type SearchPost } from '../../src/search/index.ts';
import { toFileName } from '../../src/search/manifest.ts';
import { findArticles } from '../../src/search/query.ts';
import { toWords } from '../../src/search/words.ts';
import { toTopicId } from '../../src/site/topics.ts';
import { hasDataset, loadLegacyPosts } from './legacy-posts.ts';

// `npm run bench -- search`: what a search sends and takes as the site grows. The posts are made of
// the sentences and the words of the real ones, with rare words of their own; without them there is nothing to measure.

const queries = ['presupuesto', 'transparencia municipal', 'ley de acceso a la informacion', 'elecciones'];
const resultsShown = 8;

const toBytes = (text: string): number => brotliCompressSync(text).length;
const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

/** The same numbers in every run: https://en.wikipedia.org/wiki/Lehmer_random_number_generator */
function createRandom(): () => number {
  let state = 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

async function loadRealPosts(): Promise<SearchPost[]> {
  return (await loadLegacyPosts('posts')).map(({ name, values }) => {
    const tags = Array.isArray(values['tags']) ? values['tags'].map(String) : [];
    const data: Post = {
      title: String(values['title']),
      image: '',
      description: String(values['description'] ?? ''),
      autor: String(values['autor'] ?? ''),
      date: '2026-01-01T12:00:00Z',
      highlight: false,
      tags,
      body: String(values['body']),
    };
    return {
      id: name.replace(/\.md$/u, ''),
      data,
      day: '2026-01-01',
      topics: tags.map((tag) => ({ id: toTopicId(tag), name: tag })),
    };
  });
}

function synthesize(real: readonly SearchPost[], count: number): SearchPost[] {
  const random = createRandom();
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const take = <T>(length: number, list: readonly T[]): T[] => Array.from({ length }, () => pick(list));
  const sentences = real
    .flatMap(({ data }) => data.body.split(/(?<=[.!?])\s+/u))
    .filter((text) => text.length < 600);
  const vocabulary = [...new Set(sentences.flatMap((text) => text.match(/\p{L}{4,}/gu) ?? []))];
  const syllables = 'ba ce di fo gu la me ni po ru sa te vi zo cho lla que tri pla cro'.split(' ');
  const rare = Array.from({ length: 40_000 }, () => take(2 + Math.floor(random() * 4), syllables).join(''));
  return Array.from({ length: count }, (_, index) => {
    const { data, topics } = pick(real);
    const title = take(9, vocabulary).join(' ');
    const names = Array.from({ length: 25 }, () => rare[Math.floor(rare.length * random() ** 3)] ?? '');
    return {
      id: `2026-01-01-${title.toLowerCase().replaceAll(' ', '-')}-${String(index)}`,
      data: {
        ...data,
        title,
        description: take(22, vocabulary).join(' '),
        body: `${take(12 + Math.floor(random() * 20), sentences).join('\n\n')}\n\n${names.join(' ')}`,
      },
      day: '2026-01-01',
      topics,
    };
  });
}

/** Bytes of index files that a first search for a query asks for: of its terms, and of what it shows. */
async function measureTransfer({ manifest, files }: SearchIndex, text: string): Promise<number> {
  const asked = new Set<string>();
  const read = (name: string): string[] => {
    asked.add(name);
    return JSON.parse(files.get(name) ?? '[]') as string[];
  };
  // As a reader types it, a letter at a time.
  for (let end = 1; end <= text.length; end += 1) {
    if (/(?:^|\s)[^\s]{1,2}$/u.test(text.slice(0, end))) continue;
    const { hits } = await findArticles(manifest, { text: text.slice(0, end), topic: '' }, (index) =>
      Promise.resolve(read(toFileName(manifest.terms, index))),
    );
    if (end < text.length) continue;
    for (const { number } of hits.slice(0, resultsShown)) {
      read(toFileName(manifest.articles, Math.floor(number / manifest.size)));
    }
  }
  return [...asked].reduce((sum, name) => sum + toBytes(files.get(name) ?? ''), 0);
}

async function measure(posts: readonly SearchPost[]): Promise<void> {
  const start = process.cpuUsage();
  const index = buildIndex(posts);
  const { user, system } = process.cpuUsage(start);
  const { manifest, files } = index;
  const sizes = manifest.starts.map((_, place) =>
    toBytes(files.get(toFileName(manifest.terms, place)) ?? ''),
  );
  console.log(
    `${String(posts.length)} posts of ${String(Math.round(posts.reduce((sum, { data }) => sum + toWords(data.body).length, 0) / posts.length))} words:`,
    `index in ${((user + system) / 1e6).toFixed(1)} s of CPU, ${String(files.size)} files,`,
    `of terms ${String(sizes.length)} with at most ${kilobytes(Math.max(...sizes))},`,
    `manifest in the page ${kilobytes(toBytes(JSON.stringify(manifest)))}`,
  );
  for (const query of queries) {
    console.log(
      `  «${query}», typed, ${String(resultsShown)} results:`,
      kilobytes(await measureTransfer(index, query)),
    );
  }
  const before = buildIndex(posts.slice(1)).files;
  const changed = [...files.keys()].filter((name) => !before.has(name)).length;
  console.log(`  one more post: ${String(changed)} files are new`);
}

/** Prints what searches send, for sites of 12, 32, 1,000 and 10,000 posts. */
export async function benchSearch(): Promise<void> {
  if (!hasDataset) throw new Error('The real posts (../shared/dataset) are not here.');
  const real = await loadRealPosts();
  for (const posts of [real.slice(0, 12), real, synthesize(real, 1000), synthesize(real, 10_000)])
    await measure(posts);
}
