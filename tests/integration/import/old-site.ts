import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { takePhoto } from '../../support/photo.ts';

/** An old site, made for one test: documents, images beside them, a Decap configuration. */
export interface OldSite {
  readonly root: string;
  readonly posts: string;
  readonly images: string;
  /** Writes files below `root`. */
  write(files: Readonly<Record<string, string | Buffer>>): Promise<void>;
  remove(): Promise<void>;
}

/** Front matter and body of an old post. */
export function toOldPost(values: Readonly<Record<string, string | undefined>>, body: string): string {
  const all = {
    title: 'Una nota',
    image: '/src/assets/img/posts/foto-única.jpg',
    description: 'De qué trata la nota.',
    autor: 'Ana López',
    date: '2024-09-18T02:45:07.086Z',
    highlight: 'false',
    ...values,
  };
  const lines = Object.entries(all).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${value}`],
  );
  return `---\n${lines.join('\n')}\n---\n${body}\n`;
}

/** A PNG of one colour. */
export const paint = (r: number): Promise<Buffer> =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: { r, g: 90, b: 120 } } })
    .png()
    .toBuffer();

const body = `<!--StartFragment-->

La ciudadanía leyó${'\u00A0'}el informe completo. Mira la [nota anterior](/blogs/primera-nota/#datos).

![Una plaza con gente](/assets/img/posts/PLAZA.png "La plaza")

![Otra plaza](/uploads/plaza.png)

![Un mapa](/src/assets/img/posts/mapa-perdido.png)

Baja el [informe](/uploads/Informe%20Final.pdf) o visita [otro sitio](https://example.org/a.png).

<!--EndFragment-->`;

/** Two posts, an event and a project; a photo on its side with its position, two pictures of one name, a PDF. */
export async function createOldSite(): Promise<OldSite> {
  const root = await realpath(await mkdtemp(path.join(tmpdir(), 'gaceta-old-site-')));
  const write: OldSite['write'] = async (files) => {
    for (const [file, content] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(root, file)), { recursive: true });
      await writeFile(path.join(root, file), content);
    }
  };
  const photo = await sharp(await takePhoto())
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  await write({
    'cms/admin/config.yml':
      'backend: { name: git-gateway }\nmedia_folder: public/uploads\npublic_folder: /uploads\n' +
      'site_url: https://antes.example.org\ncollections:\n  - { name: blogs, folder: cms/blogs }\n',
    'cms/blogs/2023-02-07-primera-nota.md': toOldPost(
      { title: 'Primera nota', date: '2023-02-07T15:00:00.000Z' },
      'Hola.',
    ),
    'cms/blogs/2024-09-18-¿qué-pasó-en-la-sesión.md': toOldPost({ title: '"¿Qué pasó en la sesión?"' }, body),
    'cms/eventos/2023-03-03-encuentro.md': toOldPost(
      {
        title: 'Encuentro',
        image: 'https://www.antes.example.org/uploads/plaza.png',
        enlace: 'https://example.org/x',
      },
      'Nos vemos.',
    ),
    'cms/eventos/2023-04-01-sin-descripcion.md': toOldPost(
      { title: 'Otro', description: undefined },
      'Nos vemos.',
    ),
    'cms/proyectos/candidatos.md': '---\ntitle: Candidatos\nano: 2019\n---\n',
    'cms/LEEME.txt': 'Esto no es un artículo.\n',
    [`media/src/assets/img/posts/${'foto-única.jpg'.normalize('NFD')}`]: photo,
    'media/src/assets/img/posts/plaza.png': await paint(10),
    'media/public/uploads/plaza.png': await paint(200),
    'media/public/uploads/Informe Final.pdf': '%PDF-1.4 informe',
  });
  return {
    root,
    posts: path.join(root, 'cms'),
    images: path.join(root, 'media'),
    write,
    remove: () => rm(root, { recursive: true, force: true }),
  };
}
