import { tell } from './tell.ts';

/** What the desk says of what editors paste. */
export const paste = {
  comment: {
    message: 'Hay una marca invisible que dejó el pegado (un comentario de HTML).',
    hint: 'Bórrala: quien lee no debe verla.',
    done: tell(
      'Se quitó 1 marca invisible del pegado.',
      (count) => `Se quitaron ${count} marcas invisibles del pegado.`,
    ),
  },
  reference: {
    message: (reference: string) => `Hay un código de HTML en lugar de un carácter: «${reference}».`,
    hint: 'Escribe el carácter mismo.',
    done: tell(
      'Se cambió 1 código de HTML por su carácter.',
      (count) => `Se cambiaron ${count} códigos de HTML por su carácter.`,
    ),
  },
  html: {
    message: (tag: string) => `Hay HTML en el texto: «${tag}».`,
    hint: 'Escríbelo con los botones del editor (negrita, enlace, lista…): quien lee vería los códigos.',
    pasteMessage: 'Lo pegado traía el formato de otro programa.',
    lostHint: 'Bórralo a mano: está tan roto que al convertirlo se perderían palabras.',
    done: tell(
      'Se quitó el formato de otro programa.',
      (count) => `Se quitó el formato de otro programa en ${count} partes del texto.`,
    ),
  },
  literalTag: {
    message: (tag: string) => `«${tag}» se verá tal cual en la página.`,
    hint: 'Si es una palabra por llenar, llénala; si son signos, déjalos.',
    componentMessage: (tag: string) => `El bloque «${tag}» no está solo en su línea y se vería su código.`,
    componentHint: 'Ponlo en una línea aparte, con una línea vacía arriba y otra abajo.',
  },
  codeFence: {
    message: 'Hay texto o HTML metido en un bloque de código.',
    hint: 'Sácalo del bloque: borra las líneas con tres comillas invertidas.',
    done: tell(
      'Se sacó 1 texto de un bloque de código.',
      (count) => `Se sacaron ${count} textos de bloques de código.`,
    ),
  },
  indentation: {
    message: 'Hay párrafos que empiezan con espacios.',
    hint: 'Quita los espacios del inicio: en otros programas serían código.',
    done: () => 'Se quitó la sangría del texto.',
  },
  underline: {
    message: (line: string) => `La línea de guiones bajo «${line}» la convierte en título.`,
    hint: 'Borra la línea de guiones, o usa el botón de título si lo es.',
    ruleMessage: 'Hay una línea divisoria al final del texto.',
    ruleHint: 'Bórrala: no separa nada.',
    done: tell(
      'Se quitó 1 línea de guiones suelta.',
      (count) => `Se quitaron ${count} líneas de guiones sueltas.`,
    ),
  },
  brokenBold: {
    message: (text: string) => `La negrita está mal puesta y se ven los asteriscos: «${text}».`,
    chatMessage: (text: string) => `«${text}» lleva las marcas de un chat.`,
    hint: 'Borra los asteriscos y marca la negrita con su botón.',
    done: tell('Se arregló 1 negrita mal puesta.', (count) => `Se arreglaron ${count} negritas mal puestas.`),
  },
  hardBreak: {
    message: 'Hay un salto de línea forzado (una barra invertida al final del renglón) que sobra.',
    hint: 'Deja una línea vacía para empezar otro párrafo.',
    done: tell(
      'Se quitó 1 salto de línea forzado.',
      (count) => `Se quitaron ${count} saltos de línea forzados.`,
    ),
  },
  typedList: {
    message: (line: string) => `Hay una lista escrita a mano, con marcas en lugar de viñetas: «${line}».`,
    hint: 'Borra las marcas y usa el botón de lista.',
    done: tell(
      'Se convirtió en lista de verdad 1 lista escrita a mano.',
      (count) => `Se convirtieron en listas de verdad ${count} listas escritas a mano.`,
    ),
  },
  leftover: {
    message: (text: string) => `Quedó un resto sin contenido: «${text}».`,
    hint: 'Bórralo.',
    done: tell('Se quitó 1 resto sin contenido.', (count) => `Se quitaron ${count} restos sin contenido.`),
  },
  spacing: {
    message: 'Hay líneas vacías o espacios que sobran.',
    hint: 'Deja una sola línea vacía entre párrafos y nada al final de los renglones.',
    done: () => 'Se quitaron líneas vacías y espacios que sobraban.',
  },
  localImage: {
    message: (image: string) => `La imagen «${image}» está solo en la computadora de donde se copió.`,
    hint: 'Súbela con el botón de imagen y escribe su texto alternativo.',
    done: tell(
      'No se pudo pegar 1 imagen: súbela con el botón de imagen.',
      (count) => `No se pudieron pegar ${count} imágenes: súbelas con el botón de imagen.`,
    ),
  },
};
