import { images } from '../../messages/images.ts';
import type { Rule } from '../../rule.ts';
import { findImages } from './find-images.ts';

const { generic, title } = images.uselessAlt;

/** Letters and digits alone, without accents: «Imagen de portada.» is `imagen de portada`. */
const toPlain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Words that name the thing and not what it shows, perhaps with a number. */
const names =
  /^(?:(?:la|el|una|un) )?(?:imagen|foto|fotografia|ilustracion|grafico|grafica|portada|banner|logo|logotipo|icono|miniatura|image|img|picture|photo|pic|thumbnail|alt|texto alternativo|sin titulo|untitled|sin descripcion|descripcion)(?: (?:de|del|the|of|la|el|los|articulo|portada|post|nota|evento|blog|principal|destacada|alternativa|\d+))*$/u;

/** What cameras, phones and programs call files: a word and numbers. */
const machineNames =
  /^(?:(?:img|dsc|dscn|dcim|pxl|mvimg|image|photo|foto|imagen|scan|fb img|whatsapp image|captura de pantalla|screenshot|screen shot|captura)(?: ?(?:de las?|del|de|a las?|at|wa|[ap] ?m|copia|copy|\d+))*|[\d ]+)$/u;

const fileName = /\.(?:jpe?g|png|gif|webp|avif|hei[cf]|tiff?|bmp|svg)$/iu;

/** Alternative text that tells nobody what is to be seen. */
export const imageAltUseless: Rule = {
  id: 'image-alt-useless',
  *find(manuscript) {
    for (const { kind, start, address, alt } of findImages(manuscript)) {
      const text = alt?.text.trim() ?? '';
      if (alt === undefined || text === '') continue;
      const at = { path: alt.path, start: kind === 'field' ? 0 : start };
      const plain = toPlain(text);
      const file = toPlain((address.split('/').at(-1) ?? '').replace(/\.[^.]*$/u, ''));
      const isName = fileName.test(text) || names.test(plain) || machineNames.test(plain);
      // One word of a file name may be what is to be seen: «Mercado» of mercado.jpg.
      const isFile = plain === file && (plain.includes(' ') ? /[-_]/u.test(text) : !/^\p{L}+$/u.test(text));
      if (isName || isFile || plain.length < 2) yield { severity: 'error', ...at, ...generic(text) };
      else if (plain === toPlain(String(manuscript.values['title'] ?? ''))) {
        yield { severity: 'warning', ...at, ...title };
      }
    }
  },
};
