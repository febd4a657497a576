/** What editors read about places in an entry. */
export const messages = {
  yes: 'Sí',
  no: 'No',
  entry: (singular: string) => `Todo: ${singular}`,
  value: (label: string, text: string) => `${label}: ${text}`,
  within: (outer: string, inner: string) => `${outer}, ${inner}`,
  item: (list: string, position: number) => `${list}, ${String(position)}`,
  order: (list: string) => `${list}, en qué orden`,
  block: (field: string, position: number) => `${field}, párrafo ${String(position)}`,
  blocks: (field: string, first: number, last: number) =>
    `${field}, párrafos ${String(first)} a ${String(last)}`,
  start: (field: string) => `${field}, al principio`,
  after: (field: string, position: number) => `${field}, después del párrafo ${String(position)}`,
  askedBy: (name: string) => `Lo pide ${name} desde la redacción.`,
  openForm: 'Abrir en la redacción',
  mergeTitle: (title: string) => `Publicar: ${title}`,
  /** pull-body.ts finds the reason by it: old pull requests have it. */
  reason: 'Motivo del cambio',
} as const;
