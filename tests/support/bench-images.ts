import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import sharp, { type AvifOptions, type Sharp } from 'sharp';

const run = promisify(execFile);

// As derive-variant.ts has it.
sharp.concurrency(1);

/** What the lead image of an article is on most phones. */
const width = 720;

interface Setting {
  readonly name: string;
  readonly encode: (image: Sharp) => Sharp;
}

const settings: readonly Setting[] = [
  ...[2, 3, 4, 5].flatMap((effort) => [30, 40, 50, 60].map((quality) => toAvif({ quality, effort }))),
  ...[30, 40, 50, 60].map((quality) => toAvif({ quality, effort: 3, chromaSubsampling: '4:2:0' })),
  toAvif({ quality: 50, effort: 3, tune: 'ssim' }),
  ...[55, 65, 75].map((quality) => ({
    name: `webp ${String(quality)}`,
    encode: (image: Sharp) => image.webp({ quality }),
  })),
  ...[65, 72, 80].map((quality) => ({
    name: `jpeg ${String(quality)}`,
    encode: (image: Sharp) => image.jpeg({ quality, mozjpeg: true }),
  })),
];

function toAvif({ quality, effort, chromaSubsampling = '4:4:4', tune = 'iq' }: AvifOptions): Setting {
  return {
    name: `avif ${String(quality)}, effort ${String(effort)}, ${chromaSubsampling}, ${tune}`,
    encode: (image) => image.avif({ quality, effort, chromaSubsampling, tune }),
  };
}

interface Result {
  readonly bytes: number;
  /** Of all threads, in milliseconds: what a build that does nothing else would wait, times its cores. */
  readonly cpu: number;
  /** Butteraugli, 3-norm: 0 is the same picture, below 1 hardly anybody sees a difference. */
  readonly distance: number;
}

/**
 * Prints what encoder settings cost and give on the JPEG and PNG files of a folder: bytes and time against the
 * distance that Butteraugli sees, on sRGB at 720 pixels.
 * @throws Error when there is none or no butteraugli_main (Debian: libjxl-devtools)
 */
export async function benchImages(folder: string): Promise<void> {
  const files = (await readdir(folder, { recursive: true }))
    .filter((file) => /\.(?:jpe?g|png)$/iu.test(file))
    .sort()
    .map((file) => path.join(folder, file));
  const scratch = await mkdtemp(path.join(tmpdir(), 'gaceta-bench-images-'));
  try {
    const results = new Map<string, Result[]>();
    for (const [index, file] of files.entries()) {
      const pixels = sharp(await readFile(file), { failOn: 'none' })
        .autoOrient()
        .resize({ width, withoutEnlargement: true })
        .flatten({ background: '#fff' });
      const reference = path.join(scratch, `${String(index)}.png`);
      await writeFile(reference, await pixels.png({ compressionLevel: 1 }).toBuffer());
      for (const { name, encode } of settings) {
        const before = process.cpuUsage();
        const encoded = await encode(sharp(reference)).toBuffer();
        const { user, system } = process.cpuUsage(before);
        const distance = await measureDistance(reference, encoded, scratch);
        const result = { bytes: encoded.length, cpu: (user + system) / 1000, distance };
        results.set(name, [...(results.get(name) ?? []), result]);
      }
    }
    if (results.size === 0) throw new Error(`There is no JPEG or PNG in ${folder}.`);
    console.log(`${String(files.length)} pictures, ${String(width)} pixels wide`);
    console.log(`${'setting'.padEnd(32)} KB mean  KB most  ms CPU  distance mean  worst`);
    for (const [name, all] of results) console.log(`${name.padEnd(32)} ${toColumns(all)}`);
  } finally {
    await rm(scratch, { recursive: true });
  }
}

async function measureDistance(reference: string, encoded: Buffer, scratch: string): Promise<number> {
  const decoded = path.join(scratch, 'decoded.png');
  await sharp(encoded).png({ compressionLevel: 1 }).toFile(decoded);
  const { stdout } = await run('butteraugli_main', [reference, decoded]);
  return Number(/3-norm: (?<distance>[\d.]+)/u.exec(stdout)?.groups?.['distance']);
}

function toColumns(results: readonly Result[]): string {
  const mean = (pick: (result: Result) => number): number =>
    results.reduce((sum, result) => sum + pick(result), 0) / results.length;
  const most = (pick: (result: Result) => number): number => Math.max(...results.map(pick));
  return [
    (mean(({ bytes }) => bytes) / 1000).toFixed(1).padStart(7),
    (most(({ bytes }) => bytes) / 1000).toFixed(1).padStart(8),
    mean(({ cpu }) => cpu)
      .toFixed(0)
      .padStart(7),
    mean(({ distance }) => distance)
      .toFixed(2)
      .padStart(14),
    most(({ distance }) => distance)
      .toFixed(2)
      .padStart(6),
  ].join(' ');
}
