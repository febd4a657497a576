import { hardBreak } from '../../../../src/copy-desk/rules/paste/hard-break.ts';
import { testRule } from '../cases.ts';

const sentence =
  'Esta es una frase de más de cien letras que alguien pegó de otro lado y que termina, como todas, en un punto.';

testRule(hardBreak, [
  { name: 'an address', given: 'Calle 1\\\nZona 2\\\nGuatemala' },
  {
    name: 'at the end of a paragraph',
    given: 'Uno.\\\n\nDos.\\',
    becomes: 'Uno.\n\nDos.',
    finds: ['error', 'error'],
  },
  {
    name: 'before a list and in a heading',
    given: '## Título\\\n\nSon:\\\n- uno',
    becomes: '## Título\n\nSon:\n- uno',
    finds: ['error', 'error'],
  },
  { name: 'an empty line of breaks', given: 'Uno\\\n\\\nDos', becomes: 'Uno\n\nDos', finds: ['warning'] },
  { name: 'at the start', given: '\\\nUno', becomes: 'Uno', finds: ['warning'] },
  {
    name: 'a bold line above a text',
    given: '**Por qué**\\\nPorque sí.',
    becomes: '**Por qué**\n\nPorque sí.',
    finds: ['warning'],
  },
  {
    name: 'after a long sentence',
    given: `${sentence}\\\nY otra.`,
    becomes: `${sentence}\n\nY otra.`,
    finds: ['warning'],
  },
  { name: 'after a short one it may be wanted', given: 'No es teoría.\\\nEs práctica.' },
  {
    name: 'where a list would begin',
    given: 'Uno\\\n\\\n2\\. Dos',
    becomes: 'Uno\n\n2\\. Dos',
    finds: ['warning'],
  },
  { name: 'an escaped backslash', given: 'La ruta C:\\\\' },
]);
