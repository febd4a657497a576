import { describe, expect, test } from 'vitest';
import { collections, serializeEntry, type Values } from '../../../content-schema/index.ts';
import { checkSource } from '../../../src/copy-desk/index.ts';
import { reviewDraft, toDraftFile } from '../../../src/admin/review-draft.ts';
import { cleanPost, file, site } from '../copy-desk/cases.ts';

const { posts, site: settings } = collections;
const review = (values: Values) => reviewDraft(posts, { ...cleanPost, ...values }, file, site);

describe('a review', () => {
  test('says nothing of a text without a fault and leaves it as it is', () => {
    expect(review({})).toEqual({ values: cleanPost, repairs: [], items: [] });
  });

  test('names the field and the remedy', () => {
    expect(review({ correo: 'sin arroba' }).items).toContainEqual(
      expect.objectContaining({
        severity: 'error',
        field: 'correo',
        label: 'Correo de contacto',
        message: expect.stringContaining('no es una dirección de correo') as string,
        hint: expect.stringContaining('Corrige el campo') as string,
      }),
    );
  });

  test('quotes the line of the body in which something is wrong', () => {
    const body = 'Antes.\n\n<Video url="https://www.youtube.com/watch?v=1" />\n\nDespués.\n';
    expect(review({ body }).items).toContainEqual(
      expect.objectContaining({
        label: 'Texto',
        excerpt: '<Video url="https://www.youtube.com/watch?v=1" />',
        message: expect.stringMatching(/Bloque «Video».*Título/u) as string,
      }),
    );
  });

  test('makes the certain repairs and says which', () => {
    const { values, repairs, items } = review({ body: '<!--StartFragment-->\n\nUno.\n' });
    expect(String(values['body']).trim()).toBe('Uno.');
    expect(repairs).toContainEqual(expect.objectContaining({ rule: 'comment' }));
    expect(items).toEqual([]);
  });

  test('has the findings of the check on the file that is stored, in its words and order', () => {
    const values = { ...cleanPost, imageAlt: '', correo: 'sin arroba', body: 'Uno.\n\n![](/a.jpg)\n' };
    const { values: repaired, items } = reviewDraft(posts, values, file, site);
    const findings = checkSource(posts, serializeEntry(posts, repaired), file, site);
    expect(items.map(({ severity, message, hint }) => [severity, message, hint])).toEqual(
      findings.map(({ severity, message, hint }) => [severity, message, hint]),
    );
    expect(items.length).toBeGreaterThan(2);
  });
});

describe('the file of a draft', () => {
  test('is the one that it has', () => {
    expect(toDraftFile(posts, cleanPost, file)).toBe(file);
  });

  test('of a new entry is named by its day and title', () => {
    expect(toDraftFile(posts, cleanPost, '')).toBe(file);
  });

  test('of settings is always the same', () => {
    expect(toDraftFile(settings, {}, undefined)).toBe(settings.file);
  });
});
