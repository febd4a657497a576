import GithubSlugger from 'github-slugger';

/** Ids of the page around a body. Headings never get one of them. */
export const pageIds = [
  'contenido',
  'correcciones',
  'indice',
  'autor',
  'temas',
  'compartir',
  'relacionados',
  'licencia',
  'buscar',
  'menu',
  'top',
  'footnote-label',
] as const;

/** remark-rehype gives ids of these forms to footnotes and to the references to them. */
const footnoteId = /^fn(?:ref)?-/u;

/**
 * The ids of the headings of one body, in order: readable in an address (`¿Qué es un cabildo?` is
 * `que-es-un-cabildo`), each once, and the same as long as headings before it of the same words stay.
 * @param texts the words of each heading, as readers see them
 */
export function toHeadingIds(texts: readonly string[]): string[] {
  const slugger = new GithubSlugger();
  for (const id of pageIds) slugger.slug(id);
  return texts.map((text) => {
    const words = text
      .normalize('NFD')
      .replace(/[\p{M}\p{Cf}]+/gu, '')
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean);
    const name = words.join('-').slice(0, 80).replace(/-$/u, '');
    return slugger.slug(
      name === '' || footnoteId.test(name.toLowerCase()) ? `seccion-${name}`.replace(/-$/u, '') : name,
    );
  });
}
