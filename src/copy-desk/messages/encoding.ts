import { shorten } from './shorten.ts';

/** What the desk says of characters. */
export const encoding = {
  mojibake: {
    message: (word: string) => `Hay letras dañadas: «${shorten(word)}».`,
    hint: (restored: string) =>
      restored.trim() === '' ? 'Borra esos signos.' : `Escribe «${shorten(restored)}».`,
    uncertain: (word: string) =>
      `Hay letras dañadas que no se pueden reparar con certeza: «${shorten(word)}».`,
    decide:
      'Escribe la palabra o el emoji como debe ser. Si el texto habla de esos signos, ponlos entre comillas angulares.',
    done: (count: number) =>
      count === 1
        ? 'Se reparó 1 palabra con letras dañadas.'
        : `Se repararon ${String(count)} palabras con letras dañadas.`,
  },
  unicodeForm: {
    message: (letter: string) => `Hay letras con el acento suelto, como «${letter}».`,
    hint: 'Escríbelas de nuevo con el teclado: así se encuentran al buscar.',
    done: (count: number) =>
      count === 1
        ? 'Se unieron los acentos sueltos de 1 campo.'
        : `Se unieron los acentos sueltos de ${String(count)} campos.`,
  },
  invisible: {
    message: (code: string, before: string) =>
      before === ''
        ? `Hay un carácter invisible (${code}) al principio.`
        : `Hay un carácter invisible (${code}) después de «${before}».`,
    hint: 'Bórralo: borra la letra de antes y la de después y escríbelas de nuevo.',
    done: (count: number) =>
      count === 1 ? 'Se quitó 1 carácter invisible.' : `Se quitaron ${String(count)} caracteres invisibles.`,
  },
  control: {
    message: (code: string, before: string) =>
      before === ''
        ? `Hay un carácter de control (${code}) al principio.`
        : `Hay un carácter de control (${code}) después de «${before}».`,
    hint: 'Bórralo: no se puede publicar.',
    done: (count: number) =>
      count === 1 ? 'Se quitó 1 carácter de control.' : `Se quitaron ${String(count)} caracteres de control.`,
  },
  specialSpace: {
    message: (code: string, before: string) =>
      before === ''
        ? `Hay un espacio especial (${code}) al principio.`
        : `Hay un espacio especial (${code}) después de «${before}».`,
    hint: 'Cámbialo por un espacio común.',
    done: (count: number) =>
      count === 1
        ? 'Se cambió 1 espacio especial por uno común.'
        : `Se cambiaron ${String(count)} espacios especiales por comunes.`,
  },
  lostCharacter: {
    message: (word: string) => `Se perdió una letra: «${shorten(word)}».`,
    hint: 'Escribe la palabra completa, con la letra que falta.',
  },
};

/** What the desk says of a file as such. */
export const fileForm = {
  byteOrderMark: {
    message: 'El archivo empieza con una marca invisible (BOM).',
    hint: 'Guárdalo de nuevo en el editor, o usa «npm run check -- --fix».',
  },
  unicodeForm: {
    message: 'El archivo tiene letras con el acento suelto (no es Unicode NFC).',
    hint: 'Guárdalo de nuevo en el editor, o usa «npm run check -- --fix».',
  },
  lineEnds: {
    message: 'El archivo tiene finales de línea de Windows.',
    hint: 'Guárdalo de nuevo en el editor, o usa «npm run check -- --fix».',
  },
  finalNewline: {
    message: 'El archivo no termina con un salto de línea.',
    hint: 'Guárdalo de nuevo en el editor, o usa «npm run check -- --fix».',
  },
};
