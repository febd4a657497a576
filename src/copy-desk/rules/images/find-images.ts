import type { Definition } from 'mdast';
import { visit } from 'unist-util-visit';
import { decodeAddress, publicFolder } from '../../../../content-schema/index.ts';
import { toRange } from '../../body.ts';
import type { Manuscript } from '../../manuscript.ts';
import type { SiteKnowledge, Upload, ValuePath } from '../../rule.ts';

/** An image, or a file to download, that an entry shows. */
export interface ImageUse {
  readonly kind: 'field' | 'markdown' | 'figure' | 'download';
  readonly path: ValuePath;
  /** Offset in the value at `path`. */
  readonly start: number;
  /** Where it is: a site path, decoded, NFC; or a whole address. */
  readonly address: string;
  /** Its alternative text and where that stands; absent where the site asks for none. */
  readonly alt?: { readonly text: string; readonly path: ValuePath };
}

const known = new WeakMap<Manuscript, readonly ImageUse[]>();

/** Every image and file that an entry shows: those of its fields first, then those of its body, in order. */
export function findImages(manuscript: Manuscript): readonly ImageUse[] {
  let uses = known.get(manuscript);
  if (uses === undefined) {
    uses = [...findInFields(manuscript), ...findInBody(manuscript)];
    known.set(manuscript, uses);
  }
  return uses;
}

function* findInFields({ collection, values }: Manuscript): Generator<ImageUse> {
  for (const [key, { widget }] of Object.entries(collection.fields)) {
    const value = values[key];
    if (widget.widget !== 'image' || typeof value !== 'string' || value.trim() === '') continue;
    const altKey = `${key}Alt`;
    const use = { kind: 'field', path: [key], start: 0, address: decode(value) } as const;
    if (!Object.hasOwn(collection.fields, altKey)) yield use;
    else {
      const text = values[altKey];
      yield { ...use, alt: { text: typeof text === 'string' ? text : '', path: [altKey] } };
    }
  }
}

function findInBody(manuscript: Manuscript): ImageUse[] {
  const { body } = manuscript;
  if (!body.includes('![') && !/^<(?:Figure|Download)\s/mu.test(body)) return [];
  const path: ValuePath = ['body'];
  const uses: ImageUse[] = [];
  const definitions = new Map<string, Definition>();
  visit(manuscript.tree, 'definition', (node) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  visit(manuscript.tree, (node) => {
    if (node.type === 'image' || node.type === 'imageReference') {
      const url = node.type === 'image' ? node.url : definitions.get(node.identifier)?.url;
      const { start } = toRange(node);
      const alt = { text: node.alt ?? '', path };
      uses.push({ kind: 'markdown', path, start, address: decode(url ?? ''), alt });
    } else if (node.type === 'component') {
      const { name, attributes, start } = node.tag;
      const { image, file, alt } = attributes;
      if (name === 'Figure' && image !== undefined) {
        // Where the attribute is not there, the schema says so.
        const text = alt === undefined ? {} : { alt: { text: alt, path } };
        uses.push({ kind: 'figure', path, start, address: decode(image), ...text });
      }
      if (name === 'Download' && file !== undefined) {
        uses.push({ kind: 'download', path, start, address: decode(file) });
      }
    }
  });
  return uses;
}

/** Images of the body are written with or without percent signs. */
function decode(address: string): string {
  const trimmed = address.trim();
  return isRemote(trimmed) ? trimmed : decodeAddress(trimmed).normalize('NFC');
}

/** Is it on another server, or no file at all (`data:`)? */
export const isRemote = (address: string): boolean => /^(?:[a-z][a-z\d+.-]*:|\/\/)/iu.test(address);

/** Is it where the site keeps its uploads? */
export const isUpload = (address: string): boolean => address.startsWith(`${publicFolder}/`);

/** The images whose file is there, and what it is like. */
export function* findUploads(
  manuscript: Manuscript,
  { findUpload }: SiteKnowledge,
): Generator<readonly [use: ImageUse, upload: Upload]> {
  if (findUpload === undefined) return;
  for (const use of findImages(manuscript)) {
    const upload = use.kind === 'download' ? undefined : findUpload(use.address);
    if (upload !== undefined) yield [use, upload];
  }
}
