import fc from 'fast-check';
import { expect, test } from 'vitest';
import { collections } from '../../../../content-schema/index.ts';
import { repairValues } from '../../../../src/copy-desk/index.ts';
import { mojibake } from '../../../../src/copy-desk/rules/encoding/mojibake.ts';
import { cleanPost, file, site, testRule } from '../cases.ts';
import { damage, damageLossily } from './windows-1252.ts';

testRule(mojibake, [
  { name: 'a clean text', given: '¿Qué pasó en la «reunión» de los niños? «Más rápido…», dijo él: “Ya”.' },
  {
    name: 'each damaged word',
    given: 'La cooperaciÃ³n pÃºblica.',
    becomes: 'La cooperación pública.',
    finds: ['error', 'error'],
    says: '«cooperaciÃ³n». Escribe «cooperación».',
  },
  {
    name: 'a value of the front matter',
    given: { title: 'Â¿CuÃ¡nto costÃ³?', tags: ['EducaciÃ³n'] },
    becomes: { title: '¿Cuánto costó?', tags: ['Educación'] },
    finds: ['error', 'error', 'error'],
  },
  { name: 'twice', given: 'La regiÃƒÂ³n', becomes: 'La región', finds: ['error'] },
  { name: 'í with its soft hyphen', given: 'ciudadanÃ\u00ADa', becomes: 'ciudadanía', finds: ['error'] },
  {
    name: 'í whose soft hyphen was dropped',
    given: 'La ciudadanÃa CÃvica estÃ¡ aquÃ, no allÃ. #DÃaCÃvico',
    becomes: 'La ciudadanía Cívica está aquí, no allí. #DíaCívico',
    finds: ['error', 'error', 'error', 'error', 'error', 'error'],
  },
  {
    name: 'í whose soft hyphen was dropped, twice',
    given: 'ciudadanÃƒÂa',
    becomes: 'ciudadanía',
    finds: ['error'],
  },
  {
    name: 'í whose soft hyphen is a space now',
    given: 'El paÃ s de las tecnologÃ as es asÃ con la ley',
    becomes: 'El país de las tecnologías es así con la ley',
    finds: ['error', 'error', 'error'],
  },
  {
    name: 'a word that may end there is left to a person',
    given: 'la ciudadanÃ a participa, y voilÃ .',
    finds: ['error', 'error'],
    says: 'no se pueden reparar con certeza',
  },
  {
    name: 'a capital at the start of a word, by the list',
    given: 'El Ãrea de África y el Ãmbito. Ãndice de temas.',
    becomes: 'El Área de África y el Ámbito. Índice de temas.',
    finds: ['error', 'error', 'error'],
  },
  {
    name: 'a first letter of which the list does not know, or not whether it is a capital',
    given: 'una Ãxxyz y el Ãndice',
    finds: ['error', 'error'],
  },
  {
    name: 'words in capitals',
    given: 'INFORMACIÃ“N DE LA CIUDADANÃA DEL PAÃS: ESPAÃ‘A, POLÃTICA',
    becomes: 'INFORMACIÓN DE LA CIUDADANÍA DEL PAÍS: ESPAÑA, POLÍTICA',
    finds: ['error', 'error', 'error', 'error', 'error'],
  },
  { name: 'capitals of which the list does not know', given: 'ZZÃZZ', finds: ['error'] },
  {
    name: 'Portuguese and French',
    given: 'NÃO é só São Paulo: «AMANHû, IRMÃS… À bientôt, «ÂGE», CHÂTEAU, Âmbito, où, garçon, «Où ça ?»',
  },
  {
    name: 'damaged French',
    given: 'la mÃªme idÃ©e, voilÃ\u00A0 le cÅ“ur',
    becomes: 'la même idée, voilà le cœur',
    finds: ['error', 'error', 'error', 'error'],
  },
  {
    name: 'quotation marks, dashes, ellipses, bullets, the euro',
    given: 'â€œUnoâ€\u009D, â€˜dosâ€™ â€“ tresâ€¦ â€¢ 5 â‚¬ Â«cuatroÂ» nÂº 5 y 3Âª',
    becomes: '“Uno”, ‘dos’ – tres… • 5 € «cuatro» nº 5 y 3ª',
    finds: ['error', 'error', 'error', 'error', 'error', 'error', 'error', 'error', 'error'],
  },
  {
    name: 'a closing quotation mark whose last byte was dropped, where one is open',
    given: 'Dijo â€œasÃ esâ€ y “ya”. Y otraâ€ no',
    becomes: 'Dijo “así es” y “ya”. Y otraâ€ no',
    finds: ['error', 'error', 'error'],
  },
  {
    name: 'emoji',
    given: 'ðŸ‡¬ðŸ‡¹ ðŸ“š ðŸ‘©â€\u008DðŸ’» âœ… â¤ï¸ âš ï¸ listo',
    becomes: '🇬🇹 📚 👩\u200D💻 ✅ ❤\uFE0F ⚠\uFE0F listo',
    finds: ['error', 'error', 'error', 'error', 'error', 'error'],
  },
  {
    name: 'an emoji that lost a byte',
    given: 'En el mapa ðŸ“ y el banco ðŸ›.',
    finds: ['error', 'error'],
    says: '«ðŸ“»',
  },
  {
    name: 'no-break spaces',
    given: 'Uno.Â\u00A0Dos.Â Tres.Â\n\nÂ\n\nÂ\u00A0Cuatro, 10Â% y palabraÂotra',
    becomes: 'Uno.\u00A0Dos. Tres.\n\n\n\n\u00A0Cuatro, 10\u00A0% y palabraÂotra',
    finds: ['error', 'error', 'error', 'error', 'error', 'error', 'error'],
  },
  {
    name: 'a text that is about it',
    given: 'Si ves `Ã³` o `Â¿`, o bien «Ã», «Ã±» y “Â”, algo se dañó.\n\n```\nÃ¡\n```\n',
  },
  {
    name: 'an address with escapes, and a path, but not the text of a link',
    given:
      '[EducaciÃ³n](https://example.org/Ã³/%C3%B3) y [mapa](</assets/images/posts/Ã±.jpg>) y https://example.org/pÃ¡gina',
    becomes:
      '[Educación](https://example.org/Ã³/%C3%B3) y [mapa](</assets/images/posts/Ã±.jpg>) y https://example.org/página',
    finds: ['error', 'error'],
  },
  {
    name: 'the path of an image',
    given: { image: '/assets/images/posts/aÃ±o.jpg', aliases: ['/blog/aÃ±o'] },
  },
  {
    name: 'Greek and Cyrillic, where several letters say so',
    given: damage('Ελλάδα Москва'),
    becomes: 'Ελλάδα Москва',
    finds: ['error', 'error'],
  },
  { name: 'capitals before punctuation', given: 'CAFÉ» SÍ” PERÚ… BOGOTÁ» «MÉXICO» MAMÁ’ LEÓN—' },
  {
    name: 'accents of their own',
    given: 'mañ eÌxito anÌƒo',
    becomes: 'mañ e\u0301xito an\u0303o',
    finds: ['error', 'error'],
  },
]);

