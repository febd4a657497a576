import { codeFence } from '../../../../src/copy-desk/rules/paste/code-fence.ts';
import { testRule } from '../cases.ts';

const frame = '<iframe src="https://example.org/video" title="Uno"></iframe>';

testRule(codeFence, [
  { name: 'code', given: '```\nnpm run check\n```\n\n```js\nconst a = 1;\n```' },
  {
    name: 'an embed',
    given: `Mira:\n\n\`\`\`\n${frame}\n\`\`\`\n\nFin.`,
    becomes: `Mira:\n\n${frame}\n\nFin.`,
    finds: ['error'],
  },
  {
    name: 'between lines of text',
    given: `Mira:\n\`\`\`\n${frame}\n\`\`\`\nFin.`,
    becomes: `Mira:\n\n${frame}\n\nFin.`,
    finds: ['error'],
  },
  {
    name: 'prose',
    given: '```\nLa reunión es el martes en la escuela.\nSe habla de los gastos y de la lluvia.\n```',
    becomes: 'La reunión es el martes en la escuela.\nSe habla de los gastos y de la lluvia.',
    finds: ['error'],
    says: 'bloque de código',
  },
  { name: 'an embed shown as code, with its language', given: `\`\`\`html\n${frame}\n\`\`\`` },
  { name: 'one line without a sentence', given: '```\nusuario de la red\n```' },
]);
