import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadContent } from '../../../src/loader/load-content.ts';
import { settings, toPost } from '../../integration/site/site.ts';
import { createContexts, createSource } from './memory.ts';

const images = 'src/assets/images/posts';
const posts = 'src/content/posts';
const site = { 'src/content/site.yml': settings };

let photo: Buffer;
let otherPhoto: Buffer;

beforeAll(async () => {
  const create = (background: string): Promise<Buffer> =>
    sharp({ create: { width: 40, height: 20, channels: 3, background } })
      .jpeg()
      .toBuffer();
  [photo, otherPhoto] = await Promise.all([create('#a33'), create('#3a3')]);
});

test('entries are in the store with their checked values and a digest', async () => {
  const contexts = createContexts();
  const source = createSource({ ...site, [`${posts}/uno.mdx`]: toPost({ title: 'Uno' }, 'Hola \\{tú\\}.') });
  expect(await loadContent(contexts, source)).toEqual([]);
  expect(contexts.posts.store.get('uno')).toMatchObject({
    id: 'uno',
    digest: expect.stringMatching(/^[0-9a-f]{32}$/u) as string,
    data: { title: 'Uno', highlight: false, body: 'Hola {tú}.' },
  });
  expect(contexts.site.store.get('site')?.data).toMatchObject({ name: 'Prueba' });
});

describe('a second load', () => {
  test('reads nothing when nothing changed', async () => {
    const contexts = createContexts();
    const files = {
      ...site,
      [`${posts}/uno.mdx`]: toPost(),
      [`${images}/foto.jpg`]: photo,
      [`${images}/rota.jpg`]: 'x',
    };
    await loadContent(contexts, createSource(files));
    const again = createSource(files);
    await loadContent(contexts, again);
    expect(again.reads).toEqual([]);
  });

  test('reads only what changed', async () => {
    const contexts = createContexts();
    const files = { ...site, [`${posts}/uno.mdx`]: toPost(), [`${posts}/dos.mdx`]: toPost() };
    await loadContent(contexts, createSource(files));
    const changed = createSource({ ...files, [`${posts}/dos.mdx`]: toPost({ title: 'Cambiado' }) });
    await loadContent(contexts, changed);
    expect(changed.reads).toEqual([`${posts}/dos.mdx`]);
    expect(contexts.posts.store.get('dos')?.data['title']).toBe('Cambiado');
  });

  test('gives a post another digest when an image that it names has other bytes, without reading the post', async () => {
    const contexts = createContexts();
    const files = {
      ...site,
      [`${posts}/uno.mdx`]: toPost(),
      [`${posts}/dos.mdx`]: toPost({ image: '/assets/images/posts/b.jpg' }),
    };
    await loadContent(contexts, createSource({ ...files, [`${images}/foto.jpg`]: photo }));
    const [uno, dos] = ['uno', 'dos'].map((id) => contexts.posts.store.get(id)?.digest);
    const changed = createSource({ ...files, [`${images}/foto.jpg`]: otherPhoto });
    await loadContent(contexts, changed);
    expect(contexts.posts.store.get('uno')?.digest).not.toBe(uno);
    expect(contexts.posts.store.get('dos')?.digest).toBe(dos);
    expect(changed.reads).toEqual([`${images}/foto.jpg`]);
  });

  test('forgets what was deleted', async () => {
    const contexts = createContexts();
    const post = { [`${posts}/uno.mdx`]: toPost(), [`${images}/foto.jpg`]: photo };
    await loadContent(contexts, createSource({ ...site, ...post }));
    await loadContent(contexts, createSource(site));
    expect([...contexts.posts.store.keys(), ...contexts.uploads.store.keys()]).toEqual([]);
  });

  test('keeps the last good version of an entry that has become wrong', async () => {
    const contexts = createContexts();
    await loadContent(contexts, createSource({ ...site, [`${posts}/uno.mdx`]: toPost({ title: 'Bueno' }) }));
    const findings = await loadContent(
      contexts,
      createSource({ ...site, [`${posts}/uno.mdx`]: toPost({ title: 'x' }) }),
    );
    expect(findings).toHaveLength(1);
    expect(contexts.posts.store.get('uno')?.data['title']).toBe('Bueno');
  });
});

