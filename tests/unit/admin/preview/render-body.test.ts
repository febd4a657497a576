import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderBody } from '../../../../src/admin/preview/render-body.ts';
import { toHostileEntries } from '../../../support/hostile-entries.ts';
import { findDanger } from '../../render/find-danger.ts';

const render = (body: string): string => renderBody(body).markup.replaceAll(/\s+/gu, ' ');

describe('the preview of a body', () => {
  test('shows Markdown as the site does', () => {
    expect(render('## Uno\n\n- **dos**\n\n| a |\n|---|\n| b |')).toMatch(
      /<h2>Uno<\/h2>.*<strong>dos<\/strong>.*<table>/u,
    );
  });

  test('shows blocks with the classes of the site', () => {
    const body = 'Antes.\n\n<Figure image="/a.jpg" alt="una foto" caption="Pie" credit="Ana" />\n\nDespués.';
    expect(render(body)).toMatch(
      /Antes\.<\/p> <figure class="figure">.*src="\/a\.jpg" alt="una foto".*Pie <span class="credit">Imagen: Ana/u,
    );
  });

  test('puts the text of a box into the box', () => {
    expect(render('<Callout type="aviso">\n\nLleva **agua**.\n\n</Callout>')).toMatch(
      /<div class="callout aviso"><p class="callout-label">Aviso<\/p> <p>Lleva <strong>agua<\/strong>\.<\/p> <\/div>/u,
    );
    expect(render('<Callout type="cita">\n\nDijo.\n\n</Callout>')).toMatch(
      /<blockquote class="callout cita"> <p>Dijo/u,
    );
  });

  test('shows HTML as the text that it is', () => {
    expect(render('<b>x</b> y <img src=x onerror=alert(1)>')).toContain('&lt;b&gt;x&lt;/b&gt; y &lt;img');
  });

  test.each(['[a](javascript:alert(1))', '![a](javascript:alert(1))', '<https://a>'])(
    'gives no script to %s',
    (body) => {
      expect(render(body)).not.toContain('javascript:');
    },
  );

  test('lets no markup of a body or of a block through', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'<>"\'&=/ \n\uE0000ab!-`[]()') }), (text) => {
        const markup = renderBody(
          `${text}\n\n<Download file="/a" label="${text.replaceAll(/["<{}`\n]/gu, '')}" />`,
        ).markup;
        const names = new Set([...markup.matchAll(/<\/?([^\s/>]*)/gu)].map(([, name]) => name));
        const known =
          'p a b span em strong ul ol li blockquote hr h1 h2 h3 h4 h5 h6 code pre br img del section sup input table thead tbody tr th td';
        expect([...names].filter((name) => !known.split(' ').includes(name ?? ''))).toEqual([]);
      }),
    );
  });

  test.each(toHostileEntries('/never-written'))('has nothing active of $name', ({ body }) => {
    const dangers = findDanger(renderBody(body).markup).filter((danger) => !['<span', '<b'].includes(danger));
    // The address of a host that is none leads nowhere.
    expect(dangers.filter((danger) => !/^href="https?:\/\/[\w.]+%5C"$/u.test(danger))).toEqual([]);
  });
});
