import { type Article, type SearchData, toFileName } from './manifest.ts';
import { toPieces } from './highlight.ts';
import { toNearestQuery } from './nearest.ts';
import { findArticles, type FoundWord, type Query, type Result } from './query.ts';
import { readArticles, readTerms, SearchError } from './read-file.ts';

// The script of /buscar/: what a reader types, the address of the page and the list of results are one.
// It writes no markup (Trusted Types): results are copies of a template of the page, filled with text.

const pageSize = 8;
/** Milliseconds between the last key and the search. */
const pause = 120;

const get = <T extends Element>(selector: string, type: new () => T, root: ParentNode = document): T => {
  const element = root.querySelector(selector);
  if (!(element instanceof type)) throw new Error(`The page has no ${selector}.`);
  return element;
};

const form = get('form[role=search]', HTMLFormElement);
const input = get('input', HTMLInputElement, form);
const select = get('select', HTMLSelectElement, form);
const status = get('[role=status]', HTMLElement);
const list = get('.results', HTMLElement);
const button = get('.more-results', HTMLButtonElement);
const browse = get('.browse', HTMLElement);
const template = get('template', HTMLTemplateElement);
const data = JSON.parse(get('#indice', HTMLScriptElement).text) as SearchData;
const { manifest, filesPath, articlesPath, messages } = data;
const days = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'long', timeZone: 'UTC' });

let turn = 0;
let shown = pageSize;
let timer = 0;

const toText = (message: string, values: { n?: number; text?: string }): string =>
  message
    .replace('{n}', () => (values.n ?? 0).toLocaleString(document.documentElement.lang))
    .replace('{text}', () => values.text ?? '');

/** Searches, and shows what it finds unless the reader has gone on meanwhile. */
async function search(query: Query, from?: string): Promise<void> {
  turn += 1;
  const mine = turn;
  const isIdle = query.text.trim() === '' && query.topic === '';
  try {
    const result = isIdle
      ? undefined
      : await findArticles(manifest, query, (index) =>
          readTerms(`${filesPath}${toFileName(manifest.terms, index)}.json`),
        );
    const hits = result?.hits ?? [];
    const items = await Promise.all(
      hits.slice(0, shown).map(async (hit) => toItem(await readArticle(hit.number), hit.words)),
    );
    if (mine !== turn) return;
    status.textContent = result === undefined ? '' : tell(query, result, from);
    list.replaceChildren(...items);
    button.hidden = hits.length <= shown;
    browse.hidden = items.length > 0;
  } catch (error) {
    if (!(error instanceof SearchError)) throw error;
    if (mine === turn) status.textContent = messages.failed;
  }
}

async function readArticle(number: number): Promise<Article> {
  const file = toFileName(manifest.articles, Math.floor(number / manifest.size));
  const articles = await readArticles(`${filesPath}${file}.json`);
  const article = articles[number % manifest.size];
  if (article === undefined) throw new SearchError(`There is no article ${String(number)} in ${file}.`);
  return article;
}

/** What a screen reader says, too. */
function tell({ text }: Query, { hits, words, isPartial }: Result, from: string | undefined): string {
  const n = hits.length;
  if (from !== undefined) return toText(n > 0 ? messages.near : messages.notNear, { text: from });
  if (words.length === 0 && text.trim() !== '') return messages.tooCommon;
  const guessed = words.filter(({ isGuess }) => isGuess).map(({ word }) => `«${word}»`);
  const note =
    n > 0 && guessed.length > 0 ? ` ${toText(messages.guessed, { text: guessed.join(', ') })}` : '';
  if (n === 0) return toText(messages.none, { text: text.trim() });
  if (isPartial) return toText(messages.partial, { n }) + note;
  return toText(n === 1 ? messages.one : messages.many, { n }) + note;
}

