import type { Asset, Assets, ImageAsset } from '../components/asset.ts';
import { isImage } from '../components/asset.ts';
import type { PageRequest, PreviewContext } from './request.ts';

/** What entries may name that is an image and no document to download (loader/upload-paths.ts). */
const imagePath = /\.(?:jpe?g|png|gif|webp|avif|hei[cf]|tiff?|svg|bmp)$/iu;

/** The uploads of a request: its own, and what the published site shows on every page. */
export function toAssets(given: PageRequest['assets'], published: PreviewContext['images']): Assets {
  const all = new Map<string, Asset>(Object.entries(published));
  for (const [path, { url, size, ...image }] of Object.entries(given)) {
    all.set(path.normalize('NFC'), imagePath.test(path) ? { url, ...image } : { address: url, size });
  }
  const findAsset = (sitePath: string): Asset | undefined => all.get(sitePath.normalize('NFC'));
  return {
    findAsset,
    findImage(sitePath = ''): ImageAsset | undefined {
      const asset = findAsset(sitePath);
      return isImage(asset) ? asset : undefined;
    },
  };
}
