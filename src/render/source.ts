import { parse, postprocess, preprocess } from 'micromark';
import { gfm } from 'micromark-extension-gfm';
import { findTags, toMdx } from '../../content-schema/index.ts';

interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * The MDX of a body: any text becomes MDX without code (toMdx). What legacy editors pasted and MDX has not is
 * settled here, at rendering and not in the file: HTML comments go, `<https://…>` becomes a link.
 */
export function toSource(body: string): string {
  return toMdx(replaceAutolinks(dropComments(body)));
}

const withoutHtml = { disable: { null: ['codeIndented', 'htmlFlow', 'htmlText'] } };

/** Where the tokens of some types stand in a body; tags of components count as plain text. */
function findTokens(body: string, types: readonly string[]): Range[] {
  let masked = body.startsWith('\uFEFF') ? `x${body.slice(1)}` : body;
  for (const { start, end } of findTags(body)) {
    masked = masked.slice(0, start) + 'x'.repeat(end - start) + masked.slice(end);
  }
  const document = parse({ extensions: [gfm(), withoutHtml] }).document();
  return postprocess(document.write(preprocess()(masked, undefined, true)))
    .filter(([kind, { type }]) => kind === 'enter' && types.includes(type))
    .map(([, { start, end }]) => ({ start: start.offset, end: end.offset }));
}

/** Takes HTML comments away that do not start in code; their line breaks stay, and with them line numbers. */
function dropComments(body: string): string {
  if (!body.includes('<!--')) return body;
  const code = findTokens(body, ['codeFenced', 'codeText']);
  return body.replace(/<!--[\s\S]*?-->/gu, (comment, start: number) =>
    code.some((range) => range.start <= start && start < range.end)
      ? comment
      : comment.replace(/[^\n]+/gu, ''),
  );
}

const autolink = /^<(?<address>(?<scheme>https?|mailto):[^<>]*|(?<mail>[^\s<>@:]+@[^\s<>@]+))>$/iu;

/** Writes `<https://…>` and `<nombre@dominio>` as links that MDX knows (CommonMark 0.31, 6.5 Autolinks). */
function replaceAutolinks(body: string): string {
  if (!/<[^\s<>]*[:@]/u.test(body)) return body;
  let result = '';
  let offset = 0;
  for (const { start, end } of findTokens(body, ['autolink'])) {
    const groups = autolink.exec(body.slice(start, end))?.groups;
    const { address, mail } = groups ?? {};
    if (address === undefined) continue;
    const label = address.replace(/[!-/:-@[-`{-~]/gu, '\\$&');
    result += `${body.slice(offset, start)}[${label}](<${mail === undefined ? '' : 'mailto:'}${address}>)`;
    offset = end;
  }
  return result + body.slice(offset);
}
