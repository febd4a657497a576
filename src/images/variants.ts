/** An uploaded image, as far as its derived sizes depend on it. Width and height in pixels, as shown. */
export interface Original {
  readonly sha: string;
  readonly width: number;
  readonly height: number;
  /** Does anything show through it? */
  readonly alpha: boolean;
  /** Does it move? */
  readonly animated?: boolean | undefined;
  /** Its colours from top to bottom, as CSS colours with commas between: what stands there until it is loaded. */
  readonly colors?: string | undefined;
}

/** An image that is not published, as a preview shows it: what is not known of it is left out. */
export interface UnpublishedImage {
  /** Where the browser has it: `blob:`, `data:` or an address. */
  readonly url: string;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly alpha?: boolean | undefined;
  readonly animated?: boolean | undefined;
  readonly colors?: string | undefined;
}

/** `anim.webp` moves; the others show the first picture of an animation. */
export type Format = 'avif' | 'webp' | 'jpg' | 'anim.webp';

/** What a page shows of an image. */
interface Shown {
  /** Site path; of an image that is not published, its address. */
  readonly path: string;
  readonly width: number;
}

/** One derived size. Its name says everything that is needed to make it: blob, width, format. */
interface Variant extends Shown {
  readonly name: string;
  readonly height: number;
}

export interface VariantPlan<V extends Shown = Shown> {
  /** Narrow to wide; at least one. */
  readonly avif: readonly V[];
  /** For browsers without AVIF; undefined when the fallback is WebP itself. */
  readonly webp: V | undefined;
  /** For browsers without either, feeds and link previews: JPEG, or WebP where something shows through. */
  readonly fallback: V;
  /** The moving picture, of an image that moves. */
  readonly animation: V | undefined;
}

/** The site path below which derived sizes are published. */
export const variantFolder = '/_img/';

const widths: readonly number[] = [360, 720, 1080, 1440];

/** Of an animation every picture counts: one width has to do. */
const animationWidth = 720;

/**
 * The sizes to publish of an image: those of `wanted` that are narrower than the original, and the width of
 * the original itself where it is less than the widest wanted. Nothing is ever enlarged. Browsers without
 * AVIF get the middle one, the narrower of two: they are few, and every address costs all readers bytes.
 * An image that is not published is its own only size.
 * @param wanted in pixels, narrow to wide; at least one
 */
export function planVariants(image: Original, wanted?: readonly number[]): VariantPlan<Variant>;
export function planVariants(image: Original | UnpublishedImage, wanted?: readonly number[]): VariantPlan;
export function planVariants(
  image: Original | UnpublishedImage,
  wanted: readonly number[] = widths,
): VariantPlan {
  if ('url' in image) return planUnpublished(image);
  const widest = Math.min(image.width, Math.max(...wanted));
  const narrower = wanted.filter((width) => width < widest);
  const middle = Math.min(image.width, wanted[Math.floor((wanted.length - 1) / 2)] ?? widest);
  return {
    avif: [...narrower, widest].map((width) => toVariant(image, width, 'avif')),
    webp: image.alpha ? undefined : toVariant(image, middle, 'webp'),
    fallback: toVariant(image, middle, image.alpha ? 'webp' : 'jpg'),
    animation: image.animated
      ? toVariant(image, Math.min(image.width, animationWidth), 'anim.webp')
      : undefined,
  };
}

function planUnpublished({ url, width = 1, alpha, animated }: UnpublishedImage): VariantPlan {
  const only = { path: url, width };
  return {
    avif: [only],
    webp: alpha ? undefined : only,
    fallback: only,
    animation: animated ? only : undefined,
  };
}

function toVariant({ sha, width: full, height }: Original, width: number, format: Format): Variant {
  const name = `${sha}-${String(width)}.${format}`;
  return {
    name,
    path: `${variantFolder}${name}`,
    width,
    height: Math.max(1, Math.round((height * width) / full)),
  };
}

const variantName =
  /^(?<sha>[0-9a-f]{40}(?:[0-9a-f]{24})?)-(?<width>[1-9][0-9]{0,3})\.(?<format>avif|webp|jpg|anim\.webp)$/u;

/** What the name of a derived size says, or undefined when it is no such name. */
export function parseVariantName(
  name: string,
): { readonly sha: string; readonly width: number; readonly format: Format } | undefined {
  const groups = variantName.exec(name)?.groups;
  const { sha, width, format } = groups ?? {};
  if (sha === undefined || width === undefined || format === undefined) return undefined;
  return { sha, width: Number(width), format: format as Format };
}

/** The names of derived sizes that a published text mentions. */
export function findVariantNames(text: string): string[] {
  const found = text.matchAll(/\/_img\/([0-9a-f]{40,64}-[0-9]{1,4}\.(?:avif|webp|jpg|anim\.webp))/gu);
  return [...found].flatMap(([, name]) => (name !== undefined && parseVariantName(name) ? [name] : []));
}
