import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EntryError } from '../../../content-schema/index.ts';
import { bodies, runs } from './bodies.ts';
import { findDanger } from './find-danger.ts';
import { renderBody } from './render-body.ts';

describe('hostile text stays text', () => {
  test.each([
    ['a module', 'import fs from "node:fs"\n\nexport const x = fs.readFileSync("/etc/passwd")'],
    ['an expression', 'Hola {process.exit(1)} y\n\n{globalThis.broken = true}'],
    ['an expression in code fences that never end', '{alert(1)}\n\n```\n{alert(2)}'],
    ['a script', '<script>alert(1)</script>\n\n<script src="https://evil.example"></script>'],
    ['an event handler', '<img src=x onerror=alert(1)>\n\n<svg/onload=alert(1)>\n\n<p onclick="alert(1)">'],
    [
      'a frame',
      '<iframe src="https://evil.example"></iframe>\n\n<object data="x"></object>\n\n<embed src="x">',
    ],
    ['a style', '<style>*{display:none}</style>\n\n<p style="position:fixed">'],
    ['an unknown component', '<Otro cosa="x" />\n\n<Figure.Algo />\n\n<constructor />'],
    ['a spread', '<Figure {...{image:"x"}} />\n\n<Video {...props} title="x" />'],
    ['an expression as an attribute', '<Callout type={alert(1)}>\n\nHola\n\n</Callout>'],
    ['an unknown component inside a known one', '<Callout type="dato">\n\n<Otro x={1} />\n\n</Callout>'],
    ['a component inside a paragraph', 'Mira <Figure image="/assets/images/posts/a.jpg" alt="x" /> esto'],
    [
      'a comment that hides a tag',
      '<!-- <script>alert(1)</script> -->\n\n<!--><img src=x onerror=alert(1)>-->',
    ],
    ['a fragment', '<>\n\n<script>alert(1)</script>\n\n</>'],
  ])('%s', async (_, body) => {
    const html = await renderBody(body);
    expect(findDanger(html)).toEqual([]);
    expect(globalThis).not.toHaveProperty('broken');
  });
});

describe('addresses that could run code are no links', () => {
  test.each([
    '[x](javascript:alert(1))',
    '[x](JAVASCRIPT:alert(1))',
    '[x](<java\tscript:alert(1)>)',
    '[x](&#106;avascript&colon;alert(1))',
    '[x](\u0001javascript:alert(1))',
    '[x](vbscript:x)',
    '[x](data:text/html,<script>alert(1)</script>)',
    '[x](file:///etc/passwd)',
    '[x](blob:https://a.org/1)',
    '[x][1]\n\n[1]: javascript:alert(1)',
    '<javascript:alert(1)>',
  ])('%s', async (body) => {
    const html = await renderBody(body);
    expect(findDanger(html)).toEqual([]);
    expect(html).not.toMatch(/href="[^"]*(?:javascript|vbscript|data|file|blob):/iu);
  });
});

describe('a component is only what its schema allows', () => {
  test.each([
    ['a missing attribute', '<Figure image="/assets/images/posts/a.jpg" />'],
    ['an unknown attribute', '<Figure image="/assets/images/posts/a.jpg" alt="x" onload="alert(1)" />'],
    ['an attribute of the renderer', '<Figure image="/assets/images/posts/a.jpg" alt="x" slot="x" />'],
    ['a value that is none of the options', '<Callout type="peligro">\n\nHola\n\n</Callout>'],
    ['an address that is no web page', '<Video url="javascript:alert(1)" title="x" />'],
    ['a path outside the library', '<Download file="/assets/images/posts/../../../etc/passwd" label="x" />'],
  ])('%s is an error that names the file', async (_, body) => {
    await expect(renderBody(body)).rejects.toThrow(EntryError);
    await expect(renderBody(body)).rejects.toThrow(/^nota\.mdx:\d+:\d+: /u);
  });
});

test('no text makes the rendering fail or run anything', async () => {
  await fc.assert(
    fc.asyncProperty(bodies, async (body) => {
      expect(findDanger(await renderBody(body))).toEqual([]);
    }),
    runs(400),
  );
}, 120_000);
