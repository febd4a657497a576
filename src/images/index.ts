/** What pages ask about uploads. Making derived images is derive-variant.ts, publishing them integration.ts. */
export { toDocumentPath, type UploadedDocument } from './documents.ts';
export { type Original, planVariants } from './variants.ts';
