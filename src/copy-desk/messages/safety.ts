const short = (text: string): string => {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
};

/** What the desk says of code in an entry, where only text may be. */
export const safety = {
  module: (source: string) => `El texto carga o exporta código: «${short(source)}».`,
  expression: (source: string) => `El texto tiene código entre llaves: «${short(source)}».`,
  spread: (name: string) => `El bloque «${name}» recibe código en lugar de atributos.`,
  attributeExpression: (name: string, key: string) =>
    `El atributo «${key}» de «${name}» es código y no un texto entre comillas.`,
  unknownElement: (name: string) =>
    name === '' ? 'El texto tiene un bloque sin nombre.' : `El bloque «${short(name)}» no existe.`,
  unknownAttribute: (name: string, key: string) =>
    `El bloque «${name}» no tiene un atributo «${short(key)}».`,
  handler: (name: string, key: string) => `«${name}» lleva código que se ejecutaría en la página («${key}»).`,
  script: (source: string) =>
    source === ''
      ? 'El texto lleva un programa (script).'
      : `El texto lleva un programa (script) de «${short(source)}».`,
  address: (address: string) => `La dirección «${short(address)}» ejecuta código y no lleva a una página.`,
  unreadable: (source: string) => `El texto tiene un signo que se leería como código: «${short(source)}».`,
  hint: 'Bórralo. Si es parte del texto, abre la entrada en el editor y guárdala: ahí se escribe como texto.',
  addressHint: 'Pon la dirección de una página, con https:// al principio, o quita el enlace.',
};
