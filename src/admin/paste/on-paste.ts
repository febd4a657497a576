import {
  cleanClipboard,
  cleanText,
  type Repair,
  type SiteKnowledge,
  summarize,
} from '../../copy-desk/index.ts';
import { getDraftCollection } from '../draft.ts';
import { messages } from '../locale/messages.ts';
import { hideNote, showNote } from '../notes/show-note.ts';
import { afterDrawing } from '../review-panel/form.ts';
import { addPendingTags, hasTags, removePendingTags } from './pending-tags.ts';
import { tellWhereFilesGo } from '../uploads/on-drop.ts';
import { findPlace, insertData, insertText, type Place, toPlainData, toRichData, undo } from './insert.ts';

/** What was on the clipboard. An event forgets it as soon as it is over. */
interface Clip {
  readonly html: string;
  readonly text: string;
}

/** Lets everything that is pasted into a text of the form go through the copy desk first. */
export function cleanPastes(getSite: () => SiteKnowledge): void {
  document.addEventListener(
    'paste',
    (event) => {
      const place = findPlace(event.target);
      const data = event.clipboardData;
      if (place === undefined || data === null || isOwn(data)) return;
      const clip = { html: data.getData('text/html'), text: data.getData('text/plain') };
      if (clip.html === '' && clip.text === '') {
        if (data.files.length > 0) tellWhereFilesGo();
        return;
      }
      const site = getSite();
      const isDone = place.kind === 'field' ? pasteField(place, clip, site) : pasteBody(place, clip, site);
      if (!isDone) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { capture: true },
  );
}

/** Copied in this editor: it comes back as it was. */
const isOwn = (data: DataTransfer): boolean =>
  data.types.includes('application/x-slate-fragment') ||
  data.getData('text/html').includes('data-slate-fragment');

/** @returns whether the paste is done; otherwise the browser does it, because there is nothing to clean */
function pasteField(place: Place, { text }: Clip, site: SiteKnowledge): boolean {
  const cleaned = cleanText(text, site);
  if (cleaned.text === text) return false;
  insertText(place, cleaned.text);
  tell(place, cleaned.repairs, [], () => {
    document.execCommand('undo');
    insertText(place, text);
  });
  return true;
}

function pasteBody(place: Place, clip: Clip, site: SiteKnowledge): boolean {
  const { markdown, tags, repairs } = cleanClipboard(clip, site);
  if (clip.html === '' && repairs.length === 0) return false;
  const collection = getDraftCollection();
  const takesTags = collection !== undefined && hasTags(collection);
  const text = takesTags ? markdown : [markdown, toHashtags(tags)].filter((part) => part !== '').join('\n\n');
  insertData(place, place.kind === 'rich' ? toRichData(text) : toPlainData(text));
  if (takesTags) addPendingTags(tags);
  tell(place, repairs, takesTags ? tags : [], () => {
    removePendingTags(tags);
    undo(place);
    afterDrawing(() => {
      insertData(place, toPlainData(toText(clip)));
      showNote({ title: messages.pastedAsText });
    });
  });
  return true;
}

/** Where an entry has no tags, they stay in the text, without their links. */
const toHashtags = (tags: readonly string[]): string =>
  tags.map((tag) => `#${tag.replace(/[^\p{L}\p{N}]+/gu, '')}`).join(' ');

/** The words as they came. Their HTML is not for the editor, which fails at that of Word and loses it. */
const toText = ({ html, text }: Clip): string =>
  text === '' ? new DOMParser().parseFromString(html, 'text/html').body.innerText : text;

/** Says what was cleaned. Once somebody writes on, there is no taking back: it would take that back, too. */
function tell(place: Place, repairs: readonly Repair[], tags: readonly string[], restore: () => void): void {
  const others = repairs.filter(({ rule }) => tags.length === 0 || rule !== 'link-hashtag');
  const lines = [...(tags.length === 0 ? [] : [messages.pastedTags(tags)]), ...summarize(others)];
  if (lines.length === 0) {
    hideNote();
    return;
  }
  const action = { label: messages.note.undo, run: restore };
  const hide = showNote({ title: messages.pasted, lines, action });
  place.element.addEventListener('beforeinput', hide, { once: true });
}
