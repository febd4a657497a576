import { shorten } from './shorten.ts';

/** What the desk says of code in an entry, where only text may be. */
export const safety = {
  module: (source: string) => `El texto carga o exporta código: «${shorten(source)}».`,
  expression: (source: string) => `El texto tiene código entre llaves: «${shorten(source)}».`,
  spread: (name: string) => `El bloque «${name}» recibe código en lugar de atributos.`,
  attributeExpression: (name: string, key: string) =>
    `El atributo «${key}» de «${name}» es código y no un texto entre comillas.`,
  unknownElement: (name: string) =>
    name === '' ? 'El texto tiene un bloque sin nombre.' : `El bloque «${shorten(name)}» no existe.`,
  unknownAttribute: (name: string, key: string) =>
    `El bloque «${name}» no tiene un atributo «${shorten(key)}».`,
  handler: (name: string, key: string) => `«${name}» lleva código que se ejecutaría en la página («${key}»).`,
  script: (source: string) =>
    source === ''
      ? 'El texto lleva un programa (script).'
      : `El texto lleva un programa (script) de «${shorten(source)}».`,
  address: (address: string) => `La dirección «${shorten(address)}» ejecuta código y no lleva a una página.`,
  unreadable: (source: string) => `El texto tiene un signo que se leería como código: «${shorten(source)}».`,
  hint: 'Bórralo. Si es parte del texto, abre la entrada en el editor y guárdala: ahí se escribe como texto.',
  addressHint: 'Pon la dirección de una página, con https:// al principio, o quita el enlace.',
};
