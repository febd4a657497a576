import { randomBytes } from 'node:crypto';

interface PageOptions {
  title: string;
  /** HTML. */
  body: string;
  /** CSS, beside that of every page. */
  style: string;
  script?: string;
  referrer: 'same-origin' | 'no-referrer';
}

const common = `
  :root { color-scheme: light dark; --ink: #1b1b1f; --paper: #fbfaf8; --line: #d9d6d0; --accent: #0b5c55; }
  @media (prefers-color-scheme: dark) {
    :root { --ink: #ecebe8; --paper: #17181a; --line: #3a3b3f; --accent: #7fd1c7; }
  }
  * { box-sizing: border-box; }
  body { margin: 0; padding: 1.5rem;
    background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
  h1 { font: 600 1.75rem/1.2 Georgia, serif; margin: 0 0 .5rem; }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
  a { color: var(--accent); }
  small, .note { font-size: .875rem; opacity: .8; }`;

/** A page of the forge, in which nothing runs and nothing is fetched but what stands here. */
export function page({ title, body, style, script, referrer }: PageOptions): Response {
  const nonce = randomBytes(16).toString('base64');
  const html = `<!doctype html>
<html lang="es">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escape(title)}</title>
    <style nonce="${nonce}">${common}${style}</style>
  </head>
  <body>
    <main>${body}</main>${script === undefined ? '' : `\n    <script nonce="${nonce}">${script}</script>`}
  </body>
</html>
`;
  return new Response(html, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': [
        "default-src 'none'",
        `style-src 'nonce-${nonce}'`,
        ...(script === undefined ? [] : [`script-src 'nonce-${nonce}'`]),
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ].join('; '),
      'X-Frame-Options': 'DENY',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
      'Referrer-Policy': referrer,
    },
  });
}

/** Text as HTML. */
export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
