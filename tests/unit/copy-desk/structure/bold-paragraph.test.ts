import { boldParagraph } from '../../../../src/copy-desk/rules/structure/bold-paragraph.ts';
import { testRule } from '../cases.ts';

const long = 'palabra '.repeat(301).trim();

testRule(boldParagraph, [
  { name: 'bold in a paragraph', given: 'Es **muy** importante.' },
  {
    name: 'two of them',
    given: '**Qué es**\n\nEs esto.\n\n**Cómo va**\n\n- Así.',
    becomes: '## Qué es\n\nEs esto.\n\n## Cómo va\n\n- Así.',
    finds: ['warning', 'warning'],
    says: '«Qué es» parece un título',
  },
  { name: 'one of them is left to a person', given: '**Qué es**\n\nEs esto.', finds: ['warning'] },
  {
    name: 'one in a long text',
    given: `**Qué es**\n\n${long}`,
    becomes: `## Qué es\n\n${long}`,
    finds: ['warning'],
  },
  {
    name: 'below the heading they stand under',
    given: '### Uno\n\nTexto.\n\n**Dos**\n\nTexto.\n\n**Tres**\n\nTexto.',
    becomes: '### Uno\n\nTexto.\n\n#### Dos\n\nTexto.\n\n#### Tres\n\nTexto.',
    finds: ['warning', 'warning'],
  },
  {
    name: 'italics in it stay',
    given: '**Qué *es***\n\nA.\n\n**Y más**\n\nB.',
    becomes: '## Qué *es*\n\nA.\n\n## Y más\n\nB.',
    finds: ['warning', 'warning'],
  },
  {
    name: 'labels with a colon',
    given: '**Fecha:**\n\nLunes.\n\n**Lugar:**\n\nAquí.',
    finds: ['warning', 'warning'],
  },
  {
    name: 'a sentence, a quotation, a link, hashtags, the last one',
    given:
      '**Es así.**\n\nA.\n\n**«Cita»**\n\nB.\n\n**[Ver](https://example.org)**\n\nC.\n\n**\\#datos**\n\nD.\n\n**Firma**',
  },
  { name: 'one above another', given: '**Uno**\n\n**Dos**\n\nTexto.', finds: ['warning'] },
]);
