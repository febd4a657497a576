import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findTopic, toKicker, toTopicId, toTopics } from '../../../src/site/topics.ts';
import { toPostEntry } from './posts.ts';

const post = (id: string, ...tags: string[]) =>
  toPostEntry(id, { date: `2026-01-${id.padStart(2, '0')}T12:00:00Z`, tags });

const entry = (name: string) => ({
  id: name,
  digest: `d-${name}`,
  data: { name, description: `De ${name}.` },
});

describe('topics', () => {
  const published = [
    post('4', 'Datos abiertos', 'datos  abiertos'),
    post('3', 'congreso'),
    post('2', 'DATOS ABIERTOS', 'Congreso'),
    post('1', 'Presupuesto', '🎉'),
  ];

  test('are the tags of posts, whatever their case, accents and spaces; the most used first, then by name', () => {
    const topics = toTopics(published, []);
    expect(topics.map(({ id, name, posts }) => [id, name, posts.map((one) => one.id)])).toEqual([
      ['congreso', 'congreso', ['3', '2']],
      ['datos-abiertos', 'datos  abiertos', ['4', '2']],
      ['presupuesto', 'Presupuesto', ['1']],
    ]);
  });

  test('are called and described as their entry says', () => {
    const [topic] = toTopics(published, [entry('Congreso')]);
    expect(topic).toMatchObject({ name: 'Congreso', description: 'De Congreso.', digest: 'd-Congreso' });
  });

  test('an entry that no post has as a tag makes no topic', () => {
    expect(toTopics([], [entry('Salud')])).toEqual([]);
  });

  test('the first tag of a post stands above its title', () => {
    const topics = toTopics(published, [entry('Congreso')]);
    expect(toKicker(post('9', 'CONGRESO', 'otra'), topics)?.name).toBe('Congreso');
    expect(toKicker(post('9', '¡!', 'Congreso'), topics)?.name).toBe('Congreso');
    expect(toKicker(post('9'), topics)).toBeUndefined();
    expect(findTopic(topics, 'nada')).toBeUndefined();
  });
});

test('the address of a topic is the same for every way of writing its tag, and safe in a path', () => {
  expect(toTopicId(' ¿Transparencia y Rendición? ')).toBe('transparencia-y-rendicion');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (tag) => {
      const id = toTopicId(tag);
      expect(id).not.toMatch(/[\s/?#%]/u);
      expect(toTopicId(id)).toBe(id);
      expect(toTopicId(tag.normalize('NFD'))).toBe(id);
    }),
  );
});
