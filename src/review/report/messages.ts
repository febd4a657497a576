import type { BlockKind, BlockPlace, FormatChange } from './types.ts';

type Noun = readonly [one: string, many: string];

const nouns: Record<BlockKind, Noun> = {
  paragraph: ['párrafo', 'párrafos'],
  heading: ['subtítulo', 'subtítulos'],
  item: ['punto de lista', 'puntos de lista'],
  row: ['fila de tabla', 'filas de tabla'],
  code: ['bloque de código', 'bloques de código'],
  note: ['nota al pie', 'notas al pie'],
  rule: ['línea de separación', 'líneas de separación'],
  image: ['imagen', 'imágenes'],
  embed: ['video o contenido de otro sitio', 'videos o contenidos de otros sitios'],
  download: ['archivo para descargar', 'archivos para descargar'],
};

const marks = { bold: 'negrita', italic: 'cursiva', strike: 'tachado', code: 'letra de código' } as const;
const numbers = new Intl.NumberFormat('es-GT');

const capital = (text: string): string => text.slice(0, 1).toLocaleUpperCase('es') + text.slice(1);
const count = (number: number, [one, many]: Noun): string =>
  `${numbers.format(number)} ${number === 1 ? one : many}`;
const toPlace = ({ kind, position }: BlockPlace): string => `${nouns[kind][0]} ${String(position)}`;

/** Good enough for what forms call their fields and collections. */
const isFeminine = (word: string): boolean =>
  /(?:a|as|ción|ciones|dad|gen|genes|red)$/iu.test(word) && !/^(?:idioma|tema|mapa)s?$/iu.test(word);

/** The name of a field in a sentence: «el título». */
function toFieldName(label: string): string {
  const name = label.slice(0, 1).toLocaleLowerCase('es') + label.slice(1);
  const [first = ''] = name.split(/[\s,]/u);
  if (first === 'lo') return name.replace(/ está$/u, '');
  if (!/^\p{L}+$/u.test(first)) return `«${label}»`;
  const articles = isFeminine(first) ? ['la', 'las'] : ['el', 'los'];
  return `${articles[first.endsWith('s') ? 1 : 0] ?? ''} ${name}`;
}

