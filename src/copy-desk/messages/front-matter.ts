import { shorten } from './shorten.ts';

/** What the desk calls the fields it speaks of. */
export const labels = {
  title: 'El título',
  description: 'La descripción',
  name: 'El nombre',
  role: 'El cargo',
  autor: 'El autor',
  imageAlt: 'El texto alternativo',
} as const;

/** What the desk says of the fields above the text. */
export const frontMatter = {
  fieldSpaces: {
    message: (text: string) => `Sobran espacios en «${shorten(text)}».`,
    hint: 'Deja un solo espacio entre las palabras y ninguno en los extremos.',
    done: (count: number) =>
      count === 1
        ? 'Se quitaron espacios de más en 1 campo.'
        : `Se quitaron espacios de más en ${String(count)} lugares.`,
  },
  fieldMarkup: {
    message: (field: string, text: string) => `${field} tiene marcas de formato: «${shorten(text)}».`,
    hint: 'Escríbelo como texto simple: aquí no hay negritas ni enlaces.',
    done: (count: number) =>
      count === 1
        ? 'Se quitaron marcas de formato en 1 lugar donde va texto simple.'
        : `Se quitaron marcas de formato en ${String(count)} lugares donde va texto simple.`,
  },
  titleEmoji: {
    message: (emoji: string) => `El título tiene un emoji: ${emoji}`,
    hint: 'Quítalo: los lectores de pantalla lo dicen con palabras, y en buscadores no siempre se ve.',
  },
  titleFullStop: {
    message: 'El título termina con punto.',
    hint: 'Quita el punto: los títulos no lo llevan.',
    done: () => 'Se quitó el punto al final del título.',
  },
  titleQuotes: {
    whole: 'Todo el título está entre comillas.',
    wholeHint: 'Quítalas, a menos que sea una cita.',
    open: 'En el título hay una comilla sin su pareja.',
    openHint: 'Bórrala o escribe la que falta.',
  },
  titleQuestion: {
    start: (mark: string) => `El título empieza con «${mark}», un signo que cierra.`,
    startHint: (mark: string) => `Empieza con «${mark}».`,
    end: (mark: string) => `Al título le falta el signo que cierra: «${mark}».`,
    endHint: 'Escríbelo donde termina la pregunta o la exclamación.',
  },
  titleLength: {
    message: (length: number, max: number) =>
      `El título tiene ${String(length)} caracteres, más de ${String(max)}.`,
    hint: 'Acórtalo: al compartirlo se corta.',
  },
  descriptionLength: {
    message: (length: number, max: number) =>
      `La descripción tiene ${String(length)} caracteres, más de ${String(max)}.`,
    hint: 'Acórtala a una o dos frases: al compartirla se corta.',
  },
  descriptionRepeatsTitle: {
    message: 'La descripción repite el título.',
    hint: 'Di algo más que el título, en una o dos frases.',
  },
  descriptionStart: {
    message: (text: string) => `La descripción empieza con minúscula: «${shorten(text)}».`,
    hint: 'Revisa si le falta la primera letra y empieza con mayúscula.',
  },
  dateFuture: {
    message: (date: string) => `Se publicará el ${date}.`,
    hint: 'Si no debe esperar, cambia la fecha.',
  },
  dateFileName: {
    message: (inName: string, date: string) =>
      `El nombre del archivo dice ${inName}, pero en la hora del sitio la fecha es el ${date}.`,
    hint: 'Corrige la fecha si está mal. Si está bien, no hay que hacer nada: la dirección no cambia.',
  },
  personalAddress: {
    message: (address: string) => `El correo parece ser de una persona: «${shorten(address)}».`,
    hint: (example: string) =>
      `El archivo se guarda en un repositorio público. Escribe un correo de la organización, como ${example}.`,
  },
  contact: {
    address: (text: string) => `El texto tiene un correo: «${shorten(text)}». ¿Se publica a propósito?`,
    phone: (text: string) =>
      `El texto tiene un número de teléfono: «${shorten(text)}». ¿Se publica a propósito?`,
    hint: 'Si es de una persona que no lo pidió, bórralo. Si no, no hay que hacer nada.',
  },
};
