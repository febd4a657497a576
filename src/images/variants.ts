/** An uploaded image, as far as its derived sizes depend on it. Width and height in pixels, as shown. */
export interface Original {
  readonly sha: string;
  readonly width: number;
  readonly height: number;
  readonly alpha: boolean;
}

export type Format = 'avif' | 'webp' | 'jpg';

/** One derived size. Its name says everything that is needed to make it: blob, width, format. */
interface Variant {
  readonly name: string;
  /** Site path. */
  readonly path: string;
  readonly width: number;
  readonly height: number;
}

export interface VariantPlan {
  /** Narrow to wide; at least one. */
  readonly avif: readonly Variant[];
  /** For browsers without AVIF, feeds and link previews. */
  readonly fallback: Variant;
}

/** The site path below which derived sizes are published. */
export const variantFolder = '/_img/';

const widths: readonly number[] = [360, 720, 1080, 1440];

const fallbackWidth = 720;

/**
 * The sizes to publish of an image: those of `wanted` that are narrower than the original, and the width of
 * the original itself where it is less than the widest wanted. Nothing is ever enlarged.
 */
export function planVariants(image: Original, wanted: readonly number[] = widths): VariantPlan {
  const widest = Math.min(image.width, Math.max(...wanted));
  const narrower = wanted.filter((width) => width < widest);
  return {
    avif: [...narrower, widest].map((width) => toVariant(image, width, 'avif')),
    fallback: toVariant(image, Math.min(image.width, fallbackWidth), image.alpha ? 'webp' : 'jpg'),
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
  /^(?<sha>[0-9a-f]{40}(?:[0-9a-f]{24})?)-(?<width>[1-9][0-9]{0,3})\.(?<format>avif|webp|jpg)$/u;

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
  const found = text.matchAll(/\/_img\/([0-9a-f]{40,64}-[0-9]{1,4}\.(?:avif|webp|jpg))/gu);
  return [...found].flatMap(([, name]) => (name !== undefined && parseVariantName(name) ? [name] : []));
}
