/** What a reader's page may cost: the bars of the site, in one place. A kilobyte is 1,000 bytes. */
export const budgets = {
  post: {
    /** Longer posts are measured and listed, but the bars below are those of a post of 800 words. */
    words: 850,
    brotliBytes: 6_000,
    rawBytes: 20_000,
    elements: 300,
  },
  home: { brotliBytes: 7_000 },
  /** The search page, its script and the index that its first search needs, compressed. */
  search: { brotliBytes: 60_000 },
  /** Of scripts and fonts, on every page but search. */
  activeBytes: 0,
  leadImage: { width: 720, bytes: 25_000 },
  lighthouse: { score: 100, runs: 5 },
  /** Milliseconds on Lighthouse's simulated slow 4G. */
  largestPaint: { text: 800, image: 1_000 },
  layoutShift: 0,
  /** CSS pixels, both ways. */
  target: { any: 24, navigation: 44 },
  widths: { narrow: 320, wide: 1280 },
} as const;