test('findings of all files and collections come together, with line and column', async () => {
  const findings = await loadContent(
    createContexts(),
    createSource({
      [`${posts}/a.mdx`]: toPost({ title: 'x', date: 'ayer' }),
      [`${posts}/b.mdx`]: 'sin encabezado',
      'src/content/authors/c.mdx': '---\nname: A\n---\n',
      'src/content/pages/d.mdx': '---\ntitle: Página\ndescription: De qué va.\n---\n<Figure alt="x" />\n',
    }),
  );
  expect(
    findings.map(({ location }) => `${location.file}:${String(location.line)}:${String(location.column)}`),
  ).toEqual([
    'src/content/posts/a.mdx:2:8',
    'src/content/posts/a.mdx:6:7',
    'src/content/posts/b.mdx:1:1',
    'src/content/authors/c.mdx:2:7',
    'src/content/pages/d.mdx:5:1',
    'src/content/site.yml:1:1',
  ]);
  expect(
    findings.every(({ severity, message, hint }) => severity === 'error' && message !== '' && hint !== ''),
  ).toBe(true);
});

describe('uploads', () => {
  test('an image is measured as it is shown, after the rotation of the camera', async () => {
    const turned = await sharp(photo).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const contexts = createContexts();
    await loadContent(contexts, createSource({ ...site, [`${images}/foto.jpg`]: turned }));
    expect(contexts.uploads.store.get('/assets/images/posts/foto.jpg')?.data).toMatchObject({
      width: 20,
      height: 40,
      format: 'jpeg',
      animated: false,
      alpha: false,
    });
  });

  test('an image tells its colours from top to bottom, and none where something shows through', async () => {
    const toPng = (fill: string): Promise<Buffer> =>
      sharp(
        Buffer.from(
          `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><rect width="90" height="30" fill="#f00"/><rect y="30" width="90" height="30" fill="#369"/><rect y="60" width="90" height="30" fill="${fill}"/></svg>`,
        ),
      )
        .png()
        .toBuffer();
    const contexts = createContexts();
    const files = { [`${images}/a.png`]: await toPng('#fff'), [`${images}/b.png`]: await toPng('none') };
    await loadContent(contexts, createSource({ ...site, ...files }));
    const [opaque, open] = ['a', 'b'].map(
      (name) => contexts.uploads.store.get(`/assets/images/posts/${name}.png`)?.data,
    );
    expect(opaque).toMatchObject({ alpha: false, colors: '#f00,#369,#fff' });
    expect(open).toMatchObject({ alpha: true });
    expect(open).not.toHaveProperty('colors');
  });

  test('an image of too many pixels is a warning that says so', async () => {
    const huge = '<svg xmlns="http://www.w3.org/2000/svg" width="20000" height="20000"></svg>';
    const findings = await loadContent(
      createContexts(),
      createSource({ ...site, [`${images}/a.svg`]: huge }),
    );
    expect(findings).toMatchObject([
      {
        severity: 'warning',
        message: 'La imagen es demasiado grande para mostrarla: 20000 × 20000 píxeles.',
      },
    ]);
  });

  test('an image that cannot be shown is a warning, and pages do without it', async () => {
    const contexts = createContexts();
    const findings = await loadContent(
      contexts,
      createSource({ ...site, [`${images}/rota.jpg`]: 'no es una imagen' }),
    );
    expect(findings).toMatchObject([{ severity: 'warning', location: { file: `${images}/rota.jpg` } }]);
    expect(contexts.uploads.store.keys()).toEqual([]);
  });

  test('a document is listed with its name and size; a file that a browser could run is not', async () => {
    const contexts = createContexts();
    const files = {
      [`${images}/informe.pdf`]: '%PDF',
      [`${images}/pagina.html`]: '<script>',
      [`${images}/x.js`]: '1',
    };
    await loadContent(contexts, createSource({ ...site, ...files }));
    expect(contexts.uploads.store.keys()).toEqual(['/assets/images/posts/informe.pdf']);
    expect(contexts.uploads.store.get('/assets/images/posts/informe.pdf')?.data).toMatchObject({
      name: 'informe.pdf',
      size: 4,
    });
  });
});

test('ids are composed Unicode, whatever made the file', async () => {
  const contexts = createContexts();
  await loadContent(contexts, createSource({ ...site, [`${posts}/informacio\u0301n.mdx`]: toPost() }));
  expect(contexts.posts.store.keys()).toEqual(['informaci\u00f3n']);
});

test('a file that is in no collection is a warning', async () => {
  const files = { ...site, [`${posts}/borrador.md`]: 'x', [`${posts}/.gitkeep`]: '' };
  expect(await loadContent(createContexts(), createSource(files))).toMatchObject([
    { severity: 'warning', location: { file: `${posts}/borrador.md` } },
  ]);
});
