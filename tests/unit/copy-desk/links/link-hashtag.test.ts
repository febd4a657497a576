import { expect, test } from 'vitest';
import { collections } from '../../../../content-schema/index.ts';
import { repairValues } from '../../../../src/copy-desk/index.ts';
import { toTag } from '../../../../src/copy-desk/rules/links/hashtag.ts';
import { linkHashtag } from '../../../../src/copy-desk/rules/links/link-hashtag.ts';
import { testRule } from '../cases.ts';

const tag = (text: string, keyword: string): string =>
  `[${text}](https://www.linkedin.com/feed/hashtag/?keywords=${keyword}&highlightedUpdateUrns=urn%3Ali%3A1)`;
const datos = tag('hashtag#DatosAbiertos', 'datosabiertos');
const civica = tag('\\#InnovaciónCívica', 'innovacioncivica');

testRule(linkHashtag, [
  {
    name: 'other links to social networks',
    given: '[Ana](https://www.linkedin.com/in/ana) y #DatosAbiertos.',
  },
  {
    name: 'a paragraph of hashtags goes',
    given: `Hasta pronto.\n\n${datos} ${civica}\n`,
    becomes: { body: 'Hasta pronto.\n\n\n', tags: ['Datos abiertos', 'Innovación cívica'] },
    finds: ['warning'],
    says: 'Hay 2 etiquetas',
  },
  {
    name: 'a run behind the last sentence goes',
    given: `Hasta pronto.\n${datos}, ${civica}.`,
    becomes: { body: 'Hasta pronto.', tags: ['Datos abiertos', 'Innovación cívica'] },
    finds: ['warning'],
  },
  {
    name: 'a run behind a hard break',
    given: `Hasta pronto.\\\n${datos}\\\n${civica}`,
    becomes: { body: 'Hasta pronto.', tags: ['Datos abiertos', 'Innovación cívica'] },
    finds: ['warning'],
  },
  {
    name: 'a run in bold, with hashtags that are no links',
    given: `**${datos} ${civica}** #Municipios`,
    becomes: { body: '', tags: ['Datos abiertos', 'Innovación cívica', 'Municipios'] },
    finds: ['warning'],
  },
  {
    name: 'inside a sentence it stays as a word',
    given: `Hablamos de ${datos} con **${civica}** en la plaza.`,
    becomes: {
      body: 'Hablamos de DatosAbiertos con **InnovaciónCívica** en la plaza.',
      tags: ['Datos abiertos', 'Innovación cívica'],
    },
    finds: ['warning'],
    says: 'Etiquetas',
  },
  {
    name: 'the last word of a sentence is no run',
    given: `Trabajamos por los ${datos}.`,
    becomes: { body: 'Trabajamos por los DatosAbiertos.', tags: ['Datos abiertos'] },
    finds: ['warning'],
  },
  {
    name: 'words that touch stay apart',
    given: `[Ana](https://ana.example.org)${civica} habló.`,
    becomes: {
      body: '[Ana](https://ana.example.org)\\#InnovaciónCívica habló.',
      tags: ['Innovación cívica'],
    },
    finds: ['warning'],
  },
  {
    name: 'a hashtag that was cut at its hyphen',
    given: `Fin.\n\n${datos} ${tag('\\#Co', 'co')}-creación`,
    becomes: { body: 'Fin.\n\n', tags: ['Datos abiertos', 'Co-creación'] },
    finds: ['warning'],
  },
  {
    name: 'a tag that the post has already',
    given: { body: `${datos}`, tags: ['datos ABIERTOS'] },
    becomes: { body: '', tags: ['datos ABIERTOS'] },
    finds: ['warning'],
  },
  {
    name: 'other networks, also behind a redirect and without «#»',
    given:
      'Van [#Uno](https://x.com/hashtag/Uno?src=hash), [#Dos](https://www.instagram.com/explore/tags/dos/), [#Tres](https://www.tiktok.com/tag/tres?refer=embed), [Cuatro](https://www.google.com/url?q=https%3A%2F%2Fwww.facebook.com%2Fhashtag%2Fcuatro) y más.',
    becomes: { body: 'Van Uno, Dos, Tres, Cuatro y más.', tags: ['Uno', 'Dos', 'Tres', 'Cuatro'] },
    finds: ['warning'],
  },
  {
    name: 'words of its own for a hashtag are a link like any other',
    given: '[Mira lo que se dice](https://x.com/hashtag/Uno)',
  },
  {
    name: 'in a list it stays as a word',
    given: `- ${datos}\n- otra cosa`,
    becomes: { body: '- DatosAbiertos\n- otra cosa', tags: ['Datos abiertos'] },
    finds: ['warning'],
  },
  {
    name: 'nothing is decided while the text is wrongly decoded',
    given: tag('hashtag#InnovaciÃ³nCÃ­vica', 'x'),
    finds: ['warning'],
  },
  {
    name: 'nor while HTML holds hashtags, too',
    given: `${datos}\n\n<p><a href="https://x.com/hashtag/Uno">#Uno</a></p>`,
    finds: ['warning'],
  },
]);

test('where an entry has no tags, only the link goes', () => {
  const values = { title: 'Quiénes somos', body: `Sobre ${datos}.\n\n${civica}` };
  const file = 'src/content/pages/nosotros.mdx';
  const site = { url: 'https://gaceta.example.org', timeZone: 'America/Guatemala', now: new Date(0) };
  expect(repairValues(collections.pages, values, file, site, [linkHashtag]).values).toEqual({
    ...values,
    body: 'Sobre DatosAbiertos.\n\nInnovaciónCívica',
  });
});

test.each([
  ['GobiernoAbierto', 'Gobierno abierto'],
  ['Estado100Digital', 'Estado 100 digital'],
  ['DatosOCDS', 'Datos OCDS'],
  ['OCDSGuatemala', 'OCDS guatemala'],
  ['ODS16', 'ODS16'],
  ['8M', '8M'],
  ['VotoYElección', 'Voto y elección'],
  ['transparencia', 'Transparencia'],
  ['datos_abiertos', 'Datos abiertos'],
  ['Co-creación', 'Co-creación'],
])('the hashtag %s is the tag «%s»', (word, expected) => {
  expect(toTag(word)).toBe(expected);
});
