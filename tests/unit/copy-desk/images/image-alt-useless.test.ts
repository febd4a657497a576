import { imageAltUseless } from '../../../../src/copy-desk/rules/images/image-alt-useless.ts';
import { testRule } from '../cases.ts';

const image = (alt: string, name = 'plaza.jpg'): string => `![${alt}](/assets/images/posts/${name})`;

testRule(imageAltUseless, [
  { name: 'what is to be seen', given: image('Una plaza con gente.') },
  { name: 'nothing at all is another rule’s matter', given: image('') },
  { name: 'one word that is the file’s, too', given: image('Plaza') },
  { name: 'a photo with a date that says more', given: image('Foto 2024 de la marcha por el agua') },
  { name: 'a screenshot that says of what', given: image('Captura de pantalla del presupuesto en línea') },
  { name: 'a word that begins like a generic one', given: image('Logotipo del Congreso de la República') },
  {
    name: 'a generic word',
    given: { imageAlt: 'Imagen' },
    finds: ['error'],
    says: 'El texto alternativo «Imagen» no dice qué se ve.',
  },
  { name: 'a generic phrase', given: image('Imagen de portada.'), finds: ['error'] },
  { name: 'a generic word with a number', given: image('foto 3'), finds: ['error'] },
  { name: 'a word of another language', given: image('image'), finds: ['error'] },
  { name: 'a file name', given: image('mercado_central.JPG'), finds: ['error'] },
  {
    name: 'the name of its file',
    given: image('taller-de-datos-2024', 'taller-de-datos-2024.png'),
    finds: ['error'],
  },
  { name: 'what a phone calls a file', given: image('IMG_20240511'), finds: ['error'] },
  {
    name: 'what a messenger calls a file',
    given: image('WhatsApp Image 2024-05-11 at 10.20.30 PM'),
    finds: ['error'],
  },
  {
    name: 'a screenshot of nothing',
    given: image('Captura de pantalla 2024-05-11 a las 10.20.30'),
    finds: ['error'],
  },
  { name: 'a mark', given: image('.'), finds: ['error'] },
  {
    name: 'the title',
    given: { imageAlt: 'Así se lee un presupuesto.' },
    finds: ['warning'],
    says: 'repite el título',
  },
  {
    name: 'in a Figure',
    given: '<Figure image="/assets/images/posts/a.jpg" alt="Foto" />',
    finds: ['error'],
  },
]);
