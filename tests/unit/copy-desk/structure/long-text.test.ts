import { longText } from '../../../../src/copy-desk/rules/structure/long-text.ts';
import { testRule } from '../cases.ts';

const words = (count: number): string => 'palabra '.repeat(count).trim();

testRule(longText, [
  { name: 'a short text', given: words(300) },
  { name: 'a long text', given: words(301), finds: ['warning'], says: '301 palabras' },
  { name: 'with a heading', given: `## Uno\n\n${words(400)}` },
  { name: 'words of addresses do not count', given: `[uno](https://example.org/${'a-'.repeat(400)}b)` },
  { name: 'code does not count', given: `\`\`\`\n${words(400)}\n\`\`\`` },
  { name: 'a long text in a list', given: `- ${words(200)}\n- ${words(200)}`, finds: ['warning'] },
]);