/** What the report says, in Spanish: the one place for its words. */
export const messages = {
  nouns,
  count,
  capital,
  /** What a block looks like. */
  style: {
    paragraph: 'párrafo',
    heading: (level: number) => (level <= 2 ? 'subtítulo' : `subtítulo de nivel ${String(level)}`),
    item: (isOrdered: boolean, depth: number) =>
      `punto de una lista${isOrdered ? ' numerada' : ''}${depth > 1 ? ` (nivel ${String(depth)})` : ''}`,
    row: 'fila de una tabla',
    headerRow: 'encabezado de una tabla',
    code: 'código',
    note: 'nota al pie',
    rule: 'línea de separación',
    image: 'imagen',
    download: 'archivo para descargar',
    quote: (style: string) => (style === 'párrafo' ? 'cita' : `${style} de una cita`),
    box: (style: string, label: string, details: string) =>
      `${style} de «${label}»${details === '' ? '' : ` (${details})`}`,
  },
  place: (place: BlockPlace) => capital(toPlace(place)),
  pastPlace: (place: BlockPlace) => `${capital(toPlace(place))} de antes`,
  movedFrom: (before: BlockPlace, after: BlockPlace) =>
    before.position === after.position && before.kind === after.kind
      ? 'Cambió de lugar.'
      : `Antes era: ${toPlace(before)}.`,
  sentenceFrom: (place: BlockPlace) => `Tiene texto que antes estaba en: ${toPlace(place)}.`,
  sentenceTo: (place: BlockPlace) => `Parte de su texto está ahora en: ${toPlace(place)}.`,
  format: ({ kind, before = '', after = '', isNew = false, text = '' }: FormatChange): string => {
    if (kind === 'split') return 'Antes iba junto con lo anterior; ahora va aparte.';
    if (kind === 'joined') return 'Antes iba aparte; ahora va junto con lo anterior.';
    if (kind === 'block') return `Antes era ${before}; ahora es ${after}.`;
    return `${isNew ? 'Ahora en' : 'Ya no en'} ${marks[kind]}: «${text}».`;
  },
  address: 'Dirección de la página',
  sections: {
    corrections: 'Correcciones',
    fields: 'Datos',
    text: 'Texto',
    images: 'Imágenes del texto',
    links: 'Enlaces',
    embeds: 'Videos y contenidos de otros sitios',
    downloads: 'Archivos para descargar',
  },
  keys: {
    image: 'imagen fija',
    alt: 'texto alternativo',
    caption: 'pie de foto',
    credit: 'crédito',
    url: 'dirección',
    title: 'título',
    text: 'texto del enlace',
    file: 'archivo',
    label: 'nombre que se muestra',
  },
  replaced: 'Otra imagen en su lugar',
  withoutText: '(sin texto)',
  bareLink: 'Dirección escrita en el texto',
  withoutAlt: 'sin texto alternativo',
  kinds: {
    added: 'se agregó',
    removed: 'se quitó',
    changed: 'cambió',
    moved: 'se movió',
    format: 'solo el formato',
  },
  heading: 'Qué cambia para quien lee',
  entryKind: (kind: 'new' | 'changed' | 'renamed' | 'deleted', singular: string): string =>
    ({
      new: `${capital(singular)} ${isFeminine(singular) ? 'nueva' : 'nuevo'}`,
      changed: capital(singular),
      renamed: `${capital(singular)}, cambia de dirección`,
      deleted: `${capital(singular)}, se retira del sitio`,
    })[kind],
  words: (before: number, after: number) =>
    before === after || before === 0
      ? count(after, ['palabra', 'palabras'])
      : `de ${numbers.format(before)} a ${count(after, ['palabra', 'palabras'])}`,
  unchanged: 'Nada de lo que se lee cambia.',
  noChanges: 'No hay cambios en el contenido.',
  details: 'Ver los cambios',
  wholeText: (kind: 'new' | 'deleted') =>
    kind === 'new' ? 'Leer el texto nuevo' : 'Leer el texto que se retira',
  open: 'Ver la página y revisar',
  cut: 'El resto no cabe aquí.',
  more: (number: number) => `… y ${numbers.format(number)} más.`,
  before: 'Antes',
  after: 'Ahora',
  author: (name: string) => `De: ${name}`,
  media: 'Archivos de la biblioteca',
  mediaKinds: { added: 'nuevo', removed: 'se quita', changed: 'reemplazado', renamed: 'cambia de nombre' },
  from: (path: string) => `antes ${path}`,
  bytes: (bytes: number) =>
    bytes < 1_000_000
      ? `${numbers.format(Math.ceil(bytes / 1000))} KB`
      : `${(bytes / 1_000_000).toLocaleString('es-GT', { maximumFractionDigits: 1 })} MB`,
  pixels: (width: number, height: number) => `${String(width)} × ${String(height)} píxeles`,
  findings: 'Revisión automática',
  findingCounts: (news: number, fixed: number, remaining: number) =>
    [
      news === 0 ? 'ninguna observación nueva' : count(news, ['observación nueva', 'observaciones nuevas']),
      ...(fixed === 0 ? [] : [count(fixed, ['resuelta', 'resueltas'])]),
      ...(remaining === 0 ? [] : [count(remaining, ['que ya estaba', 'que ya estaban'])]),
    ].join(', '),
  findingKinds: { new: 'Nuevas', fixed: 'Resueltas', remaining: 'Ya estaban' },
  severities: { error: 'Error', warning: 'Aviso', info: 'Sugerencia' },
  line: (line: number) => `línea ${String(line)}`,
  list: (items: readonly string[]): string => {
    const last = items.at(-1) ?? '';
    const and = /^h?i(?!e)/iu.test(last) ? 'e' : 'y';
    return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${and} ${last}`;
  },
  summary: {
    field: toFieldName,
    changed: (things: string, isMany: boolean) => `${isMany ? 'cambiaron' : 'cambió'} ${things}`,
    added: (things: string, isMany: boolean) => `se ${isMany ? 'agregaron' : 'agregó'} ${things}`,
    removed: (things: string, isMany: boolean) => `se ${isMany ? 'quitaron' : 'quitó'} ${things}`,
    moved: (things: string, isMany: boolean) => `se ${isMany ? 'movieron' : 'movió'} ${things}`,
    format: 'cambió el formato del texto, no las palabras',
    cut: 'cambió la división en párrafos, no las palabras',
    rewritten: 'se reescribió todo el texto',
    parts: {
      alt: 'el texto alternativo de ',
      caption: 'el pie de ',
      credit: 'el crédito de ',
      text: 'el texto de ',
      url: 'la dirección de ',
      label: 'el nombre de ',
      title: 'el título de ',
    },
    formatOf: (things: string) => `cambió el formato de ${things}`,
    links: ['enlace', 'enlaces'],
    corrections: ['corrección', 'correcciones'],
    address: 'la dirección',
    files: ['archivo', 'archivos'],
    fileKinds: {
      added: (things: string, isMany: boolean) => `se ${isMany ? 'agregaron' : 'agregó'} ${things}`,
      removed: (things: string, isMany: boolean) => `se ${isMany ? 'quitaron' : 'quitó'} ${things}`,
      changed: (things: string, isMany: boolean) => `se ${isMany ? 'reemplazaron' : 'reemplazó'} ${things}`,
      renamed: (things: string, isMany: boolean) => `${isMany ? 'cambiaron' : 'cambió'} de nombre ${things}`,
    },
    deleted: (singular: string) => `se retira: ${singular}`,
    others: (number: number) => count(number, ['texto más', 'textos más']),
    titled: (title: string, text: string) => `«${title}»: ${text}`,
  },
} as const;
