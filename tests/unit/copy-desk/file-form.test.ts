import { expect, test } from 'vitest';
import { findForm } from '../../../src/copy-desk/file-form.ts';

const file = 'src/content/posts/a.mdx';

test.each([
  { name: 'a file as it should be', source: '---\ntitle: Así\n---\nTexto.\n', finds: [] },
  { name: 'an empty file', source: '', finds: [] },
  {
    name: 'a byte order mark',
    source: '\uFEFF---\n---\n',
    finds: ['1:1 El archivo empieza con una marca invisible (BOM).'],
  },
  {
    name: 'accents of their own',
    source: '---\ntitle: Asi\u0301 y asi\u0301\n---\n',
    finds: ['2:10 El archivo tiene letras con el acento suelto (no es Unicode NFC).'],
  },
  {
    name: 'line ends of Windows',
    source: '---\r\ntitle: A\r\n---\r\n',
    finds: ['1:4 El archivo tiene finales de línea de Windows.'],
  },
  {
    name: 'no line end at the end',
    source: '---\n---\nUno',
    finds: ['3:4 El archivo no termina con un salto de línea.'],
  },
  {
    name: 'everything',
    source: '\uFEFF---\r\ntitle: Asi\u0301',
    finds: [
      '1:1 El archivo empieza con una marca invisible (BOM).',
      '2:10 El archivo tiene letras con el acento suelto (no es Unicode NFC).',
      '1:5 El archivo tiene finales de línea de Windows.',
      '2:12 El archivo no termina con un salto de línea.',
    ],
  },
])('$name', ({ source, finds }) => {
  const findings = findForm(source, file);
  expect(findings.every(({ rule, severity }) => rule === 'file-form' && severity === 'warning')).toBe(true);
  expect(
    findings.map(({ location, message }) => `${String(location.line)}:${String(location.column)} ${message}`),
  ).toEqual(finds);
});
