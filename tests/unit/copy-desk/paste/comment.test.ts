import { comment } from '../../../../src/copy-desk/rules/paste/comment.ts';
import { testRule } from '../cases.ts';

testRule(comment, [
  { name: 'a clean text', given: 'Un párrafo.' },
  {
    name: 'fragment marks around a paragraph',
    given: '<!--StartFragment-->\n\nUn párrafo.\n\n<!--EndFragment-->',
    becomes: '\n\nUn párrafo.\n\n',
    finds: ['error', 'error'],
    says: 'marca invisible',
  },
  { name: 'inside a paragraph', given: 'Un <!-- x --> párrafo.', becomes: 'Un  párrafo.', finds: ['error'] },
  { name: 'in code it is text', given: 'La marca `<!-- x -->` es un comentario.' },
]);
