import {
  type Original,
  planVariants,
  toDocumentPath,
  type UnpublishedDocument,
  type UnpublishedImage,
  type UploadedDocument,
} from '../images/index.ts';

/** An image, as pages may show it. */
export type ImageAsset = Original | UnpublishedImage;

/** An upload, as pages may show it. */
export type Asset = ImageAsset | UploadedDocument | UnpublishedDocument;

/** Uploads by the site path that entries name. */
export interface Assets {
  readonly findAsset: (sitePath: string) => Asset | undefined;
  readonly findImage: (sitePath: string | undefined) => ImageAsset | undefined;
}

export const isImage = (asset: Asset | undefined): asset is ImageAsset =>
  asset !== undefined && ('width' in asset || 'url' in asset);

/** Where readers get an upload: a document as it is, of an image a derived size and never the original. */
export const toPublicPath = (asset: Asset): string =>
  isImage(asset) ? planVariants(asset).fallback.path : toDocumentPath(asset);

/** Is it a picture that readers may set going? */
export const isAnimation = (asset: Asset): boolean =>
  isImage(asset) && planVariants(asset).animation !== undefined;
