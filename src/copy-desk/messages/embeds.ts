import { shorten } from './shorten.ts';

const from = (source: string): string => (source === '' ? '' : ` de «${shorten(source)}»`);

/** What the desk says of frames, scripts and what services give to paste. */
export const embeds = {
  embed: {
    message: (titles: readonly string[]) =>
      titles.length === 1
        ? `Hay contenido de otro sitio pegado como HTML: «${shorten(titles[0] ?? '')}».`
        : `Hay contenido de otros sitios pegado como HTML: ${titles.map((title) => `«${shorten(title)}»`).join(', ')}.`,
    hint: 'Ponlo como bloque, con su dirección y un título: así lo ve quien lee.',
    done: (count: number) =>
      count === 1
        ? 'Se convirtió en bloque 1 contenido de otro sitio.'
        : `Se convirtieron en bloques ${String(count)} contenidos de otros sitios.`,
  },
  removed: {
    script: (source: string) => `Hay un programa (script)${from(source)}, que no puede publicarse.`,
    ad: (source: string) => `Hay un anuncio de Google${from(source)}, que no puede publicarse.`,
    frame: (source: string) =>
      source === ''
        ? 'Hay un marco incrustado que no muestra nada.'
        : `Hay un marco incrustado con una dirección que no es de una página: «${shorten(source)}».`,
    rest: (source: string) => `Hay un resto de HTML que no muestra nada: «${shorten(source)}».`,
    hint: 'Bórralo. Si quien lee pierde algo, pon un enlace o un bloque con la dirección de la página.',
    done: (count: number) =>
      count === 1
        ? 'Se quitó 1 programa o resto de HTML incrustado.'
        : `Se quitaron ${String(count)} programas o restos de HTML incrustados.`,
  },
  unclear: {
    message: (source: string) => `Hay HTML incrustado que no se puede leer entero: «${shorten(source)}».`,
    hint: 'Bórralo y pon un bloque o un enlace con la dirección de la página.',
  },
  title: {
    message: (title: string) => `El título «${shorten(title)}» no dice de qué trata el contenido.`,
    hint: 'Dile a quien lee qué es: escríbelo en el título del bloque.',
  },
};
