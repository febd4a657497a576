import { plainHashtag } from '../../../../src/copy-desk/rules/links/plain-hashtag.ts';
import { testRule } from '../cases.ts';

testRule(plainHashtag, [
  { name: 'a text without any', given: 'Un párrafo.' },
  {
    name: 'at the end of a post',
    given: 'Hasta pronto.\n\n#DatosAbiertos #Gasto2027',
    finds: ['info'],
    says: '#Gasto2027',
  },
  { name: 'escaped', given: '\\#DefensaDelVoto', finds: ['info'] },
  { name: 'inside a sentence', given: 'Usa #DatosAbiertos para hablar de esto.' },
  { name: 'a heading', given: '# DatosAbiertos' },
  { name: 'a number', given: '#1 #2' },
  { name: 'linked ones are those of another rule', given: '[#Uno](https://x.com/hashtag/Uno)' },
]);
