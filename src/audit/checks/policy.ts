import { createHash } from 'node:crypto';
import type { Element, Root } from 'hast';
import { find, findAll, getAttribute, parsePage, toSource } from '../html.ts';
import { type Failure, judgeNone, type Outcome } from '../outcome.ts';
import { type Page, readText, type Site } from '../site.ts';

type Policy = ReadonlyMap<string, readonly string[]>;

/** Judges every page's own Content-Security-Policy, and that of the headers in `_headers`. */
export async function checkPolicy(site: Site): Promise<Outcome[]> {
  const headers = site.files.includes('_headers') ? await readText(site, '_headers') : undefined;
  return judgePolicy(site.pages, headers);
}

/** @param headers text of the `_headers` file of Netlify and Cloudflare Pages; undefined when there is none */
export function judgePolicy(pages: readonly Page[], headers: string | undefined): Outcome[] {
  const served = headers === undefined ? [] : findHeaders(headers, 'content-security-policy');
  return [
    judgeNone(
      'CSP of each page: nothing but hashes, Trusted Types',
      pages.length,
      pages.flatMap((page) => findPolicyFailures(page)),
    ),
    judgeNone(
      'CSP in _headers allows what pages allow',
      pages.length,
      headers === undefined
        ? [{ where: '/_headers', message: 'There is no such file.' }]
        : pages.flatMap((page) => findHeaderFailures(page, served)),
    ),
    judgeNone(
      'No style attributes, no handlers, no javascript:',
      pages.length,
      pages.flatMap((page) => findActiveAttributes(page)),
    ),
  ];
}

/** Directives and their sources. The first of two directives of one name counts. https://www.w3.org/TR/CSP3/ */
function parsePolicy(text: string): Policy {
  const policy = new Map<string, readonly string[]>();
  for (const directive of text.split(';')) {
    const [name, ...sources] = directive.trim().split(/\s+/u);
    if (name !== undefined && name !== '' && !policy.has(name.toLowerCase()))
      policy.set(name.toLowerCase(), sources);
  }
  return policy;
}

function findPagePolicy({ tree }: Page): Policy | undefined {
  const isPolicy = (element: Element) =>
    element.tagName === 'meta' &&
    getAttribute(element, 'httpEquiv')?.toLowerCase() === 'content-security-policy';
  const meta = find(tree, isPolicy);
  return meta && parsePolicy(getAttribute(meta, 'content') ?? '');
}

const inlineDirectives = { style: 'style-src', script: 'script-src' } as const;

/** A script element with another type is data, which no policy concerns. */
const isExecutable = (element: Element): boolean =>
  element.tagName !== 'script' ||
  /^(?:|module|importmap|speculationrules|(?:text|application)\/javascript)$/u.test(
    getAttribute(element, 'type') ?? '',
  );

const isInline = (element: Element): boolean =>
  Object.hasOwn(inlineDirectives, element.tagName) &&
  getAttribute(element, 'src') === undefined &&
  isExecutable(element);

/** Inline styles and scripts, with those of documents in frames (`srcdoc`), for which the page's policy holds, too. */
const findInline = (tree: Root): Element[] => [
  ...findAll(tree, isInline),
  ...findAll(tree, ({ tagName }) => tagName === 'iframe').flatMap((frame) =>
    findInline(parsePage(getAttribute(frame, 'srcDoc') ?? '')),
  ),
];

const toHash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

