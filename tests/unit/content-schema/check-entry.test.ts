import { describe, expect, test } from 'vitest';
import {
  checkEntry,
  type Collection,
  collections,
  EntryError,
  type Finding,
  loadEntry,
  parseEntry,
  toLine,
} from '../../../content-schema/index.ts';

const { authors, posts, site } = collections;
const file = 'src/content/posts/a.mdx';

const post = [
  'title: Cómo citar',
  'image: /assets/images/posts/a.jpg',
  'description: Comillas y fuentes.',
  'autor: Diego Tzoc',
  'date: 2026-05-12T07:45:00-06:00',
];

/** The front matter of a right post, with some lines in place of the one that starts alike or at the end. */
function toSource(lines: readonly string[], body = ''): string {
  const isReplaced = (line: string): boolean =>
    lines.some(
      (other) => other.split(':')[0] === line.split(':')[0] || other === `-${line.split(':')[0] ?? ''}`,
    );
  const kept = post.filter((line) => !isReplaced(line));
  return `---\n${[...kept, ...lines.filter((line) => !line.startsWith('-'))].join('\n')}\n---\n${body}`;
}

function check(source: string, collection: Collection = posts): readonly Finding[] {
  const result = checkEntry(collection, parseEntry(collection, source, file), file);
  return result.success ? [] : result.findings;
}

const finding = (line: number, column: number, field: string, message: string, hint: string): Finding => ({
  rule: 'schema',
  severity: 'error',
  location: { file, line, column },
  field,
  message,
  hint,
});

const titleHint = 'Corrige el campo «Título». Di qué pasó, en menos de cien caracteres.';
const dateHint = 'Corrige el campo «Fecha». Día y hora de publicación, en la hora del sitio.';
const dateMessage =
  'Fecha («date»): no es una fecha con hora y zona. Escríbela como 2026-03-04T08:30:00-06:00.';
const imageMessage =
  'Imagen de portada («image»): elige una imagen de la biblioteca (/assets/images/posts/…) o una dirección con https://.';
const imageHint = 'Corrige el campo «Imagen de portada».';
const long = (length: number): string => '👩'.repeat(length);

