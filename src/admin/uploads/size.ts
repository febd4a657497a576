export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The longer side of a stored photo at most, in pixels: twice the widest column of the site. */
const maxSide = 2560;

/** The size of an image that is scaled to fit, with its shape kept. One that fits stays as it is. */
export function fitSize({ width, height }: Size): Size {
  const scale = Math.min(1, maxSide / Math.max(width, height));
  const toPixels = (side: number): number => Math.max(1, Math.round(side * scale));
  return { width: toPixels(width), height: toPixels(height) };
}
