import { createHash } from 'node:crypto';

/** What a page holds that its policy must allow: everything else is refused. */
export interface PageParts {
  /** The very texts of its `<style>` elements. */
  readonly styles: readonly string[];
  /** The very texts of its `<script>` elements. */
  readonly scripts?: readonly string[];
  /** Origins that a frame may show after a click: `https://www.youtube-nocookie.com`. */
  readonly frames?: readonly string[];
}

/**
 * The Content-Security-Policy of a page, for its `<meta http-equiv>`: nothing but images and forms of this
 * site, the styles and scripts whose digests it names, and the frames it lists. No script may write markup
 * (Trusted Types).
 * https://www.w3.org/TR/CSP3/ https://www.w3.org/TR/trusted-types/
 */
export function toPolicy({ styles, scripts = [], frames = [] }: PageParts): string {
  return serializePolicy([
    ['default-src', ["'none'"]],
    ['style-src', styles.map(toSource)],
    ['img-src', ["'self'"]],
    ['script-src', scripts.map(toSource)],
    // The search asks for its index. Elsewhere no script could; Lighthouse reads robots.txt under this policy.
    ['connect-src', ["'self'"]],
    ['frame-src', frames],
    ['form-action', ["'self'"]],
    ['base-uri', ["'none'"]],
    ['require-trusted-types-for', ["'script'"]],
    ['trusted-types', ["'none'"]],
  ]);
}

/**
 * The policy of a page that is rendered on demand, before it is published: no script, nothing sent, nothing loaded
 * but images, which may be anywhere while they are not in the library.
 */
export const previewPolicy = serializePolicy([
  ['default-src', ["'none'"]],
  ['style-src', ["'unsafe-inline'"]],
  ['img-src', ["'self'", 'blob:', 'data:', 'https:']],
  ['form-action', ["'none'"]],
  ['base-uri', ["'none'"]],
]);

/** The source expression for a text: its digest as the browser computes it. */
const toSource = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

type Directives = Iterable<readonly [name: string, sources: readonly string[]]>;

/** Directives without sources are left out; sources that come twice stand once. */
function serializePolicy(directives: Directives): string {
  return [...directives]
    .filter(([, sources]) => sources.length > 0)
    .map(([name, sources]) => [name, ...new Set(sources)].join(' '))
    .join(';');
}

const parsePolicy = (policy: string): [string, string[]][] =>
  policy.split(';').flatMap((directive) => {
    const [name, ...sources] = directive.trim().split(/\s+/u);
    return name === undefined || name === '' ? [] : [[name, sources]];
  });

/**
 * One policy for a whole site, as a header: it allows what any of its pages allows (each page's own policy
 * stays in force beside it), and no other site may show the pages in a frame.
 * @param policies of the pages, as toPolicy gives them
 */
export function joinPolicies(policies: Iterable<string>): string {
  const joined = new Map<string, Set<string>>();
  for (const policy of policies) {
    for (const [name, sources] of parsePolicy(policy)) {
      const all = joined.get(name) ?? new Set<string>();
      for (const source of sources) all.add(source);
      joined.set(name, all);
    }
  }
  const inOrder = [...joined]
    .map(([name, sources]) => [name, [...sources].sort()] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return serializePolicy([...inOrder, ['frame-ancestors', ["'none'"]]]);
}

/** The policies that a page names in its `<meta>` elements. @param html of the page, or its beginning */
export const findPolicies = (html: string): string[] =>
  [...html.matchAll(/<meta http-equiv="Content-Security-Policy" content="([^"]*)"/giu)].map(
    ([, policy = '']) => policy.replaceAll('&#39;', "'").replaceAll('&#38;', '&').replaceAll('&amp;', '&'),
  );
