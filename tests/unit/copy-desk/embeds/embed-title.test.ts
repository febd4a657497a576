import { embedTitle } from '../../../../src/copy-desk/rules/embeds/embed-title.ts';
import { testRule } from '../cases.ts';

const embed = (title: string): string => `<Embed url="https://example.org/a" title="${title}" />`;

testRule(embedTitle, [
  { name: 'a clean text', given: 'Un párrafo.' },
  { name: 'a title that says what it is', given: embed('Mapa de los pozos de agua') },
  { name: 'a block in code', given: `\`\`\`\n${embed('Formulario de Google')}\n\`\`\`` },
  {
    name: 'a title that we gave',
    given: embed('Formulario de Google'),
    finds: ['warning'],
    says: 'quien lee',
  },
  { name: 'a post of somebody', given: embed('Publicación en X de @ana_gt'), finds: ['warning'] },
  { name: 'the name of a site', given: embed('Contenido de mapas.example.org'), finds: ['warning'] },
  {
    name: 'what players call themselves',
    given: '<Video url="https://vimeo.com/1" title="YouTube video player" />',
    finds: ['warning'],
    says: '«YouTube video player»',
  },
  { name: 'no title at all, which the schema tells', given: '<Embed url="https://example.org/a" />' },
]);
