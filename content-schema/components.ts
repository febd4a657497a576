import { type Fields, optional, toSchema } from './field.ts';
import { file, image } from './fields/image.ts';
import { select } from './fields/select.ts';
import { httpsUrl, language, text } from './fields/text.ts';

/** A block of the body that Markdown has no words for: one MDX element, one form, one Astro component. */
export interface Component<F extends Fields = Fields> {
  readonly label: string;
  readonly fields: F;
  /** Its Markdown text stands between the opening and the closing tag. */
  readonly children?: Fields[string];
}

const alt = text({
  label: 'Texto alternativo',
  hint: 'Describe lo que se ve, para quien no puede ver la imagen.',
  max: 500,
});

const still = optional(
  image({ label: 'Imagen fija', hint: 'Se ve antes de abrirlo; sin ella, un cuadro con el título.' }),
);

/** Every component that a body may hold, by element name. */
export const components = {
  Figure: {
    label: 'Imagen con pie',
    fields: {
      image: image({ label: 'Imagen' }),
      alt,
      caption: optional(text({ label: 'Pie de foto', max: 500 })),
      credit: optional(text({ label: 'Crédito', hint: 'Quién hizo la imagen.', max: 200 })),
    },
  },
  Callout: {
    label: 'Recuadro',
    fields: {
      type: select({
        label: 'Tipo',
        options: { aviso: 'Aviso', dato: 'Dato', cita: 'Cita' },
        initial: 'aviso',
      }),
      language: optional(
        language({ label: 'Idioma del texto', hint: 'Solo si no es el del artículo, por ejemplo en.' }),
      ),
    },
    children: text({ label: 'Texto', max: 5000, multiline: true }),
  },
  Passage: {
    label: 'Pasaje en otro idioma',
    fields: {
      language: language({ label: 'Idioma', hint: 'Un código: en (inglés), quc (k’iche’), kek (q’eqchi’).' }),
    },
    children: text({ label: 'Texto', max: 20_000, multiline: true }),
  },
  Video: {
    label: 'Video',
    fields: {
      url: httpsUrl({ label: 'Dirección', hint: 'La página del video en YouTube o Vimeo.' }),
      title: text({ label: 'Título', hint: 'Qué muestra el video.', max: 200 }),
      image: still,
    },
  },
  Embed: {
    label: 'Contenido de otro sitio',
    fields: {
      url: httpsUrl({
        label: 'Dirección',
        hint: 'Formulario de Google, Flourish, TikTok, X o Facebook.',
      }),
      title: text({ label: 'Título', hint: 'Qué es, para quien decide si lo abre.', max: 200 }),
      image: still,
    },
  },
  Download: {
    label: 'Archivo para descargar',
    fields: {
      file: file({ label: 'Archivo' }),
      label: text({ label: 'Nombre que se muestra', max: 200 }),
    },
  },
} as const satisfies Record<string, Component>;

export type ComponentName = keyof typeof components;

/** Is this the name of a component that a body may hold? */
export const isComponentName = (name: string): name is ComponentName => Object.hasOwn(components, name);

/** The rule for the attributes of a component, by element name. */
export const componentSchemas = {
  Figure: toSchema(components.Figure.fields),
  Callout: toSchema(components.Callout.fields),
  Passage: toSchema(components.Passage.fields),
  Video: toSchema(components.Video.fields),
  Embed: toSchema(components.Embed.fields),
  Download: toSchema(components.Download.fields),
} as const satisfies Record<ComponentName, unknown>;
