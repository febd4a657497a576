import { createHash } from 'node:crypto';
import { Fragment, jsx as createNode } from 'astro/jsx-runtime';
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import type { Root } from 'hast';
import { type Components, toJsxRuntime } from 'hast-util-to-jsx-runtime';
import {
  type ComponentName,
  decodeAddress,
  EntryError,
  isComponentName,
} from '../../content-schema/index.ts';
import { type BodyLabels, toBodyTree } from './body-tree.ts';
import { type BodyFacts, describeBody } from './describe-body.ts';
import { markLines } from './mark-lines.ts';

/** What renders each component of a body, and the images of its Markdown (`img`). */
type BodyComponents = Readonly<Record<ComponentName | 'img', unknown>>;

export interface BodySource<Asset> {
  /** The body value of an entry, as parseEntry gives it: Markdown in memory. */
  readonly body: string;
  /** The uploaded file behind a site path, if there is one. Components get it as `asset`. */
  readonly findAsset: (sitePath: string) => Asset | undefined;
  /** The public address of the site: links below it are its own. */
  readonly siteUrl: string;
  /** Named in errors. */
  readonly file?: string;
  /** Says in `data-lines` which lines of the body elements come from. */
  readonly marks?: boolean;
}

export interface RendererOptions<Asset> {
  readonly components: BodyComponents;
  readonly labels: BodyLabels;
  /** Where readers get an uploaded file, for links to it; undefined when they may not. */
  readonly toPublicPath: (asset: Asset) => string | undefined;
  /** Is it a picture that readers may set going? */
  readonly isAnimation: (asset: Asset) => boolean;
}

/** What a page shows as `<Content />`. */
export type Content = AstroComponentFactory;

/** A rendered body, and what the page around it has to know. */
export interface Body extends BodyFacts {
  readonly Content: Content;
}

/** How many trees are kept, and of how many letters together: a tree takes some twenty bytes for each. */
const [cachedTrees, cachedLetters] = [500, 4_000_000];

/** A function that renders bodies with these components; it keeps the trees of the last ones. */
export function createRenderEntry<Asset>(
  options: RendererOptions<Asset>,
): (source: BodySource<Asset>) => Body {
  const parsed = new Map<string, Parsed>();
  let letters = 0;
  const keep = (key: string, entry: Parsed): void => {
    if (!parsed.delete(key)) letters += entry.letters;
    parsed.set(key, entry);
    for (const [oldest, old] of parsed) {
      if (parsed.size <= cachedTrees && letters <= cachedLetters) break;
      parsed.delete(oldest);
      letters -= old.letters;
    }
  };
  return (source) => {
    const key = createHash('sha256').update(`${source.siteUrl}\n${source.body}`).digest('hex');
    const entry = parsed.get(key) ?? parseBody(source, options.labels);
    keep(key, entry);
    const { Content, images } = toContent(source.marks ? markLines(entry.tree) : entry.tree, source, options);
    const styles = images.some(options.isAnimation) ? ['play' as const] : [];
    return { ...entry.facts, styles: [...entry.facts.styles, ...styles], Content };
  };
}

interface Parsed {
  readonly tree: Root;
  readonly facts: BodyFacts;
  /** Of the body. */
  readonly letters: number;
}

function parseBody<Asset>({ body, siteUrl, file = '' }: BodySource<Asset>, labels: BodyLabels): Parsed {
  const tree = toBodyTree(body, labels, siteUrl, file);
  return { tree, facts: describeBody(tree), letters: body.length };
}

type Create = (type: unknown, props: Record<string, unknown>) => unknown;

function toContent<Asset>(
  tree: Root,
  { findAsset, file = '' }: BodySource<Asset>,
  { components, toPublicPath }: RendererOptions<Asset>,
): { readonly Content: Content; readonly images: readonly Asset[] } {
  const images: Asset[] = [];
  const find = (path: unknown): Asset | undefined =>
    typeof path === 'string' ? findAsset(toSitePath(path)) : undefined;
  const findImage = (path: unknown): Asset | undefined => {
    const asset = find(path);
    if (asset !== undefined) images.push(asset);
    return asset;
  };
  const create: Create = (type, props) => {
    if (type === components.img) return createNode(type, { ...props, asset: findImage(props['src']) });
    if (type === components.Figure || type === components.Video || type === components.Embed) {
      return createNode(type, { ...props, asset: findImage(props['image']) });
    }
    if (type === components.Download) return createNode(type, { ...props, asset: find(props['file']) });
    const asset = type === 'a' ? find(props['href']) : undefined;
    // Originals are never published: a link to one leads to what readers may have of it.
    return createNode(type, asset === undefined ? props : { ...props, href: toPublicPath(asset) });
  };
  const vnode: unknown = toJsxRuntime(tree, {
    Fragment,
    jsx: create as never,
    jsxs: create as never,
    components: components as Partial<Components>,
    createEvaluater: () => toLookup(components, file),
    passKeys: false,
    elementAttributeNameCase: 'html',
  });
  const content = Object.assign(() => vnode, { [Symbol.for('mdx-component')]: true });
  return { Content: content as unknown as Content, images };
}

/** Not an evaluater: it finds components by name and refuses everything else. */
function toLookup(components: BodyComponents, file: string) {
  const refuse = (): never => {
    const location = { file, line: 1, column: 1 };
    const message = 'El texto contiene código, que no se ejecuta.';
    throw new EntryError([{ rule: 'component', severity: 'error', location, message, hint: 'Bórralo.' }]);
  };
  return {
    evaluateProgram: refuse,
    evaluateExpression(expression: { readonly type: string; readonly name?: unknown }): unknown {
      const { type, name } = expression;
      if (type !== 'Identifier' || typeof name !== 'string' || !isComponentName(name)) return refuse();
      return components[name];
    },
  };
}

/** Markdown percent-encodes addresses; site paths of uploaded files are kept as they are written. */
const toSitePath = (address: string): string => decodeAddress(address).normalize('NFC');