function findPolicyFailures(page: Page): Failure[] {
  const fail = (message: string): Failure => ({ where: page.path, message });
  const policy = findPagePolicy(page);
  if (policy === undefined) return [fail('The page has no policy.')];
  const failures: Failure[] = [];
  if (policy.get('default-src')?.join(' ') !== "'none'") failures.push(fail("default-src is not 'none'."));
  if (policy.get('require-trusted-types-for')?.join(' ') !== "'script'")
    failures.push(fail("require-trusted-types-for 'script' is missing."));
  for (const [name, sources] of policy) {
    for (const source of sources) {
      if (/^'unsafe-|^\*$|^(?:data|blob|https?):$/u.test(source))
        failures.push(fail(`${name} allows too much: ${source}`));
    }
  }
  const named = new Set<string>();
  for (const element of findInline(page.tree)) {
    const hash = toHash(toSource(element));
    named.add(hash);
    const directive = element.tagName === 'style' ? inlineDirectives.style : inlineDirectives.script;
    if (!allows(policy, directive, hash))
      failures.push(fail(`${directive} does not name a <${element.tagName}> of the page: ${hash}`));
  }
  for (const directive of Object.values(inlineDirectives)) {
    for (const source of policy.get(directive) ?? [])
      if (source.startsWith("'sha256-") && !named.has(source))
        failures.push(fail(`${directive} names what the page does not hold: ${source}`));
  }
  return failures;
}

const allows = (policy: Policy, directive: string, source: string): boolean =>
  (policy.get(directive) ?? policy.get('default-src') ?? []).includes(source);

/** Where a page's own policy allows what one of the served policies, which holds beside it, refuses. */
function findHeaderFailures(page: Page, served: readonly ServedHeader[]): Failure[] {
  const own = findPagePolicy(page);
  const policies = served
    .filter(({ pattern }) => matches(pattern, page.path))
    .map(({ value }) => parsePolicy(value));
  if (policies.length === 0) return [{ where: page.path, message: 'No header sets a policy for it.' }];
  const failures: Failure[] = [];
  for (const policy of policies) {
    if (policy.get('default-src')?.join(' ') !== "'none'")
      failures.push({ where: page.path, message: "The header's default-src is not 'none'." });
    for (const [name, sources] of own ?? []) {
      if (!name.endsWith('-src') && name !== 'form-action') continue;
      for (const source of sources) {
        if (source !== "'none'" && !allows(policy, name, source))
          failures.push({ where: page.path, message: `The header's ${name} refuses ${source}` });
      }
    }
  }
  return failures;
}

export interface ServedHeader {
  /** Path with `*` for any rest: `/*`. */
  readonly pattern: string;
  readonly name: string;
  readonly value: string;
}

/**
 * The headers in a `_headers` file: a path on a line of its own, below it indented `Name: value` lines.
 * https://docs.netlify.com/routing/headers/ https://developers.cloudflare.com/pages/configuration/headers/
 */
export function parseHeaders(text: string): ServedHeader[] {
  const headers: ServedHeader[] = [];
  let pattern: string | undefined;
  for (const line of text.split(/\r?\n/u)) {
    const [, name, value] = /^\s+([\w-]+):\s*(.*?)\s*$/u.exec(line) ?? [];
    if (name !== undefined && value !== undefined) {
      if (pattern !== undefined) headers.push({ pattern, name: name.toLowerCase(), value });
    } else if (/^\//u.test(line)) pattern = line.trim();
  }
  return headers;
}

const findHeaders = (text: string, name: string): ServedHeader[] =>
  parseHeaders(text).filter((header) => header.name === name);

/** Does a pattern of `_headers` hold for a path? */
export function matches(pattern: string, path: string): boolean {
  const [start = '', ...rest] = pattern.split('*');
  return rest.length === 0 ? path === pattern : path.startsWith(start);
}

function findActiveAttributes({ path, tree }: Page): Failure[] {
  const failures: Failure[] = [];
  for (const element of findAll(tree, () => true)) {
    for (const [name, value] of Object.entries(element.properties)) {
      const isHandler = /^on/iu.test(name);
      const isCode = typeof value === 'string' && /^\s*javascript:/iu.test(value);
      if (name === 'style' || isHandler || isCode)
        failures.push({ where: path, message: `<${element.tagName}> has ${name}="${String(value)}"` });
    }
  }
  return failures;
}
