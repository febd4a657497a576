/** What reviewers read beside the report itself, in Spanish. */
export const messages = {
  previewReady: 'La página, como la verán los lectores.',
  others: (paths: readonly string[], more: number): string =>
    `Este cambio toca también archivos que no son contenido: ${paths.map((path) => `\`${path}\``).join(', ')}` +
    `${more === 0 ? '' : ` y ${String(more)} más`}. Revísalos en GitHub.`,
  tooLong: 'Son tantos cambios que el detalle no cabe en un comentario.',
  pictures: 'La página antes y después',
  phone: 'Teléfono',
  desktop: 'Escritorio',
  before: 'Antes',
  after: 'Después',
} as const;
