import { styleText } from 'node:util';
import { countFindings, type Report, type ReportFinding, type Severity } from '../report.ts';

type Format = Parameters<typeof styleText>[0];
type Paint = (format: Format, text: string) => string;

const names: Readonly<
  Record<Severity, readonly [one: string, many: string, format: 'red' | 'yellow' | 'blue']>
> = {
  error: ['error', 'errores', 'red'],
  warning: ['aviso', 'avisos', 'yellow'],
  info: ['nota', 'notas', 'blue'],
};

/** Findings for people: by file, with the line, what is wrong and what to do. @param colors with ANSI colours */
export function toPretty(report: Report, { colors }: { readonly colors: boolean }): string {
  const paint: Paint = (format, text) => (colors ? styleText(format, text, { validateStream: false }) : text);
  const groups = Map.groupBy(report.findings, ({ location }) => location.file);
  const files = [...groups].map(
    ([file, findings]) =>
      `${paint('underline', toVisible(file))}\n${findings.map((finding) => toText(finding, paint)).join('\n')}\n`,
  );
  return [...files, ...toFixed(report), toTotals(report, groups.size, paint), ''].join('\n');
}

function toText(
  { location, severity, message, hint, rule, text, repairable }: ReportFinding,
  paint: Paint,
): string {
  const [name, , format] = names[severity];
  const place = `${String(location.line)}:${String(location.column)}`;
  const excerpt = toExcerpt(text, location.column - 1);
  const indent = ' '.repeat(4);
  const remedy = repairable ? `${hint} (Se repara con --fix.)` : hint;
  return [
    `  ${place} ${paint([format, 'bold'], name)} ${toVisible(message)} ${paint('dim', rule)}`,
    ...(excerpt === undefined
      ? []
      : [`${indent}${excerpt.text}`, `${indent}${excerpt.before}${paint(format, '^')}`]),
    `${indent}→ ${toVisible(remedy)}`,
  ].join('\n');
}

/** What would act on a terminal or cannot be seen, as a dot. */
const toVisible = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '·');

const excerptLength = 100;
const lead = 30;
const segmenter = new Intl.Segmenter('es');

/** The part of a line around an offset, and as many blanks as stand before that; undefined where the line has no words. */
function toExcerpt(line: string, offset: number): { text: string; before: string } | undefined {
  if (!/[\p{L}\p{N}]/u.test(line)) return undefined;
  let [start, end] = [0, line.length];
  if (line.length > excerptLength) {
    start = Math.max(0, Math.min(offset - lead, line.length - excerptLength));
    end = start + excerptLength;
    // Not within a character of two units.
    if (/[\uDC00-\uDFFF]/u.test(line.charAt(start))) start--;
    if (/[\uD800-\uDBFF]/u.test(line.charAt(end - 1))) end++;
  }
  const [left, right] = [start > 0 ? '…' : '', end < line.length ? '…' : ''];
  const before = left + toVisible(line.slice(start, offset));
  const blanks = [...segmenter.segment(before)].map(({ segment }) => ' '.repeat(toWidth(segment))).join('');
  return { text: `${left}${toVisible(line.slice(start, end))}${right}`, before: blanks };
}

/** Columns of a terminal that a character takes. */
const toWidth = (character: string): number => (/\p{Emoji_Presentation}|\uFE0F/u.test(character) ? 2 : 1);

const count = (number: number, one: string, many: string): string =>
  `${String(number)} ${number === 1 ? one : many}`;

const toFixed = ({ fixed }: Report): string[] =>
  fixed.length === 0
    ? []
    : [
        ...fixed.map(
          ({ file, repairs }) =>
            `Reparado: ${toVisible(file)} (${repairs === 0 ? 'forma del archivo' : count(repairs, 'cambio', 'cambios')})`,
        ),
        '',
      ];

function toTotals(report: Report, files: number, paint: Paint): string {
  const checked = count(report.entries, 'archivo revisado', 'archivos revisados');
  if (report.findings.length === 0) return paint('green', `Nada que corregir: ${checked}.`);
  const counts = countFindings(report);
  const parts = (['error', 'warning', 'info'] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) =>
      paint(names[severity][2], count(counts[severity], names[severity][0], names[severity][1])),
    );
  const list = new Intl.ListFormat('es').format(parts);
  return `${list} en ${count(files, 'archivo', 'archivos')}; ${checked}.`;
}
