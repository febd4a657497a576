import type { PreviewAsset } from './preview-request.ts';

const sizes = new Map<string, Promise<Pick<PreviewAsset, 'width' | 'height'>>>();

/** Images with their sizes, so that the page leaves room for them; what cannot be read has none. @param urls by path */
export async function measureAssets(
  urls: Readonly<Record<string, string>>,
): Promise<Record<string, PreviewAsset>> {
  const assets = Object.entries(urls).map(async ([path, url]) => [path, { url, ...(await measure(url)) }]);
  return Object.fromEntries(await Promise.all(assets)) as Record<string, PreviewAsset>;
}

function measure(url: string): Promise<Pick<PreviewAsset, 'width' | 'height'>> {
  const known = sizes.get(url);
  if (known !== undefined) return known;
  const size = load(url);
  sizes.set(url, size);
  return size;
}

function load(url: string): Promise<Pick<PreviewAsset, 'width' | 'height'>> {
  return new Promise((resolve) => {
    const image = new Image();
    image.onload = () => {
      resolve({ width: image.naturalWidth, height: image.naturalHeight });
    };
    image.onerror = () => {
      resolve({});
    };
    image.src = url;
  });
}
