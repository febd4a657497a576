import { collections, toWidgets } from '../../../content-schema/index.ts';
import type { Repair, Upload } from '../../copy-desk/index.ts';
import { diffWords, findChangedLines } from './diff.ts';
import { type Html, html, none } from './html.ts';
import { invisible, messages, severityLabels, statusLabels, uploadLabels } from './messages.ts';
import { type EntryReport, isWritten } from './report.ts';

/** Everything about one document, folded. @param id of its element, for links */
export function renderEntry(entry: EntryReport, id: string): Html {
  const { title, source, file, status, findings, repairs } = entry;
  return html`<details class="entry" id="${id}">
    <summary>
      <h3>${title}</h3>
      <span class="badges">
        <span class="badge ${isWritten(entry) ? 'good' : 'bad'}">${statusLabels[status]}</span>
        ${badge('bad', messages.open, countSeverity(entry, 'error'))}
        ${badge('warn', messages.warnings, countSeverity(entry, 'warning'))}
        ${badge('', messages.repairs, repairs.length)}
      </span>
    </summary>
    <div>
      <dl>
        <dt>${messages.source}</dt>
        <dd>${source}</dd>
        ${
          file === undefined
            ? none
            : html`<dt>${messages.file}</dt>
                <dd>${file}</dd>`
        }
      </dl>
      <h4>${messages.decide}</h4>
      ${findings.length === 0 ? html`<p>${messages.nothingToDecide}</p>` : renderFindings(findings)}
      ${section(messages.wasRepaired, repairs.length > 0, () => renderRepairs(repairs))}
      ${section(messages.uploads, entry.uploads.length > 0, () => renderUploads(entry.uploads))}
      ${section(messages.leftovers, entry.leftovers.length > 0, () => renderLeftovers(entry))}
      ${section(messages.aliases, entry.aliases.length > 0, () => list(entry.aliases.map((alias) => html`${alias}`)))}
      ${section(messages.changes, entry.changes.length > 0, () => renderChanges(entry))}
    </div>
  </details>`;
}

export const countSeverity = ({ findings }: EntryReport, severity: string): number =>
  findings.filter((finding) => finding.severity === severity).length;

const badge = (kind: string, text: (count: number) => string, count: number): Html =>
  count === 0 ? none : html`<span class="badge ${kind}">${text(count)}</span>`;

const section = (title: string, wanted: boolean, content: () => Html): Html =>
  wanted
    ? html`<h4>${title}</h4>
        ${content()}`
    : none;

const list = (items: readonly Html[]): Html =>
  html`<ul class="plain">
    ${items.map((item) => html`<li>${item}</li>`)}
  </ul>`;

const order = ['error', 'warning', 'info'];

/** What a person has to decide, errors first, each with its line. */
export function renderFindings(findings: EntryReport['findings']): Html {
  const sorted = findings.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  return html`<ul class="findings">
    ${sorted.map(
      ({ severity, location, rule, message, hint }) =>
        html`<li class="${severity}">
          <span class="where">${severityLabels[severity]} · ${messages.line(location.line)} · ${rule}</span>
          <strong>${message}</strong> ${hint}
        </li>`,
    )}
  </ul>`;
}

/** By rule; the same repair once, with how often it was made. */
function renderRepairs(repairs: readonly Repair[]): Html {
  const byRule = Map.groupBy(repairs, ({ rule }) => rule);
  return html`${[...byRule].map(([rule, made]) => {
    const same = Map.groupBy(made, ({ before, after }) => `${before}\n→\n${after}`);
    return html`<details class="repairs">
      <summary>
        ${made[0]?.message ?? ''} <span class="badge">${made.length}</span> <span class="soft">${rule}</span>
      </summary>
      <ul>
        ${[...same.values()].map((group) => html`<li>${renderRepair(group)}</li>`)}
      </ul>
    </details>`;
  })}`;
}

function renderRepair(group: readonly Repair[]): Html {
  const [repair] = group;
  if (repair === undefined) return none;
  const { before, after } = repair;
  const times = group.length > 1 ? html` <span class="soft">(${messages.times(group.length)})</span>` : none;
  if (before === '') return html`${messages.added}: <ins>${reveal(shorten(after))}</ins>${times}`;
  if (after === '') return html`${messages.removed}: <del>${reveal(shorten(before))}</del>${times}`;
  return html`${renderDiff(shorten(before), shorten(after))}${times}`;
}

const maxLength = 600;

const shorten = (text: string): string => (text.length <= maxLength ? text : `${text.slice(0, maxLength)}…`);

const renderDiff = (before: string, after: string): Html =>
  html`${diffWords(before, after).map(({ kind, text }) => {
    if (kind === 'same') return html`${text}`;
    return kind === 'removed' ? html`<del>${reveal(text)}</del>` : html`<ins>${reveal(text)}</ins>`;
  })}`;

const signs = new RegExp(`([${Object.keys(invisible).join('')}])`, 'u');

/** Text in which signs that one does not see are named. */
const reveal = (text: string): Html =>
  html`${text.split(signs).map((part) => {
    const name = invisible[part];
    if (name === undefined) return html`${part}`;
    return html`<span class="sign">${name}</span>${part === '\n' ? '\n' : ''}`;
  })}`;

/** What the form calls a field. */
function getLabel(collection: string | undefined, field: string): string {
  const found = Object.values(collections).find(({ name }) => name === collection);
  const widget = found && toWidgets(found.fields).find(({ name }) => name === field);
  return widget?.label ?? field;
}

function renderChanges({ changes, collection }: EntryReport): Html {
  return html`<p class="soft">${messages.changesIntro}</p>
    ${changes.map(
      ({ field, before, after }) =>
        html`<details class="repairs">
          <summary><strong>${getLabel(collection, field)}</strong></summary>
          ${findChangedLines(before, after).map(
            (hunk) => html`<p class="text">${renderDiff(hunk.before, hunk.after)}</p>`,
          )}
        </details>`,
    )}`;
}

function renderUploads(uploads: EntryReport['uploads']): Html {
  return html`<div class="scroll" tabindex="0">
    <table>
      <thead>
        <tr>
          <th scope="col">${messages.oldFile}</th>
          <th scope="col">${messages.newFile}</th>
          <th scope="col">${messages.status}</th>
        </tr>
      </thead>
      <tbody>
        ${uploads.map(
          ({ address, path, before, after, status, reason }) =>
            html`<tr>
              <td>${address}<span class="example">${describe(before)}</span></td>
              <td>${path}<span class="example">${describe(after)}</span></td>
              <td>
                <span class="badge ${after === undefined ? 'bad' : 'good'}">${uploadLabels[status]}</span>
                ${reason ?? ''}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** `JPEG, 4160 × 2774, 990 KB` */
function describe(upload: Upload | undefined): string {
  if (upload === undefined) return '';
  const { format, width, height, bytes } = upload;
  const size = width === undefined || height === undefined ? [] : [`${String(width)} × ${String(height)}`];
  const weight = `${Math.ceil(bytes / 1024).toLocaleString('es-GT')} KB`;
  return [...(format === undefined ? [] : [format.toUpperCase()]), ...size, weight].join(', ');
}

const renderLeftovers = ({ leftovers }: EntryReport): Html =>
  list(
    leftovers.map(
      ({ key, text, kept }) =>
        html`<strong>${key}</strong>: ${shorten(text)}
          <span class="soft">(${kept ? messages.leftoverKept : messages.leftoverLost})</span>`,
    ),
  );
