import type { Finding } from '../../../content-schema/index.ts';
import type { ImportedUpload } from '../uploads.ts';
import type { Status } from './report.ts';

const plural = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('es-GT')} ${count === 1 ? one : many}`;

/** What the report says, in Spanish: editors read it. */
export const messages = {
  title: 'Informe de la importación',
  intro:
    'Qué se trajo del sitio anterior, qué se reparó y qué falta decidir. Nada de esto está publicado todavía: primero lo revisa una persona.',
  dryRun: 'Es un ensayo: no se escribió ningún archivo.',
  overview: 'En resumen',
  documents: (count: number) => plural(count, 'documento', 'documentos'),
  repairs: (count: number) => plural(count, 'reparación', 'reparaciones'),
  open: (count: number) => plural(count, 'por corregir', 'por corregir'),
  warnings: (count: number) => plural(count, 'por mejorar', 'por mejorar'),
  images: (count: number) => plural(count, 'archivo', 'archivos'),
  missing: (count: number) => plural(count, 'archivo no se encontró', 'archivos no se encontraron'),
  contents: 'Todos los documentos',
  document: 'Documento',
  status: 'Estado',
  toDecide: 'Por corregir',
  toImprove: 'Por mejorar',
  repaired: 'Reparado',
  defects: 'Defectos, antes y después',
  defectsIntro:
    'Cuántas veces encontró algo cada regla en los documentos de antes y cuántas quedan ahora. Lo que queda lo decide una persona. Los nombres, formatos y tamaños de las imágenes se arreglan al traerlas y no cuentan como reparación. No cuenta lo que no se tomó.',
  rule: 'Regla',
  before: 'Antes',
  after: 'Ahora',
  entries: 'Uno por uno',
  skipped: 'Lo que no se tomó',
  skippedIntro: 'Estos documentos no son de ninguna colección del sitio. Siguen donde estaban.',
  decide: 'Lo que hay que decidir',
  nothingToDecide: 'Nada: está lista.',
  line: (line: number) => `Línea ${String(line)}`,
  wasRepaired: 'Lo que se reparó',
  changes: 'El texto, antes y después',
  changesIntro: 'Solo los párrafos que cambiaron. Lo tachado estaba; lo subrayado está ahora.',
  uploads: 'Imágenes y archivos',
  oldFile: 'Antes',
  newFile: 'Ahora',
  aliases: 'Direcciones anteriores que llevan a esta página',
  leftovers: 'Datos que aquí no tienen casilla',
  leftoverKept: 'está al final del texto',
  leftoverLost: 'no está en el artículo: decide si hace falta',
  source: 'Archivo de antes',
  file: 'Archivo de ahora',
  added: 'Se agregó',
  removed: 'Se quitó',
  times: (count: number) => `${String(count)} veces`,
} as const;

export const statusLabels: Readonly<Record<Status, string>> = {
  new: 'Nuevo',
  updated: 'Actualizado',
  unchanged: 'Sin cambios',
  edited: 'Conservado: alguien lo editó aquí',
  deleted: 'No se repuso: alguien lo borró aquí',
  foreign: 'No se escribió: ya había otro con ese nombre',
  incomplete: 'No se escribió: le falta un dato obligatorio',
  skipped: 'No se tomó',
};

/** After a number. */
export const statusCounts: Readonly<Record<Status, string>> = {
  new: 'nuevos',
  updated: 'actualizados',
  unchanged: 'sin cambios',
  edited: 'conservados: alguien los editó',
  deleted: 'no se repusieron: alguien los borró',
  foreign: 'no se escribieron: ya había otros',
  incomplete: 'no se escribieron: les falta un dato',
  skipped: 'no se tomaron',
};

export const severityLabels: Readonly<Record<Finding['severity'], string>> = {
  error: 'Por corregir',
  warning: 'Por mejorar',
  info: 'Para mirar',
};

export const uploadLabels: Readonly<Record<ImportedUpload['status'], string>> = {
  taken: 'Traído',
  present: 'Ya estaba en el sitio',
  missing: 'No se encontró',
  broken: 'No se puede usar',
};

/** Signs that one does not see, and what the report shows instead. */
export const invisible: Readonly<Record<string, string>> = {
  '\n': '↵',
  '\t': 'tabulador',
  '\u00A0': 'espacio duro',
  '\u00AD': 'guion oculto',
  '\u200B': 'ancho cero',
  '\u200C': 'ancho cero',
  '\u200D': 'unión',
  '\u200E': 'marca de dirección',
  '\u200F': 'marca de dirección',
  '\u2028': 'salto de línea',
  '\u2060': 'ancho cero',
  '\u202F': 'espacio fino',
  '\uFEFF': 'BOM',
  '\uFE0F': 'variante',
};
