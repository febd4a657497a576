/** What pages ask about uploads. Making derived images is derive-variant.ts, publishing them integration.ts. */
export { toDocumentPath, type UnpublishedDocument, type UploadedDocument } from './documents.ts';
export { type Original, planVariants, type UnpublishedImage } from './variants.ts';
