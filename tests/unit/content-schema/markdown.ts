import fc from 'fast-check';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** A node of a Markdown syntax tree, as far as these tests look at it. */
export interface Node {
  readonly type: string;
  readonly name?: string | null;
  readonly value?: unknown;
  readonly url?: string;
  readonly attributes?: readonly {
    readonly type: string;
    readonly name?: string;
    readonly value?: unknown;
  }[];
  readonly children?: readonly Node[];
}

const processor = unified().use(remarkParse).use(remarkMdx).use(remarkGfm);

/** The syntax tree of an MDX body, by the parser that renders it. */
export const parseMdx = (mdx: string): Node => processor.parse(mdx) as Node;

export function* walk(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children ?? []) yield* walk(child);
}

/** The text that a reader sees. */
export const toPlainText = (node: Node): string =>
  [...walk(node)]
    .map(({ type, value }) => (type === 'break' ? '\n' : typeof value === 'string' ? value : ''))
    .join('');

/** How often the properties run: enough to find a mistake in CI; `FC_RUNS` raises it for a long search. */
export const runs = (fewest: number): { numRuns: number } => ({
  numRuns: Math.max(fewest, Number(process.env['FC_RUNS'] ?? 0)),
});

const tokens = [
  ...[
    '{',
    '}',
    '<',
    '>',
    '\\',
    '\\\\',
    '`',
    '``',
    '```',
    '~~~',
    '~',
    '"',
    "'",
    '|',
    '#',
    '## ',
    '> ',
    '- ',
    '1. ',
  ],
  ...[
    '\n',
    '\n',
    '\n\n',
    '\n\n',
    ' ',
    '  ',
    '    ',
    '\t',
    '*',
    '**',
    '_',
    '[',
    ']',
    '(',
    ')',
    '](',
    '](<',
    '>)',
  ],
  ...[
    '[a](<b c>)',
    '[a]: <b c>',
    '[a]',
    '[^1]',
    '[^1]: ',
    '![',
    '!',
    '^',
    ':',
    '.',
    '@',
    '/',
    '&',
    ';',
    '=',
    '===',
  ],
  ...[
    '---',
    '\n---\n',
    '+',
    '<!--',
    '-->',
    '<!',
    '<?',
    '</',
    '/>',
    '<a>',
    '<b c="d">',
    '</a>',
    '<>',
    '{...x}',
  ],
  ...[
    'import ',
    'export ',
    '\nimport a from "b"\n',
    '\n\nexport const a = 1\n\n',
    'import\t',
    '&#105;mport ',
  ],
  ...[
    '&#123;',
    '&#0123;',
    '&#60;',
    '&#x7b;',
    '&lt;',
    '&#58;',
    '&#046;',
    '&#101;xport ',
    '\\&#123;',
    '&#0',
    '{`',
  ],
  ...[
    '<Figure image="/assets/images/posts/a.png" alt="a" />',
    '<Callout type="dato">',
    '</Callout>',
    '<Callout>',
  ],
  ...[
    '\n\n<Callout type="cita">\n\n',
    '\n\n</Callout>\n\n',
    '\n\n<Video url="https://a.b/c" title="&#123;" />\n\n',
  ],
  ...[
    '<Unknown />',
    '<Figure {...x} />',
    '<Figure alt={1} />',
    '<Figure',
    '<Figure image="`" />',
    ' <Figure />',
  ],
  ...[
    'https://a.b/',
    'http://a.b/c_d',
    'www.a.b',
    'a@b.cd',
    'https&#58;//',
    '<https://a.b/c>',
    '<https://a.b?c=d&e>',
  ],
  ...[
    '[https://a.b/c](<https://a.b/c>)',
    '[https://a.b/c](<https://a.b/c> )',
    '<a@b.cd>',
    'xhttps://',
    'HTTPS://a.b',
  ],
  ...[
    '```js {1}\n',
    '\n```\n',
    '\n~~~\n',
    '| a | b |\n| - | - |\n',
    '| `a\\|{b}` | <c> |\n',
    '- [ ] ',
    '\n  ',
    '> ```\n',
  ],
  ...[
    'a',
    'b',
    'ñ',
    '👩🏽‍🚀',
    '\u00a0',
    '\ufeff',
    '\u2028',
    'e\u0301',
    '«»',
    '0',
    'x y',
    '\u200b',
    'import x',
    'mport ',
  ],
];

/** Text that mixes what Markdown and MDX give a meaning to. */
const markdown = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(fc.constantFrom(...tokens), { maxLength: 24 }).map((parts) => parts.join('')),
  },
  {
    weight: 1,
    arbitrary: fc.array(fc.constantFrom(...tokens), { maxLength: 6 }).map((parts) => parts.join('')),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.oneof(fc.constantFrom(...tokens), fc.string({ unit: 'grapheme', maxLength: 4 })), {
        maxLength: 16,
      })
      .map((parts) => parts.join('')),
  },
);

/** A body as the schema keeps it: NFC, LF, no control characters. */
export const bodies = markdown.map((text) =>
  text
    .normalize('NFC')
    .replace(/\r\n?/gu, '\n')
    .replace(/(?![\n\t])[\p{Cc}\p{Cs}]/gu, ''),
);