describe('checkEntry', () => {
  test('passes a right post and gives its values', () => {
    const result = checkEntry(posts, parseEntry(posts, toSource([], 'Hola.\n'), file), file);
    expect(result).toMatchObject({
      success: true,
      entry: { title: 'Cómo citar', highlight: false, body: 'Hola.' },
    });
  });

  test.each<[behaviour: string, source: string, finding: Finding]>([
    [
      'a missing title',
      toSource(['-title']),
      finding(1, 1, 'title', 'Título («title»): falta.', titleHint.replace('Corrige', 'Completa')),
    ],
    [
      'an empty title',
      toSource(['title:']),
      finding(6, 7, 'title', 'Título («title»): falta.', titleHint.replace('Corrige', 'Completa')),
    ],
    [
      'a missing author',
      toSource(['-autor']),
      finding(
        1,
        1,
        'autor',
        'Autor («autor»): falta.',
        'Completa el campo «Autor». Elige de la lista o escribe otro nombre.',
      ),
    ],
    [
      'a title of 126 characters',
      toSource([`title: ${long(126)}`]),
      finding(
        6,
        8,
        'title',
        'Título («title»): escribe entre 3 y 125 caracteres, en una sola línea.',
        titleHint,
      ),
    ],
    [
      'a title that is a number',
      toSource(['title: 2026']),
      finding(6, 8, 'title', 'Título («title»): no es texto: ponlo entre comillas.', titleHint),
    ],
    [
      'an unknown key',
      toSource(['titel: a']),
      finding(7, 8, 'titel', 'La clave «titel» no existe.', '¿Querías escribir «title»? Si no, bórrala.'),
    ],
    [
      'a key that objects have by birth',
      toSource(['constructor: a']),
      finding(
        7,
        14,
        'constructor',
        'La clave «constructor» no existe.',
        '¿Querías escribir «autor»? Si no, bórrala.',
      ),
    ],
    [
      'a bad e-mail address',
      toSource(['correo: nombre(a)dominio.org']),
      finding(
        7,
        9,
        'correo',
        'Correo de contacto («correo»): no es una dirección de correo. Escríbela como nombre@dominio.org.',
        'Corrige el campo «Correo de contacto». No se muestra en el sitio.',
      ),
    ],
    [
      'a date without offset',
      toSource(['date: 2026-05-12T07:45:00']),
      finding(6, 7, 'date', dateMessage, dateHint),
    ],
    ['a date without time', toSource(['date: 2026-05-12']), finding(6, 7, 'date', dateMessage, dateHint)],
    [
      'a date as people write it',
      toSource(['date: 12/05/2026']),
      finding(6, 7, 'date', dateMessage, dateHint),
    ],
    [
      'a day that is not',
      toSource(['date: 2026-02-30T07:45:00Z']),
      finding(6, 7, 'date', dateMessage, dateHint),
    ],
    [
      'an image outside the folder',
      toSource(['image: /assets/img/posts/a.jpg']),
      finding(6, 8, 'image', imageMessage, imageHint),
    ],
    [
      'an image that climbs out of the folder',
      toSource(['image: /assets/images/posts/../a.jpg']),
      finding(6, 8, 'image', imageMessage, imageHint),
    ],
    [
      'an image without https',
      toSource(['image: http://a.b/c.jpg']),
      finding(6, 8, 'image', imageMessage, imageHint),
    ],
    [
      'text for a yes or no',
      toSource(['highlight: sí']),
      finding(
        7,
        12,
        'highlight',
        'Destacado en la portada («highlight»): escribe true (sí) o false (no), sin comillas.',
        'Corrige el campo «Destacado en la portada».',
      ),
    ],
    [
      'tags that are no list',
      toSource(['tags: a, b']),
      finding(
        7,
        7,
        'tags',
        'Etiquetas («tags»): no es una lista.',
        'Corrige el campo «Etiquetas». Temas del artículo, uno por casilla.',
      ),
    ],
    [
      'a correction with a wrong date',
      toSource(['corrections:', '  - date: ayer', '    text: a']),
      finding(
        8,
        11,
        'corrections.0.date',
        'Correcciones 1, Fecha («corrections.0.date»): no es una fecha con hora y zona. Escríbela como 2026-03-04T08:30:00-06:00.',
        'Corrige el campo «Correcciones 1, Fecha».',
      ),
    ],
    [
      'a correction without text',
      toSource(['corrections:', '  - date: 2026-05-12T07:45:00Z']),
      finding(
        8,
        5,
        'corrections.0.text',
        'Correcciones 1, Qué se corrigió («corrections.0.text»): falta.',
        'Completa el campo «Correcciones 1, Qué se corrigió».',
      ),
    ],
    [
      'an unknown key in a correction',
      toSource(['corrections:', '  - date: 2026-05-12T07:45:00Z', '    texto: a', '    text: b']),
      finding(
        9,
        12,
        'corrections.0.texto',
        'La clave «texto» no existe.',
        '¿Querías escribir «text»? Si no, bórrala.',
      ),
    ],
    [
      'a correction that is no group',
      toSource(['corrections:', '  - ayer']),
      finding(
        8,
        5,
        'corrections.0',
        'Correcciones 1 («corrections.0»): no es un grupo de campos.',
        'Corrige el campo «Correcciones 1». Lo que se corrigió después de publicar. Se muestra a quien lee.',
      ),
    ],
    [
      'control characters in the body',
      toSource([], 'a\u0007b'),
      finding(
        8,
        1,
        'body',
        'Texto («body»): contiene caracteres de control: bórralos.',
        'Corrige el campo «Texto».',
      ),
    ],
  ])('names %s, where and what to do', (_, source, expected) => {
    expect(check(source)).toEqual([expected]);
  });

  const component = (line: number, message: string, hint: string): Finding => ({
    ...finding(line, 1, 'body', message, hint),
    rule: 'component',
  });

  test.each<[behaviour: string, body: string, finding: Finding]>([
    [
      'a picture without alternative text',
      'a\n\n<Figure image="/assets/images/posts/a.jpg" />\n',
      component(
        10,
        'Bloque «Imagen con pie»: Texto alternativo («alt»): falta.',
        'Completa el campo «Texto alternativo». Describe lo que se ve, para quien no puede ver la imagen.',
      ),
    ],
    [
      'an unknown attribute',
      '<Video url="https://a.b" title="a" titulo="b" />',
      component(
        8,
        'Bloque «Video»: La clave «titulo» no existe.',
        '¿Querías escribir «title»? Si no, bórrala.',
      ),
    ],
    [
      'an address without https',
      '<Embed url="http://a.b" title="a" />',
      component(
        8,
        'Bloque «Contenido de otro sitio»: Dirección («url»): no es una dirección web. Cópiala entera, con https:// al principio.',
        'Corrige el campo «Dirección». Formulario de Google, Flourish, TikTok, X o Facebook.',
      ),
    ],
    [
      'a kind that is not',
      '\n\n<Callout type="otro">\n\na\n\n</Callout>',
      component(
        10,
        'Bloque «Recuadro»: Tipo («type»): elige uno de estos valores: aviso, dato, cita.',
        'Corrige el campo «Tipo».',
      ),
    ],
    [
      'a callout without text',
      '<Callout type="dato">\n\n</Callout>\n\n<Callout type="cita">\n\na\n\n</Callout>',
      component(8, 'Bloque «Recuadro»: Texto («children»): falta.', 'Completa el campo «Texto».'),
    ],
    [
      'a callout that is closed at once',
      '<Callout type="dato" />',
      component(8, 'Bloque «Recuadro»: Texto («children»): falta.', 'Completa el campo «Texto».'),
    ],
  ])('names %s with its line', (_, body, expected) => {
    expect(check(toSource([], body))).toEqual([expected]);
  });

  test('tells everything that is wrong, in the order of the file', () => {
    const source = toSource(['-autor', 'date: ayer', 'title: a', 'extra: b'], '<Callout type="dato" />');
    expect(check(source).map(({ field, location }) => [location.line, field])).toEqual([
      [1, 'autor'],
      [4, 'date'],
      [5, 'title'],
      [6, 'extra'],
      [8, 'body'],
    ]);
  });

  test('checks settings', () => {
    const source = [
      'name: Gaceta',
      'description: a',
      'url: http://gaceta.example.org',
      'language: español',
      'timeZone: Guatemala',
      'navigation:',
      '  - label: Inicio',
      '    href: inicio',
      'accent: azul',
      'licence: CC BY 4.0',
      'acent: b',
    ].join('\n');
    expect(check(source, site).map((each) => toLine(each))).toEqual([
      `${file}:3:6: Dirección del sitio («url»): no es una dirección web. Cópiala entera, con https:// al principio. Corrige el campo «Dirección del sitio». Con https://, por ejemplo https://gaceta.example.org.`,
      `${file}:4:11: Idioma («language»): escribe un código como es-GT. Corrige el campo «Idioma». Código del idioma y el país, por ejemplo es-GT.`,
      `${file}:5:11: Zona horaria («timeZone»): no es una zona horaria. Escríbela como America/Guatemala. Corrige el campo «Zona horaria». Por ejemplo America/Guatemala.`,
      `${file}:8:11: Navegación 1, Dirección («navigation.0.href»): escribe una dirección de este sitio que empiece con / o una dirección con https://. Corrige el campo «Navegación 1, Dirección».`,
      `${file}:9:9: Color de acento («accent»): escribe un color como #0b5d7a. Corrige el campo «Color de acento». Como #0b5d7a. Se ajusta solo para que se lea bien.`,
      `${file}:10:10: Licencia («licence»): no es un grupo de campos. Corrige el campo «Licencia». Con qué licencia se publica el contenido.`,
      `${file}:11:8: La clave «acent» no existe. ¿Querías escribir «accent»? Si no, bórrala.`,
    ]);
  });
});

describe('loadEntry', () => {
  test('gives the values of a right file', () => {
    expect(loadEntry(authors, '---\nname: Diego Tzoc\n---\nHola.\n', file)).toEqual({
      name: 'Diego Tzoc',
      body: 'Hola.',
    });
  });

  test('throws every finding, one on each line of the message', () => {
    const load = () => loadEntry(authors, '---\nname: a\nrol: b\n---\n', file);
    expect(load).toThrow(EntryError);
    expect(load).toThrow(
      `${file}:2:7: Nombre («name»): escribe entre 2 y 60 caracteres, en una sola línea. Corrige el campo «Nombre». Como firma sus artículos.\n` +
        `${file}:3:6: La clave «rol» no existe. ¿Querías escribir «role»? Si no, bórrala.`,
    );
  });
});
