/** Texts of fewer words are alike too easily. */
const fewestWords = 30;
/** Share of the runs of three words of both that they have in common (Jaccard). */
const leastAlike = 0.8;
const runLength = 3;

/** 16 bands of 4: two texts that are 80 % alike meet in one with a probability of 99.98 %. */
const bandCount = 16;
const bandSize = 4;
/** More in one band are texts that share a form; comparing with some of them will do. */
const mostInBand = 16;

/**
 * For every text the index of another one that says nearly the same, or undefined. Of many that are alike any
 * is named. Time grows with the length of all texts and not with its square: MinHash with bands
 * (Leskovec, Rajaraman, Ullman: Mining of Massive Datasets, 3.3 and 3.4).
 */
export function findNearDuplicates(texts: readonly string[]): readonly (number | undefined)[] {
  const others: (number | undefined)[] = texts.map(() => undefined);
  const pair = (one: number, other: number): void => {
    others[one] ??= other;
    others[other] ??= one;
  };
  const firsts = new Map<string, number>();
  const runs = new Map<number, Uint32Array>();
  const bands = new Map<string, number[]>();
  texts.forEach((text, index) => {
    const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    if (words.length < fewestWords) return;
    const key = words.join(' ');
    const first = firsts.get(key);
    if (first !== undefined) {
      pair(index, first);
      return;
    }
    firsts.set(key, index);
    const own = toRuns(words);
    runs.set(index, own);
    const candidates = new Set<number>();
    for (const band of toBands(own)) {
      const members = bands.get(band) ?? [];
      for (const member of members) candidates.add(member);
      if (members.length < mostInBand) bands.set(band, [...members, index]);
    }
    for (const candidate of candidates) {
      if (!areAlike(own, runs.get(candidate) ?? new Uint32Array())) continue;
      pair(index, candidate);
      break;
    }
  });
  return others;
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}

/** Hashes of all runs of three words, each once, ascending. */
function toRuns(words: readonly string[]): Uint32Array {
  const hashes = words.map(hash);
  const runs = new Set<number>();
  for (let start = 0; start + runLength <= hashes.length; start++) {
    let run = 0;
    for (let index = start; index < start + runLength; index++) {
      run = Math.imul(run ^ (hashes[index] ?? 0), 0x9e3779b1);
      run ^= run >>> 15;
    }
    runs.add(run >>> 0);
  }
  return Uint32Array.from(runs).sort();
}

/** Odd multipliers: each makes another order of all numbers of 32 bits. */
const multipliers = Array.from(
  { length: bandCount * bandSize },
  (_, index) => hash(`order ${String(index)}`) | 1,
);

function toBands(runs: Uint32Array): string[] {
  const smallest = multipliers.map((multiplier) => {
    let least = 0xffffffff;
    for (const run of runs) {
      let value = Math.imul(run, multiplier);
      value = Math.imul(value ^ (value >>> 16), 0x85ebca6b) >>> 0;
      if (value < least) least = value;
    }
    return least;
  });
  return Array.from({ length: bandCount }, (_, band) =>
    [band, ...smallest.slice(band * bandSize, (band + 1) * bandSize)].join(' '),
  );
}

/** Both ascending. */
function areAlike(one: Uint32Array, other: Uint32Array): boolean {
  let common = 0;
  for (let a = 0, b = 0; a < one.length && b < other.length;) {
    const [left = 0, right = 0] = [one[a], other[b]];
    if (left === right) common++;
    if (left <= right) a++;
    if (right <= left) b++;
  }
  return common >= leastAlike * (one.length + other.length - common);
}
