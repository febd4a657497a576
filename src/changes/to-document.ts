import path from 'node:path';
import { type Screenshot, toHtml } from '../review/report/index.ts';
import type { ReviewArguments } from './arguments.ts';
import type { Changes } from './collect-changes.ts';
import { toComment } from './comment.ts';
import { messages } from './messages.ts';

/** A picture of a page of an entry; before or after is missing where the entry is. WebP. */
export interface PagePicture {
  readonly width: 'phone' | 'desktop';
  readonly before?: Buffer;
  readonly after?: Buffer;
}

/** Pictures by path of the entry. */
export type Pictures = ReadonlyMap<string, readonly PagePicture[]>;

/** A report as text, and the files that belong beside it. */
export interface ReviewDocument {
  readonly text: string;
  readonly files: readonly { readonly name: string; readonly content: Buffer }[];
}

/**
 * The report in a format. HTML holds its pictures; Markdown links to files beside it.
 * @param output name of the file that the text is for: those beside it begin like it
 */
export function toDocument(
  changes: Changes,
  { format, output }: Pick<ReviewArguments, 'format' | 'output'>,
  pictures: Pictures,
): ReviewDocument {
  if (format === 'json') return { text: toJson(changes), files: [] };
  if (format === 'html') {
    const screenshots = new Map([...pictures].map(([file, list]) => [file, list.map(toScreenshot)]));
    return { text: toHtml(changes.report, { screenshots }), files: [] };
  }
  const { text, files } = toGallery(changes, pictures, path.parse(output ?? '').name);
  return { text: toComment(changes) + text, files };
}

/** For programs; keys are added, never changed, as long as `version` is 1. */
function toJson({ report, mergeBase, head, others }: Changes): string {
  return `${JSON.stringify({ version: 1, base: mergeBase, head, ...report, others }, null, 2)}\n`;
}

const toScreenshot = ({ width, before, after }: PagePicture): Screenshot => ({
  label: messages[width],
  ...(before && { before: toDataUrl(before) }),
  ...(after && { after: toDataUrl(after) }),
});

const toDataUrl = (picture: Buffer): string => `data:image/webp;base64,${picture.toString('base64')}`;

function toGallery({ report }: Changes, pictures: Pictures, prefix: string): ReviewDocument {
  const files: { name: string; content: Buffer }[] = [];
  const sections = [...pictures].map(([file, list], index) => {
    const entry = report.entries.find(({ before, after }) => (after ?? before)?.path === file);
    const lines = list.flatMap(({ width, ...sides }) =>
      (['before', 'after'] as const).flatMap((side) => {
        const content = sides[side];
        if (content === undefined) return [];
        const name = `${prefix}-${String(index + 1)}-${names[width]}-${names[side]}.webp`;
        files.push({ name, content });
        return [`![${messages[side]}, ${messages[width].toLowerCase()}](${encodeURI(name)})`];
      }),
    );
    return `### ${toPlain(entry?.title ?? file)}\n\n${lines.join('\n')}\n`;
  });
  const text = sections.length === 0 ? '' : `\n## ${messages.pictures}\n\n${sections.join('\n')}`;
  return { text, files };
}

/** Parts of file names. */
const names = { phone: 'telefono', desktop: 'escritorio', before: 'antes', after: 'despues' } as const;

/** A title that is nothing but text in Markdown. */
const toPlain = (title: string): string =>
  title.replace(/\s+/gu, ' ').replace(/[\\`*_[\]<>#|~&]/gu, (mark) => `\\${mark}`);
