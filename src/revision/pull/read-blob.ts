import { z } from 'zod';
import { AnswerError } from '../../browser/reader.ts';
import type { Api } from '../api.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** https://docs.github.com/en/rest/git/blobs#get-a-blob */
const blobSchema = z.object({ content: z.string() });

/** https://docs.github.com/en/rest/repos/contents#get-repository-content */
const fileSchema = z.object({ sha: z.string(), content: z.string().default(''), encoding: z.string() });

/** The bytes of a blob. @throws as a Reader */
export async function readBlob({ read, repo }: Api, sha: string): Promise<Bytes> {
  return decode((await read(`${repo}/git/blobs/${sha}`, blobSchema)).content);
}

/** The bytes of a file at a commit; undefined: it is not there. @throws as a Reader */
export async function readFileAt(api: Api, commit: string, path: string): Promise<Bytes | undefined> {
  const address = `${api.repo}/contents/${path.split('/').map(encodeURIComponent).join('/')}?ref=${commit}`;
  try {
    const { sha, content, encoding } = await api.read(address, fileSchema);
    // GitHub leaves out the content of files over 1 MB.
    return encoding === 'base64' ? decode(content) : await readBlob(api, sha);
  } catch (error) {
    if (error instanceof AnswerError && error.status === 404) return undefined;
    throw error;
  }
}

export const toText = (bytes: Bytes): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

const decode = (base64: string): Bytes =>
  Uint8Array.from(atob(base64.replace(/\s/gu, '')), (char) => char.charCodeAt(0));
