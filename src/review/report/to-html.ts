import type { Finding } from '../../../content-schema/index.ts';
import type { Part } from '../compare-words.ts';
import { describeEntry, type Row } from './describe.ts';
import { toParts } from './describe-body.ts';
import { describeMedia } from './describe-media.ts';
import { css } from './html-style.ts';
import { messages } from './messages.ts';
import { isUnchanged } from './report-entry.ts';
import { summarize, summarizeEntry } from './summarize.ts';
import type { EntryReport, FindingChanges, HtmlOptions, MediaChange, Report, Screenshot } from './types.ts';

/** A document that needs nothing beside it: light and dark, on paper, without scripts. Everything in it is escaped. */
export function toHtml(
  report: Report,
  { title = messages.heading, url, screenshots }: HtmlOptions = {},
): string {
  const { entries, media, findings } = report;
  const body = [
    `<h1>${escape(title)}</h1>`,
    `<p class="lead">${escape(summarize(report, 500))}.</p>`,
    ...(url !== undefined && /^https?:\/\//u.test(url)
      ? [`<p><a href="${escape(url)}">${messages.open}</a></p>`]
      : []),
    ...(entries.length > 1 ? [toContents(entries)] : []),
    ...entries.map((entry, index) =>
      toArticle(entry, index, screenshots?.get((entry.after ?? entry.before)?.path ?? '') ?? []),
    ),
    ...toMedia(media),
    ...toFindings(findings),
  ];
  return [
    '<!doctype html>',
    '<html lang="es">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="robots" content="noindex">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data: https:; style-src 'unsafe-inline'">`,
    '<meta name="color-scheme" content="light dark">',
    `<title>${escape(title)}</title>`,
    `<style>${css}</style>`,
    '</head>',
    '<body>',
    `<main>\n${body.join('\n')}\n</main>`,
    '</body>',
    '</html>\n',
  ].join('\n');
}

/** A text in HTML, or in a quoted attribute. */
const escape = (text: string): string =>
  text
    .replace(/[&<>"']/gu, (mark) => `&#${String(mark.charCodeAt(0))};`)
    .replace(/[^\P{Cc}\n\t]/gu, '\uFFFD');

const toContents = (entries: readonly EntryReport[]): string =>
  `<ul class="contents">${entries
    .map(
      (entry, index) =>
        `<li><a href="#texto-${String(index + 1)}">${escape(entry.title)}</a> <span>${escape(summarizeEntry(entry))}</span></li>`,
    )
    .join('')}</ul>`;

function toArticle(entry: EntryReport, index: number, screenshots: readonly Screenshot[]): string {
  const { kind, singular, title, size } = entry;
  const isWhole = kind === 'new' || kind === 'deleted';
  return [
    `<section class="entry" id="texto-${String(index + 1)}">`,
    `<p class="kind">${escape(messages.entryKind(kind, singular))}</p>`,
    `<h2>${escape(title)}</h2>`,
    `<p>${escape(summarizeEntry(entry))}. ${escape(messages.capital(messages.words(size.before, kind === 'deleted' ? size.before : size.after)))}.</p>`,
    ...(isUnchanged(entry)
      ? []
      : describeEntry(entry).map(({ name, rows }) => toSection(name, rows, entry, isWhole))),
    ...screenshots.map(toScreenshot),
    '</section>',
  ].join('\n');
}

function toSection(name: string, rows: readonly Row[], entry: EntryReport, isWhole: boolean): string {
  const isText = name === messages.sections.text;
  const list =
    isWhole && isText
      ? `<details open><summary>${messages.wholeText(entry.kind === 'new' ? 'new' : 'deleted')}</summary>${toWholeText(entry)}</details>`
      : `<dl>${rows.map(toRow).join('\n')}</dl>`;
  return `<h3>${name}</h3>\n${list}`;
}

/** The text of an entry that only one version has. */
const toWholeText = ({ body }: EntryReport): string =>
  body.blocks
    .map(({ before, after, sentences }) => {
      const place = after ?? before;
      const text = escape(
        toParts(sentences)
          .map((part) => part.text)
          .join(''),
      );
      return place?.kind === 'heading'
        ? `<p><strong>${text}</strong></p>`
        : `<p>${text || escape(`[${place?.name ?? ''}]`)}</p>`;
    })
    .join('\n');

function toRow({ kind, label, parts, notes }: Row): string {
  const what = kind === 'changed' ? '' : ` <span class="what ${kind}">${messages.kinds[kind]}</span>`;
  const text = parts.length === 0 ? '' : `<p>${toInline(parts)}</p>`;
  const remarks = notes.map((note) => `<p class="note">${escape(note)}</p>`).join('');
  return `<dt>${escape(label)}${what}</dt>\n<dd>${text}${remarks}</dd>`;
}

function toInline(parts: readonly Part[]): string {
  const tags = { same: '', removed: 'del', added: 'ins' } as const;
  return parts
    .map(({ kind, text }) =>
      kind === 'same' ? escape(text) : `<${tags[kind]}>${escape(text)}</${tags[kind]}>`,
    )
    .join('');
}

function toScreenshot({ label, before, after }: Screenshot): string {
  const figures = [
    [messages.before, before],
    [messages.after, after],
  ].flatMap(([name = '', source]) =>
    source !== undefined && /^(?:data:image\/(?:png|jpeg|webp|avif);base64,|https:\/\/)/u.test(source)
      ? [
          `<figure><figcaption>${name}</figcaption><img src="${escape(source)}" alt="${escape(`${name}: ${label}`)}"></figure>`,
        ]
      : [],
  );
  return `<h3>${escape(label)}</h3>\n<div class="pictures">${figures.join('')}</div>`;
}

function toMedia(media: readonly MediaChange[]): string[] {
  if (media.length === 0) return [];
  const items = media.map(
    (change) => `<dt>${escape(change.path)}</dt><dd>${escape(describeMedia(change))}</dd>`,
  );
  return ['<section>', `<h2>${messages.media}</h2>`, `<dl>${items.join('\n')}</dl>`, '</section>'];
}

function toFindings({ new: news, fixed, remaining }: FindingChanges): string[] {
  const counts = messages.capital(messages.findingCounts(news.length, fixed.length, remaining.length));
  const lists = (['new', 'fixed', 'remaining'] as const).flatMap((kind) => {
    const findings = { new: news, fixed, remaining }[kind];
    return findings.length === 0
      ? []
      : [`<h3>${messages.findingKinds[kind]}</h3>`, `<ul>${findings.map(toFinding).join('\n')}</ul>`];
  });
  return ['<section>', `<h2>${messages.findings}</h2>`, `<p>${counts}.</p>`, ...lists, '</section>'];
}

const toFinding = ({ severity, message, hint, location }: Finding): string =>
  `<li><strong>${messages.severities[severity]}.</strong> ${escape(message)} ${escape(hint)} <small>${escape(location.file)}, ${messages.line(location.line)}</small></li>`;
