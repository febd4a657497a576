import { z } from 'zod';
import { components } from '../components.ts';
import { type Field, type FieldOptions, toBase } from '../field.ts';

/**
 * The text of an entry: Markdown with the components of components.ts. In memory `{`, `<` and `}` are
 * plain characters; entry-file.ts escapes them for MDX.
 */
export function body(options: FieldOptions): Field<z.ZodDefault<z.ZodString>> {
  return {
    schema: z
      .string({ error: 'no es texto.' })
      .normalize('NFC')
      .overwrite((value) => value.replace(/\r\n?/gu, '\n'))
      .regex(/^(?:[^\p{Cc}\p{Cs}]|[\n\t])*$/u, { error: 'contiene caracteres de control: bórralos.' })
      .default(''),
    widget: {
      ...toBase(options),
      widget: 'markdown',
      required: false,
      modes: ['rich_text', 'raw'],
      buttons: [
        'bold',
        'italic',
        'link',
        'heading-two',
        'heading-three',
        'quote',
        'bulleted-list',
        'numbered-list',
      ],
      editor_components: Object.keys(components),
    },
  };
}
