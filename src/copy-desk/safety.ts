import { htmlTagNames } from 'html-tag-names';
import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { VFileMessage } from 'vfile-message';
import {
  type Collection,
  components,
  EntryError,
  type Finding,
  isComponentName,
  isFolder,
  parseEntry,
  parseTag,
} from '../../content-schema/index.ts';
import { isCodeAddress } from './code-address.ts';
import { findMarks, type HtmlTag } from './html/html-tags.ts';
import { safety } from './messages/safety.ts';

/** Something that runs code, at an offset of the body. */
interface Code {
  readonly offset: number;
  readonly message: string;
  readonly hint?: string;
}

const frontMatter = /^\uFEFF?---[ \t]*\r?\n[\s\S]*?(?<=\n)---[ \t]*(?:\r?\n|$)/u;

/**
 * MDX in an entry file that is more than data: `import`, `export`, expressions, spread attributes, unknown
 * components, addresses that run code. They are errors without a repair, for the build, too. What
 * serializeEntry wrote has none but for addresses: it writes code as text.
 */
export function findCode(collection: Collection, source: string, file: string): Finding[] {
  const head = isFolder(collection) ? (frontMatter.exec(source)?.[0] ?? '') : source;
  const body = source.slice(head.length);
  const firstLine = head.split(/\r\n?|\n/u).length;
  const inBody = findInBody(body).map(({ offset, message, hint = safety.hint }): Finding => {
    const before = body.slice(0, offset).split(/\r\n?|\n/u);
    const location = { file, line: firstLine + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 };
    return { rule: 'code', severity: 'error', location, field: 'body', message, hint };
  });
  return [...findInHead(collection, source, head, file), ...inBody];
}

/** Addresses that run code, in fields that take an address: their schema refuses them, too. */
function findInHead(collection: Collection, source: string, head: string, file: string): Finding[] {
  if (!/script:|data:|[\\&%]/iu.test(head.replace(/\s/gu, ''))) return [];
  try {
    const { values, locate } = parseEntry(collection, source, file);
    const issues = collection.schema.safeParse(values, { reportInput: true }).error?.issues ?? [];
    return issues.flatMap(({ path, input }): Finding[] => {
      if (typeof input !== 'string' || path[0] === 'body' || !isCodeAddress(input)) return [];
      const location = { file, ...locate(path) };
      const { address, addressHint: hint } = safety;
      return [
        { rule: 'code', severity: 'error', location, field: path.join('.'), message: address(input), hint },
      ];
    });
  } catch (error) {
    // A file that cannot be read at all is refused with its own finding.
    if (error instanceof EntryError) return [];
    throw error;
  }
}

