import { frontMatter, labels } from '../../messages/front-matter.ts';
import type { Problem, Rule } from '../../rule.ts';
import { getText } from './field-text.ts';

const { message, hint, done } = frontMatter.fieldMarkup;
const fields = Object.entries(labels);

/** Marks of emphasis around words, and those of a heading. */
const marks = [
  /(?<open>\*{2,3})(?<text>[^*]+)(?<close>\*{2,3})/gu,
  /(?<![\p{L}\p{N}*\\])(?<open>\*)(?=\S)(?<text>[^*]+)(?<=\S)(?<close>\*)(?![\p{L}\p{N}*])/gu,
  /(?<![\p{L}\p{N}_\\])(?<open>_{1,3})(?=[^\s_])(?<text>[^_]+)(?<=\S)(?<close>_{1,3})(?![\p{L}\p{N}_])/gu,
  /^(?<open>#{1,6} +)(?<text>[^#\s].*)(?<close>)$/gsu,
];
/** Other Markdown or HTML, of which a person has to decide what stays. */
const other = /\*\*|`[^`]+`|\[[^\]]+\]\([^)\s]+\)|<\/?[a-z][^<>]*>/iu;

/** Markdown where plain text belongs: readers would see its marks. */
export const fieldMarkup: Rule = {
  id: 'field-markup',
  done,
  *find(manuscript) {
    for (const [key, label] of fields) {
      const text = getText(manuscript, key);
      if (text === undefined || !/[*_`#[<]/u.test(text)) continue;
      const path = [key];
      const repairs = marks.flatMap((mark) =>
        Array.from(text.matchAll(mark), (match) => toProblem(match, key, label)),
      );
      yield* repairs;
      const found = repairs.length > 0 ? null : other.exec(text);
      if (found !== null) {
        yield { severity: 'warning', path, start: found.index, message: message(label, text), hint };
      }
    }
  },
};

function toProblem({ 0: whole, index, groups }: RegExpExecArray, key: string, label: string): Problem {
  const { open = '', close = '' } = groups ?? {};
  const path = [key];
  const end = index + whole.length;
  const edits = [{ path, start: index, end: index + open.length, text: '' }];
  if (close !== '') edits.push({ path, start: end - close.length, end, text: '' });
  return { severity: 'error', path, start: index, message: message(label, whole), hint, edits };
}
