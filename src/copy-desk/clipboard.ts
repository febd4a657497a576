import { collections } from '../../content-schema/index.ts';
import { type Repair, repairValues } from './desk.ts';
import { isEmoji } from './html/tidy-tree.ts';
import { toHtml } from './html/to-html.ts';
import { toMarkdown } from './html/to-markdown.ts';
import { paste } from './messages/paste.ts';
import type { SiteKnowledge } from './rule.ts';
import { shorten } from './messages/shorten.ts';

/** What a program put on the clipboard; '' where it put nothing of a kind. */
export interface Clipboard {
  readonly html: string;
  readonly text: string;
}

export interface CleanClipboard {
  readonly markdown: string;
  /** The same as plain semantic HTML. */
  readonly html: string;
  /** The hashtags that went out of the text. */
  readonly tags: readonly string[];
  /** What was cleaned. Empty: the clipboard can be pasted as it is. */
  readonly repairs: readonly Repair[];
}

/**
 * What stands on a clipboard, as clean as the copy desk makes a body: HTML of Word, Google Docs, LinkedIn or any
 * page, or plain text with the marks of WhatsApp. Words stay; images that are only on the computer of whoever
 * copied them do not come along, and `repairs` says so. Hashtags that become tags are in `tags` only.
 */
export function cleanClipboard(clipboard: Clipboard, site: SiteKnowledge): CleanClipboard {
  const { body, repairs } =
    clipboard.html.trim() === '' ? readText(clipboard.text) : readHtml(clipboard.html);
  const repaired = repairValues(collections.posts, { body }, 'src/content/posts/paste.mdx', site);
  const markdown = String(repaired.values['body']).trim();
  return {
    markdown,
    html: toHtml(markdown),
    tags: (repaired.values['tags'] ?? []) as string[],
    repairs: [...repairs, ...repaired.repairs.filter(({ path }) => path[0] === 'body' || path[0] === 'tags')],
  };
}

interface Reading {
  readonly body: string;
  readonly repairs: readonly Repair[];
}

const toRepair = (rule: string, message: string, before: string, after: string): Repair => ({
  rule,
  path: ['body'],
  message,
  before: shorten(before),
  after: shorten(after),
});

/** What programs write besides words and their meaning. The marks around a fragment come from the system. */
const rubbish =
  /\s(?:style|class)\s*=|<(?:span|font|meta|script|style|xml|\w+:\w+)\b|<!--(?!(?:Start|End)Fragment)/iu;

const localImage =
  /\ssrc\s*=\s*(?:"(?:file|data|blob|cid|webkit-fake-url):[^"]*"|'(?:file|data|blob|cid):[^']*')/iu;

function readHtml(html: string): Reading {
  const repairs: Repair[] = [];
  const source = html
    .replace(/<head\b[\s\S]*?<\/head\s*>/iu, '')
    .replace(/<img\b(?:[^>"']|"[^"]*"|'[^']*')*>/giu, (image) => {
      if (!localImage.test(image)) return image;
      const alt = /\salt\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)')/iu.exec(image)?.groups ?? {};
      const name = alt['double'] ?? alt['single'] ?? '';
      const { message } = paste.localImage;
      if (!isEmoji(name))
        repairs.push(toRepair('local-image', message(shorten(name) || 'sin nombre'), image, ''));
      return image.replace(localImage, '');
    });
  const body = toMarkdown(source);
  if (rubbish.test(html)) repairs.unshift(toRepair('html', paste.html.pasteMessage, html, body));
  return { body, repairs };
}

/** The bold, italics and struck text of WhatsApp: a sign at each side of words, none inside of a word. */
const chatMark =
  /(?<![\p{L}\p{N}*_~])(?<sign>[*_~])(?=[^\s*_~])(?<words>[^*_~\n]*[^\s*_~\n])\k<sign>(?![\p{L}\p{N}*_~])/gu;
const elements: Readonly<Record<string, string>> = { '*': 'strong', _: 'em', '~': 'del' };

function readText(text: string): Reading {
  const repairs: Repair[] = [];
  const lines = text
    .replace(/[&<>]/gu, (character) => `&#${String(character.charCodeAt(0))};`)
    .split(/\r\n?|\n/u)
    .map((line) => {
      const marked = line.replace(chatMark, (written: string, sign: string, words: string) => {
        repairs.push(toRepair('broken-bold', paste.brokenBold.chatMessage(shorten(written)), written, words));
        const name = elements[sign] ?? 'span';
        return `<${name}>${words}</${name}>`;
      });
      return `<p>${marked}</p>`;
    });
  return { body: toMarkdown(lines.join('')), repairs };
}
