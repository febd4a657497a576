import { createHash } from 'node:crypto';
import { type Html, html, none } from './html.ts';
import { messages, statusCounts, statusLabels } from './messages.ts';
import { countSeverity, renderEntry, renderFindings } from './render-entry.ts';
import { countByRule, type EntryReport, isTaken, listUploads, type Report } from './report.ts';
import { style } from './style.ts';

/** The report as a page of its own, for editors: Spanish, without scripts; nothing in it comes from elsewhere. */
export function renderReport(report: Report): string {
  const taken = report.entries.filter(isTaken);
  const skipped = report.entries.filter((entry) => !isTaken(entry));
  const digest = createHash('sha256').update(style).digest('base64');
  return html`<!doctype html>
    <html lang="es">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'"
        />
        <meta name="robots" content="noindex" />
        <title>${messages.title}</title>
        ${{ html: `<style>${style}</style>` }}
      </head>
      <body>
        <main>
          <h1>${messages.title}</h1>
          <p class="soft">${messages.intro}</p>
          ${report.dryRun ? html`<p class="notice">${messages.dryRun}</p>` : none}
          <h2>${messages.overview}</h2>
          ${renderTiles(report, taken)}
          ${
            taken.length === 0
              ? none
              : html`<h2>${messages.contents}</h2>
                  ${renderContents(taken)}`
          }
          ${
            taken.length === 0
              ? none
              : html`<h2>${messages.defects}</h2>
                  <p class="soft">${messages.defectsIntro}</p>
                  ${renderRules(report)}`
          }
          ${
            taken.length === 0
              ? none
              : html`<h2>${messages.entries}</h2>
                  ${taken.map((entry, index) => renderEntry(entry, toId(index)))}`
          }
          ${
            skipped.length === 0
              ? none
              : html`<h2>${messages.skipped}</h2>
                  <p class="soft">${messages.skippedIntro}</p>
                  ${renderSkipped(skipped)}`
          }
        </main>
      </body>
    </html> `.html;
}

const toId = (index: number): string => `documento-${String(index + 1)}`;

const sum = (entries: readonly EntryReport[], count: (entry: EntryReport) => number): number =>
  entries.reduce((total, entry) => total + count(entry), 0);

function renderTiles(report: Report, taken: readonly EntryReport[]): Html {
  const uploads = listUploads(report);
  const missing = uploads.filter(({ after }) => after === undefined).length;
  const statuses = Map.groupBy(report.entries, ({ status }) => status);
  const tiles: [string, number, string][] = [
    ['', report.entries.length, messages.documents(report.entries.length)],
    ...[...statuses].map(([status, entries]): [string, number, string] => [
      '',
      entries.length,
      ` ${statusCounts[status]}`,
    ]),
    [
      'good',
      sum(taken, ({ repairs }) => repairs.length),
      messages.repairs(sum(taken, ({ repairs }) => repairs.length)),
    ],
    ['bad', sum(taken, (entry) => countSeverity(entry, 'error')), ` ${messages.toDecide.toLowerCase()}`],
    ['warn', sum(taken, (entry) => countSeverity(entry, 'warning')), ` ${messages.toImprove.toLowerCase()}`],
    ['', uploads.length - missing, messages.images(uploads.length - missing)],
    ['bad', missing, messages.missing(missing)],
  ];
  return html`<ul class="tiles">
    ${tiles
      .filter(([, count]) => count > 0)
      .map(
        ([kind, count, text]) =>
          html`<li class="${kind}"><b>${format(count)}</b>${text.replace(/^\S* /u, '')}</li>`,
      )}
  </ul>`;
}

const format = (count: number): string => count.toLocaleString('es-GT');

const number = (count: number): Html =>
  html`<td class="number${count === 0 ? ' zero' : ''}">${format(count)}</td>`;

function renderContents(entries: readonly EntryReport[]): Html {
  return html`<div class="scroll" tabindex="0">
    <table>
      <thead>
        <tr>
          <th scope="col">${messages.document}</th>
          <th scope="col" class="number">${messages.repaired}</th>
          <th scope="col" class="number">${messages.toDecide}</th>
          <th scope="col" class="number">${messages.toImprove}</th>
        </tr>
      </thead>
      <tbody>
        ${entries.map(
          (entry, index) =>
            html`<tr>
              <th scope="row">
                <a href="#${toId(index)}">${entry.title}</a
                ><span class="example">${statusLabels[entry.status]}</span>
              </th>
              ${number(entry.repairs.length)}${number(countSeverity(entry, 'error'))}${number(countSeverity(entry, 'warning'))}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function renderRules(report: Report): Html {
  return html`<div class="scroll" tabindex="0">
    <table>
      <thead>
        <tr>
          <th scope="col">${messages.rule}</th>
          <th scope="col" class="number">${messages.before}</th>
          <th scope="col" class="number">${messages.repaired}</th>
          <th scope="col" class="number">${messages.after}</th>
        </tr>
      </thead>
      <tbody>
        ${countByRule(report).map(
          ({ rule, example, before, repaired, after }) =>
            html`<tr>
              <th scope="row">${example}<span class="example">${rule}</span></th>
              ${number(before)}${number(repaired)}${number(after)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

const renderSkipped = (entries: readonly EntryReport[]): Html =>
  html`${entries.map(
    ({ source, title, reason, findings }) =>
      html`<details class="entry">
        <summary><h3>${title}</h3></summary>
        <div>
          <p class="soft">${source}</p>
          <p>${reason ?? ''}</p>
          ${findings.length === 0 ? none : renderFindings(findings)}
        </div>
      </details>`,
  )}`;
