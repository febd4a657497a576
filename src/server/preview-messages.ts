import type { ListedEntry, Message } from './preview-pull.ts';

/** Text that Markdown shall show as it is. */
const plain = (text: string): string => text.replace(/\s+/gu, ' ').replace(/[\\`*_[\]<>{}#|~!()&]/gu, '\\$&');

const none: Message = {
  title: 'Esta solicitud no cambia ninguna página',
  description: 'Cambia imágenes u otros archivos, que no tienen página propia.',
  body: '',
};

/** What the preview answers when it shows no page. */
export const messages = {
  elsewhere: 'La vista previa solo responde a la redacción de este mismo sitio.',
  noJson: 'La vista previa no entendió lo que recibió. Vuelve a cargar la página.',
  tooLarge: 'El texto es demasiado largo para la vista previa: puede tener hasta 512 KB.',
  tooMuch: 'La vista previa está ocupada. Espera unos segundos.',
  late: 'La vista previa tardó demasiado con este texto. Guárdalo y míralo por partes.',
  failed: 'La vista previa falló. Tu texto no cambió; vuelve a intentarlo.',

  notReady: 'El sitio todavía no está listo. Vuelve a intentarlo en unos segundos.',
  noRepository: 'Aquí no hay vista previa de solicitudes: ábrela en la página de revisión.',
  draft: (number: number) => `Borrador: esto todavía no está publicado. Solicitud n.º ${String(number)}.`,
  noPull: {
    title: 'No encontramos ese borrador',
    description: 'Puede que la solicitud no exista o que la dirección esté incompleta.',
    body: 'Abre la vista previa desde el editor o desde la página de revisión: ahí está la dirección completa.',
  } satisfies Message,
  published: (number: number): Message => ({
    title: 'Ya está publicado',
    description: `Lo que cambiaba la solicitud n.º ${String(number)} ya está en el sitio.`,
    body: '[Ir a la portada](/)',
  }),
  broken: (problems: readonly string[]): Message => ({
    title: 'Esta página no se puede mostrar todavía',
    description: 'El archivo tiene algo que corregir antes:',
    body: problems.map((problem) => `- ${plain(problem)}`).join('\n'),
  }),
  /** What a pull request changes that is not one page. @param query of the addresses, before `entrada` */
  list: (listed: readonly ListedEntry[], more: number, query: string): Message => {
    const lines = listed.map(({ title, singular, path, isRemoved }) =>
      isRemoved
        ? `- Se retira del sitio: **${plain(title)}** (${singular})`
        : `- [${plain(title)}](?${query}entrada=${encodeURIComponent(path)}) (${singular})`,
    );
    const isOnlyRemoval = listed.every(({ isRemoved }) => isRemoved);
    if (lines.length === 0) return none;
    return {
      title: isOnlyRemoval
        ? 'Esta solicitud retira contenido del sitio'
        : 'Esta solicitud cambia varias páginas',
      description: isOnlyRemoval ? 'Al publicarla, deja de estar en línea:' : 'Elige cuál quieres ver:',
      body: [...lines, ...(more > 0 ? [`- Y ${String(more)} más.`] : [])].join('\n'),
    };
  },
} as const;