function toItem(article: Article, words: readonly FoundWord[]): Node {
  const [id, title, description, day, author, language, ...topics] = article;
  const item = document.importNode(template.content, true);
  const seen = new Set<string>();
  const fill = <T extends HTMLElement>(element: T, text: string): T => {
    element.append(
      ...toPieces(text, words).map((piece) => {
        if (piece.word === undefined) return piece.text;
        seen.add(piece.word);
        const mark = document.createElement('mark');
        mark.textContent = piece.text;
        return mark;
      }),
    );
    return element;
  };
  const part = (selector: string): HTMLElement => get(selector, HTMLElement, item);
  const link = fill(document.createElement('a'), title);
  link.setAttribute('href', `${articlesPath}${encodeURIComponent(id)}/`);
  const text = fill(part('.description'), description);
  const heading = document.createElement('h2');
  heading.append(link);
  text.before(heading);
  if (language !== '') for (const element of [link, text]) element.lang = language;
  const kicker = topics.join(' · ');
  fill(part('.kicker'), kicker.charAt(0).toLocaleUpperCase(document.documentElement.lang) + kicker.slice(1));
  fill(part('.author'), author);
  const time = get('time', HTMLTimeElement, item);
  time.dateTime = day;
  time.textContent = days.format(new Date(day));
  const others = words.filter(({ word, isGuess }) => !isGuess && !seen.has(word));
  const line = part('.in-text');
  if (others.length === 0) line.remove();
  else {
    line.append(messages.inText);
    for (const { word } of others) {
      const mark = document.createElement('mark');
      mark.textContent = word;
      line.append(' ', mark);
    }
  }
  return item;
}

const toQuery = (): Query => ({ text: input.value, topic: select.value });

/** Searches for what the form says, and puts it into the address. */
function follow(): Promise<void> {
  clearTimeout(timer);
  const { text, topic } = toQuery();
  const parameters = new URLSearchParams();
  if (text.trim() !== '') parameters.set('q', text.trim());
  if (topic !== '') parameters.set('tema', topic);
  const query = parameters.toString();
  history.replaceState({ shown }, '', location.pathname + (query === '' ? '' : `?${query}`));
  return search(toQuery());
}

function followAnew(): void {
  shown = pageSize;
  void follow();
}

input.addEventListener('input', () => {
  clearTimeout(timer);
  // One or two letters are the beginning of everything; Enter searches for them all the same.
  if (/(?:^|\s)[^\s]{1,2}$/u.test(input.value)) return;
  timer = window.setTimeout(followAnew, pause);
});
select.addEventListener('change', followAnew);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  followAnew();
  // Puts the keyboard of a phone away.
  if (matchMedia('(pointer: coarse)').matches) input.blur();
});
button.addEventListener('click', () => {
  const first = shown;
  shown += pageSize;
  void follow().then(() => {
    list.querySelectorAll('a')[first]?.focus();
  });
});

/** Up and down go from the field through the results. */
document.addEventListener('keydown', (event) => {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const stops = [input, ...list.querySelectorAll('a')];
  const place = stops.findIndex((stop) => stop === document.activeElement);
  const next = stops[place + step];
  if (step === 0 || place === -1 || next === undefined || event.altKey || event.ctrlKey || event.metaKey)
    return;
  event.preventDefault();
  next.focus();
});

/** Takes the search from the address. */
function start(): void {
  const parameters = new URLSearchParams(location.search);
  const topic = parameters.get('tema') ?? '';
  input.value = parameters.get('q') ?? input.value;
  if (topic !== '' && ![...select.options].some(({ value }) => value === topic))
    select.add(new Option(topic, topic));
  select.value = topic;
  const state: unknown = history.state;
  if (typeof state === 'object' && state !== null && 'shown' in state)
    shown = Number(state.shown) || pageSize;
  const near = parameters.has('cerca') ? toNearestQuery(document.referrer, location.origin) : undefined;
  void (near === undefined ? search(toQuery()) : search(near, near.path));
}

start();
