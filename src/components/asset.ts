import { type Original, planVariants, toDocumentPath, type UploadedDocument } from '../images/index.ts';

/** An upload, as pages may show it. */
export type Asset = Original | UploadedDocument;

export const isImage = (asset: Asset | undefined): asset is Original =>
  asset !== undefined && 'width' in asset;

/** Where readers get an upload: a document as it is, of an image a derived size and never the original. */
export const toPublicPath = (asset: Asset): string =>
  isImage(asset) ? planVariants(asset).fallback.path : toDocumentPath(asset);

/** Is it a picture that readers may set going? */
export const isAnimation = (asset: Asset): boolean =>
  isImage(asset) && planVariants(asset).animation !== undefined;
