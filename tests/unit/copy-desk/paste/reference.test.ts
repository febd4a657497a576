import { reference } from '../../../../src/copy-desk/rules/paste/reference.ts';
import { testRule } from '../cases.ts';

testRule(reference, [
  { name: 'a clean text', given: 'Pan & café; y una calle.' },
  {
    name: 'a no-break space',
    given: 'Uno&nbsp;y&#160;dos.',
    becomes: 'Uno y dos.',
    finds: ['warning', 'warning'],
    says: '«&nbsp;»',
  },
  {
    name: 'letters and quotation marks',
    given: 'Reuni&oacute;n &laquo;abierta&raquo;.',
    becomes: 'Reunión «abierta».',
    finds: ['warning', 'warning', 'warning'],
  },
  { name: 'what nobody sees', given: 'Munici&shy;palidad', becomes: 'Municipalidad', finds: ['warning'] },
  { name: 'what Markdown would read stays', given: 'Escribe &lt;b&gt; y &ast;.' },
  { name: 'one that keeps a dash from being a list stays', given: '&nbsp;- No es lista.' },
  { name: 'in code and in addresses', given: '`&nbsp;` y [uno](https://example.org/?a=1&copy=2)' },
  { name: 'no reference at all', given: 'AT&T; &inventado; \\&nbsp;' },
]);
