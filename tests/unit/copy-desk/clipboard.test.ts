import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { cleanClipboard, summarize } from '../../../src/copy-desk/index.ts';
import { site } from './cases.ts';

const expected: Readonly<Record<string, string>> = {
  word: `## Acta de la asamblea

El comité de agua se reunió el martes en la **escuela central** y acordó lo siguiente, según el [acta firmada](https://www.example.org/acta).

- Reparar la tubería antes de la lluvia.
  - El tramo del puente va primero.
- Publicar el gasto cada mes.

**Quedó pendiente:** elegir tesorera. *La próxima reunión es en abril.*`,
  'google-docs': `## Cómo pedir información

La solicitud es **gratuita** *y no pide motivos*. El formulario está en la [página de la municipalidad](https://www.example.org/solicitud).

1. Escribe qué documento buscas.
   - Con su fecha, si la sabes.
2. Espera diez días hábiles.`,
  linkedin: `Ayer presentamos el portal de presupuesto abierto junto a [Municipio Abierto](https://www.linkedin.com/company/municipio-abierto/).

- Se actualiza cada semana.
- Se descarga sin registro.

Gracias a quienes vinieron.`,
  whatsapp: `**Taller del sábado** 📅\\
Nos vemos a las nueve en la biblioteca. *Lleva cuaderno*.`,
  'web-page': `## El concejo publica sus contratos

![La sala del concejo durante una sesión](https://www.example.org/fotos/concejo.jpg)

Sesión de marzo.

Desde hoy se pueden leer **completos**, dice el [sitio oficial](https://www.example.org/contratos?id=7) & su boletín.

> «Nada queda fuera», afirmó la alcaldesa.

### Qué falta

- Los anexos
- Las ofertas que no ganaron

| Año  | Contratos |
| ---- | --------- |
| 2025 | 1,204     |

Imprimir`,
};

const load = (name: string): Promise<string> =>
  readFile(new URL(`../../fixtures/clipboard/${name}.html`, import.meta.url), 'utf8');

describe('HTML', () => {
  test.each(Object.keys(expected))('%s', async (name) => {
    const { markdown, html, repairs } = cleanClipboard({ html: await load(name), text: '' }, site);
    expect(markdown).toBe(expected[name]);
    expect(repairs.map(({ rule }) => rule)).toContain('html');
    expect(html).not.toMatch(/style=|class=|<span|<!--|javascript:|<script/u);
  });

  test('an image that is only on the computer of whoever copied it is told', async () => {
    const { repairs } = cleanClipboard({ html: await load('word'), text: '' }, site);
    expect(repairs.find(({ rule }) => rule === 'local-image')?.message).toContain(
      'El comité alrededor de una mesa',
    );
    expect(summarize(repairs)).toContain('No se pudo pegar 1 imagen: súbela con el botón de imagen.');
  });

  test('hashtags of a network become tags, which the repairs tell', async () => {
    const { repairs } = cleanClipboard({ html: await load('linkedin'), text: '' }, site);
    expect(repairs.find(({ rule }) => rule === 'link-hashtag')?.after).toContain('Presupuesto');
  });

  test('plain HTML without rubbish needs no repair', () => {
    const { markdown, repairs } = cleanClipboard(
      { html: '<!--StartFragment--><p>Uno <b>dos</b></p>', text: '' },
      site,
    );
    expect(markdown).toBe('Uno **dos**');
    expect(repairs).toEqual([]);
  });
});

describe('plain text', () => {
  test('is left alone where nothing is wrong', () => {
    for (const text of ['Hola.', 'Hola.\n\n¿Qué tal?\n', '2*3*4 y a_b_c', 'a < b']) {
      expect(cleanClipboard({ html: '', text }, site).repairs).toEqual([]);
    }
  });

  test('gets the bold and italics of WhatsApp, and its list', () => {
    const text = '*Taller del sábado*\n• Trae _cuaderno_\n• Llega a las 9:00';
    const { markdown, repairs } = cleanClipboard({ html: '', text }, site);
    expect(markdown).toBe('**Taller del sábado**\n\n- Trae *cuaderno*\n- Llega a las 9:00');
    expect(repairs.map(({ rule }) => rule)).toEqual(['broken-bold', 'broken-bold', 'typed-list']);
  });

  test('is text, also where it looks like HTML', () => {
    const { markdown, html } = cleanClipboard({ html: '', text: '<b>hola</b>' }, site);
    expect(markdown).toBe('\\<b>hola\\</b>');
    expect(html).toBe('<p>&#60;b&#62;hola&#60;/b&#62;</p>');
  });
});
