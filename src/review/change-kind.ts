/** What a pull request does to what is published, beside a plain edit of an entry. */
export type ChangeKind = 'remove' | 'rename' | 'restore' | 'media-add' | 'media-remove';

/** The label of a pull request, as GitHub has it. */
export interface KindLabel {
  readonly name: string;
  /** Six hexadecimal digits. */
  readonly color: string;
  readonly description: string;
}

/**
 * The label of each kind. They do not begin with the prefix of the labels of status (`gaceta/`), which Decap
 * would take for one of its own.
 */
export const kindLabels: Readonly<Record<ChangeKind, KindLabel>> = {
  remove: { name: 'tipo: retirar', color: 'b42318', description: 'Retira del sitio algo publicado.' },
  rename: { name: 'tipo: dirección', color: '175cd3', description: 'Cambia la dirección de algo publicado.' },
  restore: {
    name: 'tipo: versión anterior',
    color: '6941c6',
    description: 'Vuelve a una versión anterior de algo publicado.',
  },
  'media-add': { name: 'tipo: subir archivos', color: '067647', description: 'Sube archivos sin un texto.' },
  'media-remove': {
    name: 'tipo: eliminar archivos',
    color: '93370d',
    description: 'Elimina archivos publicados.',
  },
};

/** The kind that the labels of a pull request tell; undefined for a plain edit. */
export function toChangeKind(labels: readonly string[]): ChangeKind | undefined {
  const kinds = Object.keys(kindLabels) as ChangeKind[];
  return kinds.find((kind) => labels.includes(kindLabels[kind].name));
}

/** Where the branches of changes to files without an entry begin. Decap's board lists `cms/` only. */
export const mediaBranchPrefix = 'medios/';
