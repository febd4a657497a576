import type { Finding } from '../../content-schema/index.ts';
import { fileForm } from './messages/encoding.ts';

/**
 * What is wrong with the form of an entry file, however its values are: Unicode that is not NFC, a byte order mark,
 * line ends other than LF, no line end at the end. `serializeEntry` writes it as it should be.
 */
export function findForm(source: string, file: string): Finding[] {
  const normal = source.normalize('NFC');
  const places: [keyof typeof fileForm, number][] = [
    ['byteOrderMark', source.startsWith('\uFEFF') ? 0 : -1],
    ['unicodeForm', source === normal ? -1 : findDifference(source, normal)],
    ['lineEnds', source.indexOf('\r')],
    ['finalNewline', source === '' || source.endsWith('\n') ? -1 : source.length],
  ];
  return places
    .filter(([, offset]) => offset !== -1)
    .map(([problem, offset]) => ({
      rule: 'file-form',
      severity: 'warning',
      location: { file, ...locate(source, offset) },
      ...fileForm[problem],
    }));
}

function findDifference(a: string, b: string): number {
  let offset = 0;
  while (a[offset] === b[offset]) offset += 1;
  return offset;
}

function locate(source: string, offset: number): { line: number; column: number } {
  const lines = source.slice(0, offset).split(/\r\n?|\n/u);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
