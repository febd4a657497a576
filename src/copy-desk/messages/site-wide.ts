const others = (count: number): string => (count === 0 ? '' : ` y ${String(count)} más`);

/** What the desk says of entries beside each other. `file` is the path of another entry, `more` how many there are besides. */
export const siteWide = {
  sameTitle: (file: string, more: number) => ({
    message: `Otro contenido tiene el mismo título: ${file}${others(more)}.`,
    hint: 'Si es el mismo, borra uno; si no, di en el título en qué se distingue.',
  }),
  sameSlug: (file: string, more: number) => ({
    message: `Otro artículo tiene la misma dirección, salvo la fecha: ${file}${others(more)}.`,
    hint: 'Comprueba que no sea el mismo artículo publicado dos veces.',
  }),
  sameText: (file: string) => ({
    message: `El texto es casi igual al de ${file}.`,
    hint: 'Si es el mismo, borra uno; si es una copia, revisa que título, fecha y lugar sean los nuevos.',
  }),
  sameAddress: (file: string) => ({
    message: `Su dirección es también la de ${file}.`,
    hint: 'Cambia el nombre de uno de los archivos: dos páginas no caben en una dirección.',
  }),
  ownAddress: (address: string) => ({
    message: `La dirección «${address}» es del propio sitio.`,
    hint: 'Cambia el nombre del archivo: así no se publica.',
  }),
  aliasIsPage: (alias: string, file: string) => ({
    message: `La dirección anterior «${alias}» es la de ${file}.`,
    hint: 'Quítala de «Direcciones anteriores»: ahí ya hay una página.',
  }),
  aliasIsOwn: (alias: string) => ({
    message: `La dirección anterior «${alias}» es la de este mismo artículo.`,
    hint: 'Quítala de «Direcciones anteriores»: no hace falta.',
  }),
  aliasIsRoute: (alias: string) => ({
    message: `La dirección anterior «${alias}» es del propio sitio.`,
    hint: 'Quítala de «Direcciones anteriores»: nunca llevará a este artículo.',
  }),
  aliasTwice: (alias: string, file: string) => ({
    message: `La dirección anterior «${alias}» está también en ${file}.`,
    hint: 'Déjala solo en el artículo al que debe llevar.',
  }),
  slugName: (slug: string) => ({
    message: `El nombre del archivo («${slug}») tiene mayúsculas, acentos o signos que estropean la dirección.`,
    hint: 'Usa minúsculas sin acento, cifras y guiones, y pon la dirección de ahora en «Direcciones anteriores».',
  }),
  slugLength: (length: number) => ({
    message: `El nombre del archivo tiene ${String(length)} caracteres sin la fecha: la dirección es muy larga.`,
    hint: 'Acórtalo a 80 o menos, y pon la dirección de ahora en «Direcciones anteriores».',
  }),
  stray: {
    message: 'El archivo no es de ninguna colección y no se publica.',
    hint: 'Los artículos, autores y páginas son archivos .mdx en su carpeta, sin subcarpetas.',
  },
  noSettings: {
    message: 'Faltan los ajustes del sitio.',
    hint: 'Crea el archivo con name, description, url, language, timeZone, navigation y accent.',
  },
};
