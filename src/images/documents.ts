/** An uploaded document, which readers get as it is. Size in bytes. */
export interface UploadedDocument {
  readonly sha: string;
  readonly name: string;
  readonly size: number;
}

/** A document that is not published, as a preview shows it. Size in bytes. */
export interface UnpublishedDocument {
  readonly address: string;
  readonly size?: number | undefined;
}

const documentFolder = '/_files/';

/** The site path of a document: its blob and, as readers save it, its name. Of an unpublished one, its address. */
export const toDocumentPath = (document: UploadedDocument | UnpublishedDocument): string =>
  'address' in document
    ? document.address
    : `${documentFolder}${document.sha}/${encodeURIComponent(document.name)}`;

/** The documents that a published text links to. Names are plain file names. */
export function findDocuments(text: string): { readonly sha: string; readonly name: string }[] {
  const found = text.matchAll(/\/_files\/(?<sha>[0-9a-f]{40,64})\/(?<name>[^\s"<>&/\\]+)/gu);
  return [...found].flatMap(({ groups }) => {
    const { sha = '', name = '' } = groups ?? {};
    const decoded = decode(name);
    return decoded === undefined || /^\.{0,2}$|[/\\\p{Cc}]/u.test(decoded) ? [] : [{ sha, name: decoded }];
  });
}

function decode(name: string): string | undefined {
  try {
    return decodeURIComponent(name);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