const repair = (body: string): unknown =>
  repairValues(collections.posts, { ...cleanPost, body }, file, site, [mojibake]).values['body'];

const words = (
  'la ciudadanía participó en año niños pingüino ¿qué? ¡sí! «cómo» “así” ‘esto’ —dijo— tres… nº 1.ª 25 °C 10 € ' +
  'Ángel Índice ÁREA PAÍS INFORMACIÓN «ESPAÑA» PERÚ» Único Óscar Época Ñandú 📚 🇬🇹 👩‍💻 ✅ ⚠️ **Más** aquí, allí. él; ' +
  'São NÃO coração même où cœur garçon à\u00A0la ley·ley – x²'
).split(' ');
const texts = fc
  .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(' ', ' ', '\n\n', ', ')), { maxLength: 12 })
  .map((pieces) => pieces.flat().join(''));

test('what one or two rounds damaged without loss comes back as it was', () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 2 }), (text, rounds) => {
      expect(repair(damage(text, rounds))).toBe(text);
    }),
  );
});

test('a clean text in Spanish, Portuguese or French stays as it is', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(repair(text)).toBe(text);
    }),
  );
});

test('what lost its undefined bytes and soft hyphens never becomes another Spanish word', () => {
  const spanish =
    'la ciudadanía política aquí país vivían Índice Área CIUDADANÍA Ávila “dijo” así, María'.split(' ');
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...spanish), { minLength: 1, maxLength: 8 }), (some) => {
      const repaired = String(repair(damageLossily(some.join(' '))));
      repaired.split(' ').forEach((word, index) => {
        if (!/Ã|â€/u.test(word)) expect(word).toBe(some[index]);
      });
    }),
  );
});
