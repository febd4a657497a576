/** What the report says, in Spanish: the one place for its words. */
export const messages = {
  style: {
    paragraph: 'párrafo',
    heading: (level: number) => (level <= 2 ? 'título de sección' : 'subtítulo'),
    item: (isOrdered: boolean, depth: number) =>
      `punto de una lista${isOrdered ? ' numerada' : ''}${depth > 1 ? ` (nivel ${String(depth)})` : ''}`,
    row: 'fila de una tabla',
    headerRow: 'encabezado de una tabla',
    code: 'código',
    note: 'nota al pie',
    rule: 'línea de separación',
    image: 'imagen',
    download: 'archivo para descargar',
    quote: (style: string) => `${style} de una cita`,
    box: (style: string, label: string, details: string) =>
      `${style} de «${label}»${details === '' ? '' : ` (${details})`}`,
  },
} as const;
