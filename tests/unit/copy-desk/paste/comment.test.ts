import { comment } from '../../../../src/copy-desk/rules/paste/comment.ts';
import { testRule } from '../cases.ts';

testRule(comment, [
  { name: 'a clean text', given: 'Un párrafo.' },
  {
    name: 'fragment marks around a paragraph, with their blank lines',
    given: '<!--StartFragment-->\n\n\nUn párrafo.\n\n<!--EndFragment-->\n\nOtro.',
    becomes: 'Un párrafo.\n\nOtro.',
    finds: ['error', 'error'],
    says: 'marca invisible',
  },
  {
    name: 'between two paragraphs without blank lines',
    given: 'Uno.\n<!-- x -->\nDos.',
    becomes: 'Uno.\n\nDos.',
    finds: ['error'],
  },
  {
    name: 'inside a paragraph, with one of the two spaces',
    given: 'Un <!-- x --> párrafo.',
    becomes: 'Un párrafo.',
    finds: ['error'],
  },
  {
    name: 'over several lines of a quotation',
    given: '> <!-- a\n> b -->\n>\n> Dijo.',
    becomes: '>\n>\n> Dijo.',
    finds: ['error'],
  },
  { name: 'one that nobody closed is left to a person', given: 'Uno.\n\n<!-- Dos.', finds: ['error'] },
  { name: 'in code it is text', given: 'La marca `<!-- x -->` es un comentario.' },
]);
