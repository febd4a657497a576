import type { Element } from 'hast';
import { stat, readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { budgets } from '../budgets.ts';
import { find, findAll, getAttribute } from '../html.ts';
import { type Failure, judgeMost, judgeNone, type Measurement, type Outcome } from '../outcome.ts';
import { type Page, type Site, toPath } from '../site.ts';

/** Judges the pictures of the pages and the metadata of every published file. */
export async function checkImages(site: Site): Promise<Outcome[]> {
  const leads: Measurement[] = [];
  for (const page of site.pages) {
    const address = findLeadImage(page);
    const file = site.files.find((name) => address !== undefined && toPath(name) === address);
    if (file !== undefined)
      leads.push({ where: page.path, value: (await stat(path.join(site.dir, file))).size });
  }
  const media = site.files.filter((file) => isMedia(file));
  const positions = await Promise.all(
    media.map(async (file) => findMetadata(file, await readFile(path.join(site.dir, file)))),
  );
  const { width, bytes } = budgets.leadImage;
  return [
    judgeMost(`Lead image, ${String(width)} px wide`, bytes, 'B', leads),
    judgeDimensions(site.pages),
    judgeNone('Published files with metadata of camera or place', media.length, positions.flat()),
  ];
}

/** Pictures without dimensions move what is below them when they arrive; without alt they say nothing. */
export function judgeDimensions(pages: readonly Page[]): Outcome {
  const failures = pages.flatMap(({ path: where, tree }) =>
    findAll(tree, ({ tagName }) => tagName === 'img')
      .filter(
        (image) =>
          !isWhole(image, 'width') || !isWhole(image, 'height') || getAttribute(image, 'alt') === undefined,
      )
      .map((image) => ({
        where,
        message: `${getAttribute(image, 'src') ?? '<img>'} lacks width, height or alt.`,
      })),
  );
  return judgeNone('Images without width, height or alt', pages.length, failures);
}

const isWhole = (image: Element, name: string): boolean =>
  /^[1-9]\d*$/u.test(getAttribute(image, name) ?? '');

/**
 * The address of the lead image that a browser of today takes at the bar's width: of the first source of its
 * picture (the best format); undefined when the page has no lead image.
 */
export function findLeadImage({ tree }: Page): string | undefined {
  const isLead = (element: Element) =>
    element.tagName === 'img' && getAttribute(element, 'fetchPriority') === 'high';
  const picture = find(
    tree,
    (element) => element.tagName === 'picture' && find(element, isLead) !== undefined,
  );
  const image = find(tree, isLead);
  const source = picture && find(picture, ({ tagName }) => tagName === 'source');
  const candidates = [source, image].flatMap((element) => (element && getAttribute(element, 'srcSet')) ?? []);
  const found = candidates
    .flatMap((list) => list.split(/,\s+/u))
    .map((candidate) => candidate.trim().split(/\s+/u))
    .find(([, descriptor]) => descriptor === `${String(budgets.leadImage.width)}w`);
  return found?.[0];
}

const isMedia = (file: string): boolean =>
  /\.(?:avif|webp|jpe?g|png|gif|heic|tiff?|mp4|webm|mov)$/iu.test(file);

/** What a file tells about the camera or the place. Video keeps the place in an atom `©xyz` or `loci`. */
export async function findMetadata(file: string, content: Buffer): Promise<Failure[]> {
  const where = `/${file}`;
  if (/\.(?:mp4|webm|mov)$/iu.test(file))
    return ['\u00A9xyz', 'loci', 'com.apple.quicktime.location']
      .filter((mark) => content.includes(Buffer.from(mark, 'latin1')))
      .map((mark) => ({ where, message: `It holds ${mark}.` }));
  const { exif, xmp, iptc } = await sharp(content).metadata();
  return Object.entries({ exif, xmp, iptc })
    .filter(([, data]) => data !== undefined)
    .map(([name]) => ({ where, message: `It holds ${name} data.` }));
}
