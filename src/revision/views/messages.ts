import { messages as reportMessages } from '../../review/report/messages.ts';
import type { BlockKind, BlockPlace, ItemChange } from '../../review/report/types.ts';

const list = new Intl.ListFormat('es', { type: 'conjunction' });

const { count: plural, nouns: kinds } = reportMessages;

const place = ({ kind, position }: BlockPlace): string => `${kinds[kind][0]} ${String(position)}`;
const feminine = new Set<BlockKind>(['row', 'note', 'rule', 'image']);
const article = (at: BlockPlace): string => `${feminine.has(at.kind) ? 'la' : 'el'} ${place(at)}`;

/** What reviewers read in the views of one pull request. */
export const messages = {
  /** Said, and not shown, around what changed: colours and lines alone say nothing to who listens. */
  marks: { added: 'se agregó: ', removed: 'se quitó: ', end: ' (fin)' },
  block: {
    place: reportMessages.place,
    /** After a preposition: «del párrafo 3». */
    of: (at: BlockPlace) => `de ${article(at)}`.replace(/^de el /u, 'del '),
    kinds: {
      kept: 'sin cambios',
      added: 'se agregó',
      removed: 'se quitó',
      changed: 'cambió',
      moved: 'cambió de lugar',
      movedAway: 'cambió de lugar',
    },
    /** What kept its number is elsewhere all the same: others went past it. */
    cameFrom: (before: BlockPlace, now: BlockPlace | undefined) =>
      now?.kind === before.kind && now.position === before.position
        ? messages.block.kinds.moved
        : `venía ${messages.block.of(before)}`,
    wentTo: (at: BlockPlace) => `ahora es ${article(at)}`,
    /** «12 párrafos y 2 intertítulos sin cambios». */
    kept: (places: readonly BlockPlace[]): string => {
      const counts = new Map<BlockKind, number>();
      for (const { kind } of places) counts.set(kind, (counts.get(kind) ?? 0) + 1);
      return `${list.format([...counts].map(([kind, count]) => plural(count, kinds[kind])))} sin cambios`;
    },
    sentenceCame: (at: BlockPlace | undefined) =>
      at === undefined ? 'frase que estaba en otro lugar' : `venía ${messages.block.of(at)}`,
    sentenceWent: (at: BlockPlace | undefined) =>
      at === undefined
        ? 'frase que pasó a otro lugar'
        : `pasó a${article(at).replace(/^el /u, 'l ').replace(/^la /u, ' la ')}`,
    withoutText: '* * *',
  },
  entry: {
    kinds: { new: 'Nuevo', changed: 'Con cambios', renamed: 'Con otra dirección', deleted: 'Se retira' },
    fields: 'Datos del formulario',
    body: 'Texto',
    corrections: 'Correcciones para los lectores',
    correctionKinds: { added: 'Se agrega', removed: 'Se quita', changed: 'Cambia' },
    links: 'Enlaces',
    embeds: 'Videos y contenidos de otros sitios',
    downloads: 'Archivos para descargar',
    pictures: 'Imágenes',
    fieldKinds: { added: 'se agregó', removed: 'se quitó', moved: 'cambió de lugar' },
    sameText: 'El texto no cambió.',
    choose: 'Qué entrada ver',
    left: (count: number) =>
      `Hay ${plural(count, ['entrada más', 'entradas más'])} en este cambio que aquí no se muestran.`,
    none: 'Este cambio no toca ningún artículo ni página.',
  },
  item: {
    kinds: { added: 'Se agregó', removed: 'Se quitó', changed: 'Cambió' } satisfies Record<
      ItemChange<unknown>['kind'],
      string
    >,
  },
  picture: {
    elsewhere: 'La imagen está en otro sitio y aquí no se carga.',
    unknown: 'La imagen no se pudo cargar.',
    loading: 'Cargando…',
    alt: (text: string) => `Texto alternativo: ${text}`,
    withoutAlt: 'Sin texto alternativo',
    caption: (text: string) => `Pie: ${text}`,
    credit: (text: string) => `Crédito: ${text}`,
    pixels: (width: number, height: number) => `${String(width)} × ${String(height)} píxeles`,
    kinds: { added: 'Nueva', removed: 'Se quitó', changed: 'Cambió', renamed: 'Otro nombre' },
    renamed: (name: string) => `Se llamaba ${name}`,
    media: 'Archivos subidos',
  },
  layout: {
    label: 'Cómo comparar',
    inline: 'En un solo texto',
    sides: 'Lado a lado',
    before: 'Antes',
    after: 'Después',
    empty: 'Vacío',
    wasNot: 'No estaba',
    isNot: 'Ya no está',
    stood: (at: BlockPlace) => `Estaba en ${article(at)}`,
    stands: (at: BlockPlace) => `Está en ${article(at)}`,
  },
  page: {
    version: 'Versión',
    both: 'Las dos',
    width: 'Ancho',
    phone: 'Teléfono',
    desktop: 'Computadora',
    theme: 'Colores',
    light: 'Claros',
    dark: 'Oscuros',
    title: (title: string, version: string) => `Página «${title}»: ${version}`,
    marks: 'Partes de la página',
    states: { added: 'Se agrega', removed: 'Se quita', changed: 'Cambió', moved: 'Cambió de lugar' },
    gone: {
      after: (count: number) => `Aquí se quitó ${plural(count, ['parte', 'partes'])}`,
      before: (count: number) => `Aquí se agrega ${plural(count, ['parte', 'partes'])}`,
    },
    plain:
      'Aquí no se puede ver la página tal como la verán los lectores: el sitio está en un servidor que solo guarda archivos. Este es su texto, sin el diseño.',
    deleted: 'Esta página deja de existir. Así está publicada.',
  },
  findings: {
    new: 'Nuevos: llegan con este cambio',
    remaining: 'Ya estaban publicados',
    fixed: 'Resueltos con este cambio',
    none: 'La revisión automática no encontró nada que señalar.',
    noneNew: 'Este cambio no trae observaciones nuevas.',
    unknown: 'Lo que encontró la revisión automática todavía no está aquí.',
    severities: { error: 'Hay que corregirlo', warning: 'Conviene corregirlo', info: 'Para saberlo' },
    place: (line: number) => `línea ${String(line)}`,
    todo: 'Qué hacer:',
    settled: 'Resuelto',
  },
  conversation: {
    none: 'Todavía nadie ha escrito nada.',
    verdicts: {
      APPROVED: 'aprobó',
      CHANGES_REQUESTED: 'pidió cambios',
      COMMENTED: 'comentó',
      DISMISSED: 'opinó sobre una versión anterior',
    } as Readonly<Record<string, string>>,
    commented: 'comentó',
    aParagraph: (title: string | undefined) =>
      title === undefined ? 'comentó un párrafo' : `comentó un párrafo de «${title}»`,
  },
  comment: {
    paragraph: 'Comentar este párrafo',
    field: 'Comentar este campo',
    label: (place: string) => `Comentario sobre: ${place}`,
    answerLabel: (name: string) => `Respuesta a ${name}`,
    generalLabel: 'Comentario sobre todo el cambio',
    send: 'Enviar comentario',
    answer: 'Responder',
    cancel: 'Cancelar',
    sending: 'Enviando…',
    sent: 'Comentario enviado.',
    keys: 'Ctrl + Intro lo envía',
    failed: 'El comentario no se pudo enviar. Lo que escribiste sigue aquí.',
    someone: 'Alguien',
    quoted: 'Sobre:',
    count: (count: number) => plural(count, ['comentario', 'comentarios']),
  },
};
