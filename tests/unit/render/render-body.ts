import mdxRenderer from '@astrojs/mdx/server.js';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { jsx } from 'astro/jsx-runtime';
import type { BodyFacts } from '../../../src/render/describe-body.ts';
import { createRenderEntry } from '../../../src/render/render-entry.ts';

/** Stands for a component: an element of its name, attributes as they came, its children inside. */
const stub =
  (name: string) =>
  ({ children, ...props }: Record<string, unknown>): unknown =>
    jsx(name, { ...props, asset: props['asset'] === undefined ? undefined : 'found', children });

const render = createRenderEntry<string>({
  components: {
    Figure: stub('figure'),
    Callout: stub('aside'),
    Passage: stub('passage'),
    Video: stub('video-card'),
    Embed: stub('embed-card'),
    Download: stub('download-card'),
    img: stub('img'),
  },
  labels: {
    notes: 'Notas',
    noteReference: (number) => `Volver a la referencia ${String(number)}`,
    table: 'Tabla',
    openOn: (host) => `Abrir en ${host}`,
  },
  toPublicPath: (asset) => `/_img/${asset}`,
  isAnimation: () => false,
});

const container = await AstroContainer.create();
container.addServerRenderer({ name: 'astro:jsx', renderer: mdxRenderer });

const uploads = new Map([['/assets/images/posts/mercado central.jpg', 'mercado']]);

const toSource = (body: string) => ({
  body,
  findAsset: (path: string) => uploads.get(path),
  siteUrl: 'https://gaceta.example.org',
  file: 'nota.mdx',
});

/** The HTML of a body, with stubs for components. */
export async function renderBody(body: string): Promise<string> {
  const { Content } = render(toSource(body));
  return (await container.renderToString(Content)).trim();
}

/** What the page around a body learns of it. */
export function readFacts(body: string): BodyFacts {
  const { headings, styles, frames } = render(toSource(body));
  return { headings, styles, frames };
}
