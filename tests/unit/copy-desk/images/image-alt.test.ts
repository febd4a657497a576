import { imageAlt } from '../../../../src/copy-desk/rules/images/image-alt.ts';
import { testRule } from '../cases.ts';

testRule(imageAlt, [
  {
    name: 'a cover and an image that are described',
    given: '![Una plaza con gente.](/assets/images/posts/a.jpg)',
  },
  {
    name: 'a cover without a description',
    given: { imageAlt: undefined },
    finds: ['error'],
    says: 'La imagen de portada no tiene texto alternativo. Describe en «Texto alternativo» lo que se ve.',
  },
  { name: 'a cover that is described with blanks', given: { imageAlt: '  ' }, finds: ['error'] },
  { name: 'no cover', given: { image: undefined, imageAlt: undefined } },
  {
    name: 'an image of the body without a description',
    given: 'Antes.\n\n![](/assets/images/posts/mercado.jpg)',
    finds: ['error'],
    says: '«mercado.jpg»',
  },
  { name: 'an image in a link', given: '[![ ](/a.jpg)](https://example.org)', finds: ['error'] },
  {
    name: 'an image by reference',
    given: '![][plaza]\n\n[plaza]: /assets/images/posts/plaza.jpg',
    finds: ['error'],
    says: '«plaza.jpg»',
  },
  {
    name: 'a Figure that is described with blanks',
    given: '<Figure image="/assets/images/posts/a.jpg" alt=" " />',
    finds: ['error'],
  },
  {
    name: 'a Figure without the attribute is the schema’s matter',
    given: '<Figure image="/assets/images/posts/a.jpg" />',
  },
  { name: 'in code it is text', given: 'Se escribe `![](foto.jpg)`.' },
]);
