import { describe, expect, test } from 'vitest';
import { collections, type Values } from '../../../content-schema/index.ts';
import { getUnreadable, toFormatter } from '../../../src/admin/formats.ts';
import { reviewDraft } from '../../../src/admin/review-draft.ts';
import { file, site as knowledge } from '../copy-desk/cases.ts';

const { posts, site } = collections;
const post = `---
title: Jornada de vacunación
image: /assets/images/posts/jornada.jpg
description: Qué llevar.
autor: Ana
date: 2026-03-04T08:30:00-06:00
highlight: false
---
Hola \\{mundo\\}.
`;

describe('the format of a collection', () => {
  test('reads an entry and writes it back as it was', () => {
    const { fromFile, toFile } = toFormatter(posts);
    const values = fromFile(post) as Values;
    expect(values).toMatchObject({ title: 'Jornada de vacunación', body: 'Hola {mundo}.' });
    expect(toFile(values)).toBe(post);
  });

  const broken = [
    ['without front matter', 'Hola, esto no tiene encabezado.\n'],
    ['with broken YAML', '---\ntitle: "sin cerrar\n---\nTexto que nadie debe perder.\n'],
    ['that did not load', ''],
  ] as const;

  test.each(broken)('keeps the text of a file %s, whatever the form does with the rest', (_, source) => {
    const { fromFile, toFile } = toFormatter(posts);
    const values = fromFile(source) as Values;
    expect(toFile({ ...values, title: 'Otro título', description: 'Otra' })).toBe(source);
  });

  test.each(broken)('says in the form that a file %s cannot be read, and shows its text', (_, source) => {
    const values = toFormatter(posts).fromFile(source) as Values;
    expect(values['title']).toContain('no se puede leer');
    expect(values['body']).toBe(source);
    expect(getUnreadable(values)?.reason).toMatch(/^Línea \d+: /u);
  });

  test.each(broken)('refuses to save a file %s', (_, source) => {
    const values = toFormatter(posts).fromFile(source) as Values;
    const filled = { ...(toFormatter(posts).fromFile(post) as Values), ...values };
    expect(() => {
      reviewDraft(posts, filled, file, knowledge);
    }).toThrow('El archivo está dañado');
  });

  test('does the same for the file of settings', () => {
    const source = 'name: [sin cerrar\n';
    const { fromFile, toFile } = toFormatter(site);
    const values = fromFile(source) as Values;
    expect(values['name']).toContain('no se puede leer');
    expect(toFile(values)).toBe(source);
  });
});
