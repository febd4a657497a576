import { shorten } from './shorten.ts';
import { tell } from './tell.ts';

const quote = (text: string): string => `«${shorten(text)}»`;

/** What the desk says of links. */
export const links = {
  tracking: {
    message: (cut: string) => `Este enlace lleva datos de rastreo: ${quote(cut)}.`,
    hint: 'Quita esa parte de la dirección: solo sirve para seguir a quien lee, y el enlace funciona igual.',
    done: tell('Se limpió 1 enlace con rastreo.', (n) => `Se limpiaron ${n} enlaces con rastreo.`),
  },
  redirect: {
    message: (target: string) =>
      `Este enlace pasa por otro sitio, que registra la visita antes de llevar a ${quote(target)}.`,
    hint: 'Enlaza directamente la página de destino.',
    done: tell(
      'Se cambió 1 enlace que daba un rodeo por el directo.',
      (n) => `Se cambiaron ${n} enlaces que daban un rodeo por los directos.`,
    ),
  },
  hashtag: {
    message: (word: string) => `La etiqueta ${quote(`#${word}`)} es un enlace a una red social.`,
    messages: (words: readonly string[]) =>
      `Hay ${String(words.length)} etiquetas que son enlaces a una red social: ${quote(words.map((word) => `#${word}`).join(' '))}.`,
    hint: 'Escríbela en «Etiquetas» y quita el enlace.',
    hints: 'Escríbelas en «Etiquetas» y quita los enlaces.',
    textHint: 'Deja solo la palabra, sin el enlace.',
    done: () =>
      'Se quitaron enlaces a etiquetas de redes sociales; los temas quedaron en «Etiquetas», donde las hay.',
  },
  plainHashtag: {
    message: (text: string) => `Hay etiquetas de red social en el texto: ${quote(text)}.`,
    hint: 'Escríbelas en «Etiquetas» y bórralas del texto: aquí no llevan a nada.',
  },
  address: {
    scheme: (url: string) => `A la dirección ${quote(url)} le falta el principio.`,
    schemeHint: (scheme: string) => `Empiézala con ${scheme}; así como está, no lleva a ninguna parte.`,
    marks: (url: string) => `La dirección ${quote(url)} tiene signos de más.`,
    marksHint: 'Deja solo la dirección, sin comillas, signos ni espacios invisibles.',
    spaces: (url: string) => `La dirección ${quote(url)} tiene espacios, y por eso se lee como texto.`,
    spacesHint: 'Copia otra vez la dirección desde el navegador; en lugar de cada espacio va %20.',
    done: tell(
      'Se corrigió 1 dirección mal escrita.',
      (n) => `Se corrigieron ${n} direcciones mal escritas.`,
    ),
  },
  empty: {
    text: (url: string) => `El enlace a ${quote(url)} no tiene texto: nadie lo ve.`,
    textHint: 'Escribe entre los corchetes un texto que diga a dónde lleva, o bórralo.',
    target: (text: string) => `El enlace ${quote(text)} no lleva a ninguna parte: no tiene dirección.`,
    targetHint: 'Escribe la dirección o quita el enlace y deja el texto.',
    done: tell('Se arregló 1 enlace vacío.', (n) => `Se arreglaron ${n} enlaces vacíos.`),
  },
  text: {
    vague: (text: string) => `El texto ${quote(text)} no dice a dónde lleva el enlace.`,
    vagueHint: 'Enlaza palabras que nombren el destino: muchas personas saltan de enlace en enlace.',
    address: (text: string) => `El texto del enlace es la dirección misma: ${quote(text)}.`,
    addressHint: 'Escribe palabras que digan a dónde lleva.',
    other: (text: string, host: string) =>
      `El texto dice ${quote(text)}, pero el enlace lleva a ${quote(host)}.`,
    otherHint: 'Pon el mismo sitio en el texto y en la dirección, o escribe palabras como texto.',
  },
  shortener: {
    message: (url: string) => `La dirección ${quote(url)} está acortada.`,
    hint: 'Ábrela y enlaza la dirección completa: quien lee no ve a dónde lleva, y puede dejar de funcionar.',
  },
  bare: {
    message: (url: string) => `La dirección ${quote(url)} está suelta en el texto.`,
    hint: 'Escribe unas palabras que digan a dónde lleva y enlázalas a ella.',
  },
  nowhere: {
    machine: (url: string) => `La dirección ${quote(url)} solo existe en una computadora.`,
    machineHint: 'Sube el archivo a la biblioteca o enlaza su dirección pública.',
    page: (url: string) => `En el sitio no hay ninguna página en ${quote(url)}.`,
    pageHint: 'Revisa la dirección o quita el enlace.',
    upload: (url: string) => `En la biblioteca no está el archivo ${quote(url)}.`,
    uploadHint: 'Súbelo o corrige el nombre.',
    anchor: (anchor: string) => `En este texto no hay ningún lugar que se llame ${quote(`#${anchor}`)}.`,
    anchorHint: 'Enlaza un título de este texto u otra página, o quita el enlace.',
  },
  contact: {
    mail: (address: string) => `La dirección de correo ${quote(address)} no está bien escrita.`,
    mailHint: 'Escríbela como mailto:nombre@dominio.org.',
    phone: (number: string) => `El número de teléfono ${quote(number)} no está bien escrito.`,
    phoneHint: 'Escríbelo con el código del país y sin espacios, como tel:+50222223333.',
    other: (text: string, address: string) =>
      `El texto dice ${quote(text)}, pero el enlace escribe a ${quote(address)}.`,
    otherHint: 'Pon la misma dirección en el texto y en el enlace.',
  },
};