/** Signs of code. Percent signs count where they stand for a letter: no program writes addresses like that. */
const suspicious =
  /[<{}]|^(?:import|export)\b|script|data(?:\\?:|%3a)|&(?:#|colon|tab|newline)|%(?:[46][1-9a-f]|[57][0-9a])/imu;

/** A bare address takes a backslash in, and what is behind it is not escaped (GFM, Autolinks). */
const unescaped = /(?:\/\/|www\.|@)\S*\\[<{}]/iu;

/** The same text without what is surely harmless: escaped signs, addresses in brackets, blocks alone on a line. */
const withoutHarmless = (body: string): string =>
  (unescaped.test(body) ? body : body.replace(/\\[\\<{}]/gu, ''))
    .replace(/\]\(<https?:\/\/[^\s<>{}\\`]*>\)/gu, '')
    .replace(/(?<=^|\n\n)<[A-Z/][^\n]*(?=\n\n|\n?$)/gu, (line) =>
      parseTag(line) === undefined || /\son|script|data:/iu.test(line) ? line : '',
    );

const processor = unified().use(remarkParse).use(remarkMdx).use(remarkGfm);

function findInBody(body: string): Code[] {
  if (!suspicious.test(body) || !suspicious.test(withoutHarmless(body))) return [];
  const found: Code[] = [];
  let mdx = body;
  const mask = (start: number, end: number): void => {
    mdx = mdx.slice(0, start) + mdx.slice(start, end).replace(/[^\r\n]/gu, 'x') + mdx.slice(end);
  };
  // What Markdown has and MDX has not is rubbish that rules repair. MDX's parser would end at it.
  for (const mark of findMarks(body)) {
    if (mark.kind === 'autolink')
      found.push(...checkAddress(body.slice(mark.start + 1, mark.end - 1), mark.start));
    if (mark.kind === 'tag' && isComponentName(mark.name)) continue;
    if (mark.kind === 'tag') found.push(...checkTag(mark));
    mask(mark.start, mark.end);
    if (mark.kind === 'tag' && mark.name.toLowerCase() === 'script')
      mask(mark.end, findScriptEnd(body, mark.end));
  }
  return [...found, ...checkMdx(mdx, body)].sort((a, b) => a.offset - b.offset);
}

function findScriptEnd(body: string, start: number): number {
  const length = body.slice(start).search(/<\/script\s*>/iu);
  return length < 0 ? start : start + length;
}

/** Finds what of MDX is code; `mdx` has the offsets of `body`. */
function checkMdx(mdx: string, body: string): Code[] {
  const found: Code[] = [];
  const tree = parseMdx(mdx);
  if (tree instanceof Error) {
    const { place } = tree instanceof VFileMessage ? tree : {};
    const end = (place !== undefined && 'start' in place ? place.start : place)?.offset ?? 0;
    // What never ends is told where it ends; the reader looks for where it begins.
    const isOpen = /end of file/u.test(tree.message);
    const offset = isOpen ? Math.max(0, mdx.lastIndexOf('{', end), mdx.lastIndexOf('<', end)) : end;
    const line = body.slice(body.lastIndexOf('\n', offset - 1) + 1).split('\n', 1)[0] ?? '';
    return [{ offset, message: safety.unreadable(line) }];
  }
  visit(tree, (node) => {
    found.push(...checkNode(node, body));
  });
  return found;
}

/** The tree, or why there is none: a message with a place, or one of the parser's own assertions. */
function parseMdx(mdx: string): Root | Error {
  try {
    return processor.parse(mdx);
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
}

function checkNode(node: Nodes, body: string): Code[] {
  const offset = node.position?.start.offset ?? 0;
  const source = body.slice(offset, node.position?.end.offset);
  switch (node.type) {
    case 'mdxjsEsm':
      return [{ offset, message: safety.module(source) }];
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return [{ offset, message: safety.expression(source) }];
    case 'link':
    case 'image':
    case 'definition':
      return checkAddress(node.url, offset);
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement': {
      const name = node.name ?? '';
      const isKnown = isComponentName(name);
      // checkEntry says which attributes of a block are wrong.
      const isBlock = parseTag(source.split('\n', 1)[0] ?? '') !== undefined;
      const fields = isKnown && !isBlock ? Object.keys(components[name].fields) : undefined;
      return [
        ...(isKnown || isHtml(name) ? [] : [{ offset, message: safety.unknownElement(name) }]),
        ...node.attributes.flatMap((attribute): Code[] => {
          if (attribute.type !== 'mdxJsxAttribute') return [{ offset, message: safety.spread(name) }];
          const { name: key, value = '' } = attribute;
          if (value !== null && typeof value !== 'string') {
            return [{ offset, message: safety.attributeExpression(name, key) }];
          }
          const problems = checkAttribute(name, key, value ?? '', offset);
          const isUnknown = fields !== undefined && !fields.includes(key) && problems.length === 0;
          return isUnknown ? [{ offset, message: safety.unknownAttribute(name, key) }] : problems;
        }),
      ];
    }
    default:
      return [];
  }
}

const htmlNames = new Set(htmlTagNames);
const isHtml = (name: string): boolean => htmlNames.has(name.toLowerCase());

function checkTag({ isClosing, name, attributes, start: offset }: HtmlTag): Code[] {
  if (isClosing) return [];
  const found = attributes.flatMap(([key, value]) => checkAttribute(name, key, value, offset));
  if (name.toLowerCase() === 'script') {
    const src = attributes.find(([key]) => key === 'src')?.[1] ?? '';
    return [{ offset, message: safety.script(src) }];
  }
  return isHtml(name) ? found : [{ offset, message: safety.unknownElement(name) }, ...found];
}

const addressAttributes =
  /^(?:xlink:)?(?:action|background|cite|code|codebase|data|file|formaction|from|href|image|manifest|ping|poster|src|srcset|to|url|values)$/iu;

function checkAttribute(name: string, key: string, value: string, offset: number): Code[] {
  if (/^(?:on|srcdoc$)/iu.test(key)) return [{ offset, message: safety.handler(name, key) }];
  return addressAttributes.test(key) ? checkAddress(value, offset) : [];
}

const checkAddress = (address: string, offset: number): Code[] =>
  isCodeAddress(address) ? [{ offset, message: safety.address(address), hint: safety.addressHint }] : [];
