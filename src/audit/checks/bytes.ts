import { budgets } from '../budgets.ts';
import { compress } from '../compress.ts';
import { judgeMost, type Outcome } from '../outcome.ts';
import { countPostWords, type Page, type Site } from '../site.ts';

const toBrotliSize = ({ html }: Page): number => compress(Buffer.from(html)).length;

/** What the HTML of posts and of the front page costs, without images. */
export function judgeBytes({ pages }: Pick<Site, 'pages'>): Outcome[] {
  const posts = pages.filter((page) => page.kind === 'post' && countPostWords(page) <= budgets.post.words);
  const home = pages.filter(({ kind }) => kind === 'home');
  const measure = (some: readonly Page[], toValue: (page: Page) => number) =>
    some.map((page) => ({ where: page.path, value: toValue(page) }));
  return [
    judgeMost('Post page, HTML, brotli', budgets.post.brotliBytes, 'B', measure(posts, toBrotliSize)),
    judgeMost(
      'Post page, HTML, raw',
      budgets.post.rawBytes,
      'B',
      measure(posts, ({ html }) => Buffer.byteLength(html)),
    ),
    judgeMost('Home, HTML, brotli', budgets.home.brotliBytes, 'B', measure(home, toBrotliSize)),
  ];
}
