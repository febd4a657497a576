import mdxRenderer from '@astrojs/mdx/server.js';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import type { Content } from './render-entry.ts';

let created: Promise<AstroContainer> | undefined;

async function createContainer(): Promise<AstroContainer> {
  const container = await AstroContainer.create();
  container.addServerRenderer({ name: 'astro:jsx', renderer: mdxRenderer });
  return container;
}

/** The HTML of a rendered body on its own, the same as on its page. */
export async function renderToHtml(content: Content): Promise<string> {
  created ??= createContainer();
  return (await created).renderToString(content);
}
