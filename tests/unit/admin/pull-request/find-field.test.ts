import { describe, expect, test } from 'vitest';
import { collections } from '../../../../content-schema/index.ts';
import { findField } from '../../../../src/admin/pull-request/find-field.ts';

const find = (quote: string, values: Record<string, unknown>): ReturnType<typeof findField> =>
  findField(quote, collections.posts.fields, values);

describe('the field of a comment', () => {
  test('is the one whose label is quoted', () => {
    const found = find('Título: El puente abre', { title: 'El puente abre' });
    expect(found).toEqual({ name: 'title', label: 'Título', hasChanged: false });
  });

  test('holds what a quotation begins with that was cut', () => {
    expect(find('Descripción: Tres años…', { description: 'Tres años de obra.' })?.hasChanged).toBe(false);
  });

  test('has changed when it holds other words', () => {
    expect(find('Título: El puente abre', { title: 'El puente cierra' })?.hasChanged).toBe(true);
  });

  test('is not said to have changed when it is written otherwise than shown', () => {
    expect(find('Fecha: 12 de mayo', { date: '2026-05-12T07:45:00-06:00' })?.hasChanged).toBe(false);
  });

  test('is none for a passage of the text', () => {
    expect(find('El título: una promesa.', {})).toBeUndefined();
  });
});
