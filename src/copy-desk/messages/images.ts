import { shorten } from './shorten.ts';

/** The file name of an address, as a message quotes it. */
function quote(address: string): string {
  const name =
    address
      .replace(/[?#].*$/u, '')
      .split('/')
      .filter(Boolean)
      .at(-1) ?? address;
  return `«${shorten(name)}»`;
}

const kilobytes = (bytes: number): string => `${String(Math.ceil(bytes / 1024))} KB`;

/** What the desk says of images and files. */
export const images = {
  missingAlt: {
    cover: {
      message: 'La imagen de portada no tiene texto alternativo.',
      hint: 'Describe en «Texto alternativo» lo que se ve.',
    },
    body: (address: string) => ({
      message: `La imagen ${quote(address)} no tiene texto alternativo.`,
      hint: 'Describe entre los corchetes lo que se ve: ![Dos personas leen un acta](…).',
    }),
    figure: (address: string) => ({
      message: `La imagen ${quote(address)} no tiene texto alternativo.`,
      hint: 'Describe en «Texto alternativo» lo que se ve.',
    }),
  },
  uselessAlt: {
    generic: (alt: string) => ({
      message: `El texto alternativo «${shorten(alt)}» no dice qué se ve.`,
      hint: 'Describe la imagen a quien no puede verla: quién está, qué hace, dónde.',
    }),
    title: {
      message: 'El texto alternativo repite el título.',
      hint: 'Describe lo que se ve en la imagen, no de qué trata el artículo.',
    },
  },
  missing: {
    image: (address: string) => ({
      message: `La imagen ${quote(address)} no existe.`,
      hint: 'Súbela a la biblioteca y elígela otra vez, o quítala.',
    }),
    file: (address: string) => ({
      message: `El archivo ${quote(address)} no existe.`,
      hint: 'Súbelo a la biblioteca y elígelo otra vez, o quítalo.',
    }),
  },
  remote: {
    stable: (host: string) => ({
      message: `La imagen está en otro sitio (${host}): quien lee solo ve un enlace.`,
      hint: 'Si tienes permiso de usarla, súbela a la biblioteca y elígela de ahí.',
    }),
    expiring: (host: string) => ({
      message: `La imagen está en ${host}, que la borra al cabo de unos días o semanas.`,
      hint: 'Guárdala y súbela a la biblioteca mientras exista, si tienes permiso de usarla.',
    }),
  },
  heavy: (address: string, bytes: number) => ({
    message: `La imagen ${quote(address)} pesa ${kilobytes(bytes)}.`,
    hint: 'Quien lee recibe copias ligeras; el original, mejor de menos de 300 KB: redúcelo o guárdalo como JPEG.',
  }),
  large: (address: string, width: number, height: number) => ({
    message: `La imagen ${quote(address)} mide ${String(width)} × ${String(height)} píxeles.`,
    hint: 'Redúcela a 2560 píxeles de lado como máximo y súbela otra vez.',
  }),
  format: {
    notShown: (address: string, format: string) => ({
      message: `La imagen ${quote(address)} es ${format}, que los navegadores no muestran.`,
      hint: 'Ábrela en el teléfono o la computadora, guárdala como JPEG y súbela otra vez.',
    }),
    broken: (address: string) => ({
      message: `El archivo ${quote(address)} está dañado o no es una imagen.`,
      hint: 'Ábrelo en el teléfono o la computadora, guárdalo como JPEG y súbelo otra vez.',
    }),
  },
  animated: (address: string) => ({
    message: `La imagen ${quote(address)} se mueve: en la página está quieta hasta que alguien la pone en marcha.`,
    hint: 'Usa una foto o, si el movimiento importa, un video.',
  }),
  name: (address: string, better: string) => ({
    message: `El nombre ${quote(address)} tiene espacios, mayúsculas o signos que dan problemas en una dirección.`,
    hint: `Cámbialo, por ejemplo por «${better}», y súbela otra vez.`,
  }),
  position: (address: string) => ({
    message: `La foto ${quote(address)} guarda el lugar exacto donde se tomó.`,
    hint: 'Súbela otra vez desde el formulario, que le quita la ubicación: puede poner en riesgo a alguien.',
  }),
};
