import { tell } from './tell.ts';

/** What the desk says of headings. */
export const structure = {
  emptyHeading: {
    message: 'Hay un título vacío.',
    hint: 'Bórralo o escribe su texto.',
    done: tell('Se quitó 1 título vacío.', (count) => `Se quitaron ${count} títulos vacíos.`),
  },
  boldParagraph: {
    message: (text: string) => `«${text}» parece un título, pero es un párrafo en negrita.`,
    hint: 'Quítale la negrita y usa el botón de título: quien usa un lector de pantalla se guía por los títulos.',
    done: tell(
      'Se convirtió en título 1 párrafo en negrita.',
      (count) => `Se convirtieron en títulos ${count} párrafos en negrita.`,
    ),
  },
  boldHeading: {
    message: (text: string) => `El título «${text}» lleva negrita, y un título ya la tiene.`,
    hint: 'Quítale la negrita.',
    done: tell('Se quitó la negrita de 1 título.', (count) => `Se quitó la negrita de ${count} títulos.`),
  },
  headingTop: {
    message: (text: string) => `«${text}» es un título de nivel 1, como el titular del artículo.`,
    hint: 'Los títulos del texto empiezan en el nivel 2.',
    done: () => 'Los títulos del texto empiezan ahora en el nivel 2.',
  },
  headingSkip: {
    message: (text: string, level: number, expected: number) =>
      `El título «${text}» es de nivel ${String(level)} y debería ser de nivel ${String(expected)}.`,
    hint: 'Baja un nivel a la vez: después de un título de nivel 2 sigue uno de nivel 3.',
    done: () => 'Se ordenaron los niveles de los títulos.',
  },
  headingColon: {
    message: (text: string) => `El título «${text}» termina en dos puntos.`,
    hint: 'Quítalos: un título no los necesita.',
  },
  longText: {
    message: (words: number) => `El texto tiene ${String(words)} palabras y ningún título.`,
    hint: 'Divídelo con títulos de nivel 2 para que se pueda recorrer de un vistazo.',
  },
};
