import type { FootnoteReference } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import {
  publicFolder,
  toEntryId,
  toEntryPath,
  toHeadingIds,
  toPlainPath,
} from '../../../../content-schema/index.ts';
import { findAddresses, toHost } from '../../address.ts';
import type { Manuscript } from '../../manuscript.ts';
import { links } from '../../messages/links.ts';
import type { Problem, Rule, SiteKnowledge } from '../../rule.ts';
import { findScheme } from './link-address.ts';

const messages = links.nowhere;

/** Links to pages, files and places of this site that are not there, and to what only one computer has. */
export const linkNowhere: Rule = {
  id: 'link-nowhere',
  *find(manuscript, site) {
    for (const { url, path, start } of findAddresses(manuscript)) {
      const found = checkMachine(url) ?? checkSite(url, manuscript, site);
      if (found !== undefined) yield { severity: 'error', path, start, ...found };
    }
    yield* checkNavigation(manuscript, site);
  },
};

type Found = Pick<Problem, 'message' | 'hint'>;

const machine =
  /^(?:file:|[a-z]:[\\/]|\\\\|https?:\/\/(?:localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1\]|10(?:\.\d+){3}|192\.168(?:\.\d+){2}|[^/?#]+\.local)(?:[:/?#]|$))/iu;

const checkMachine = (url: string): Found | undefined =>
  machine.test(url) ? { message: messages.machine(url), hint: messages.machineHint } : undefined;

/** A link of the settings is a value of its own. */
function* checkNavigation(manuscript: Manuscript, site: SiteKnowledge): Generator<Problem> {
  for (const { path, text } of manuscript.texts) {
    if (path.at(-1) !== 'href' || !text.startsWith('/')) continue;
    const found = checkSite(text, manuscript, site);
    if (found !== undefined) yield { severity: 'error', path, ...found };
  }
}

function checkSite(url: string, manuscript: Manuscript, site: SiteKnowledge): Found | undefined {
  // No address at all, another scheme, or one that lacks its scheme: other rules see to them.
  if (/^#?$|^["'“‘«<]|^(?!https?:)[a-z][a-z\d+.-]*:/iu.test(url) || findScheme(url) !== undefined)
    return undefined;
  const host = toHost(url);
  if (host !== undefined && host !== toHost(site.url)) return undefined;
  const own = toOwnPath(manuscript);
  const base = new URL(own === undefined ? '/' : `/${own}/`, site.url);
  if (!URL.canParse(url, base.href)) return undefined;
  const target = new URL(url, base);
  if (host === undefined && target.host !== base.host) return undefined;
  const plain = toPlainPath(target.pathname.replace(/\/index\.html?$/u, '/'));
  if (own !== undefined && plain === own) return checkAnchor(target.hash.slice(1), manuscript);
  if (`/${plain}`.startsWith(`${publicFolder}/`)) {
    if (site.findUpload === undefined || site.findUpload(`/${plain}`) !== undefined) return undefined;
    return { message: messages.upload(url), hint: messages.uploadHint };
  }
  if (site.hasPage === undefined || site.hasPage(plain === '' ? '/' : `/${plain}/`)) return undefined;
  return { message: messages.page(url), hint: messages.pageHint };
}

/** Where the page of this entry stands, without slashes at its ends. */
function toOwnPath({ collection, file }: Manuscript): string | undefined {
  const id = toEntryId(collection, file);
  return id === undefined ? undefined : toEntryPath(collection, id);
}

function checkAnchor(anchor: string, manuscript: Manuscript): Found | undefined {
  const name = toPlainPath(anchor);
  // The empty name and «top» are the top of every page (HTML Standard, 7.4.6.4); `:~:` points to a text.
  if (/^(?:top)?$/iu.test(anchor) || anchor.includes(':~:') || findAnchors(manuscript).has(name))
    return undefined;
  return { message: messages.anchor(name), hint: messages.anchorHint };
}

/** The ids on the page of an entry: headings have theirs from their words, footnotes from remark-rehype. */
function findAnchors({ tree, values }: Manuscript): Set<string> {
  const headings: string[] = [];
  visit(tree, 'heading', (heading) => {
    const text = toString(heading);
    // One without words is left out, or is a picture.
    if (/[^\s\u00AD\u200B-\u200D\u2060\uFEFF]/u.test(text)) headings.push(text);
  });
  const anchors = new Set<string>([
    'contenido',
    ...(Array.isArray(values['corrections']) ? ['correcciones'] : []),
    ...toHeadingIds(headings),
  ]);
  const times = new Map<string, number>();
  visit(tree, 'footnoteReference', ({ identifier }: FootnoteReference) => {
    const id = identifier.toLowerCase();
    const count = (times.get(id) ?? 0) + 1;
    times.set(id, count);
    anchors
      .add('footnote-label')
      .add(`fn-${id}`)
      .add(count === 1 ? `fnref-${id}` : `fnref-${id}-${String(count)}`);
  });
  return anchors;
}
