import { describe, expect, test } from 'vitest';
import { createPostReader } from '../../../src/record/post-text.ts';
import { toRecord } from '../../../src/record/to-record.ts';
import type { PostRecord } from '../../../src/record/types.ts';

interface Told {
  readonly at: string;
  /** Front matter besides title and date, and the text; undefined: the post is gone. */
  readonly text: string | undefined;
  readonly title?: string;
  readonly date?: string;
  readonly fields?: string;
  readonly reason?: string;
  readonly changed?: number;
  readonly added?: number;
}

const guatemala = new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeZone: 'America/Guatemala' });

/** The record of a post that was told so. */
function record(versions: readonly Told[], now = '2027-01-01T00:00:00Z'): PostRecord | undefined {
  const read = createPostReader();
  return toRecord({
    now: Date.parse(now),
    toDay: (time) => guatemala.format(time),
    versions: versions.map(
      ({ at, text, title = 'Un título', date = '2026-03-04T10:00:00-06:00', ...rest }) => ({
        step: {
          sha: at,
          parent: undefined,
          time: Date.parse(at),
          authors: ['Ana'],
          approvers: [],
          reason: rest.reason,
          added: rest.added ?? 0,
          changed: rest.changed ?? 1,
        },
        text:
          text === undefined
            ? undefined
            : read(`---\ntitle: ${title}\ndate: ${date}\n${rest.fields ?? ''}---\n${text}\n`),
      }),
    ),
  });
}

const first = { at: '2026-03-04T16:00:00Z', text: 'Son tres obras. Cuestan mucho.' };
const kinds = (found: PostRecord | undefined): string[] => (found?.changes ?? []).map(({ kind }) => kind);

describe('what counts as a change', () => {
  test('a post as it was published has no record', () => {
    expect(record([first])).toBeUndefined();
    expect(record([first, { ...first, at: '2026-03-09T16:00:00Z' }])).toBeUndefined();
  });

  test('what readers do not see is none', () => {
    const hidden = 'highlight: true\naliases:\n  - /vieja\ncorreo: ana@example.org\n';
    expect(record([first, { ...first, at: '2026-03-09T16:00:00Z', fields: hidden }])).toBeUndefined();
  });

  test('another number is one, told word by word', () => {
    const found = record([
      first,
      { at: '2026-03-09T16:00:00Z', text: 'Son cuatro obras. Cuestan mucho.', reason: 'Faltaba una.' },
    ]);
    expect(found?.changes).toMatchObject([
      { kind: 'change', summary: 'Cambió 1 párrafo', reasons: ['Faltaba una.'], authors: ['Ana'], times: 1 },
    ]);
    const parts = found?.changes[0]?.passages[0]?.parts ?? [];
    expect(
      parts
        .filter(({ kind }) => kind !== 'added')
        .map(({ text }) => text)
        .join(''),
    ).toBe('Son tres obras. Cuestan mucho.');
    expect(
      parts
        .filter(({ kind }) => kind !== 'removed')
        .map(({ text }) => text)
        .join(''),
    ).toBe('Son cuatro obras. Cuestan mucho.');
  });

  test('spelling is a small one', () => {
    expect(
      kinds(record([first, { at: '2026-03-09T16:00:00Z', text: 'Son tres obras. ¡Cuestan mucho!' }])),
    ).toEqual(['minor']);
    expect(
      kinds(
        record([
          { ...first, text: 'La municpalidad.' },
          { at: '2026-03-09T16:00:00Z', text: 'La municipalidad.' },
        ]),
      ),
    ).toEqual(['minor']);
  });

  test('a note of correction stands out, in its own words', () => {
    const fields = 'corrections:\n  - date: 2026-03-09T10:00:00-06:00\n    text: Son cuatro.\n';
    const found = record([
      first,
      { at: '2026-03-09T16:00:00Z', text: 'Son cuatro obras. Cuestan mucho.', fields },
    ]);
    expect(found?.changes).toMatchObject([
      { kind: 'correction', corrections: ['Son cuatro.'], summary: 'Cambió 1 párrafo' },
    ]);
  });

  test('a note of correction that goes away is told, too', () => {
    const fields = 'corrections:\n  - date: 2026-03-09T10:00:00-06:00\n    text: Son cuatro.\n';
    const found = record([
      { ...first, fields },
      { ...first, at: '2026-03-12T16:00:00Z' },
    ]);
    expect(found?.changes).toMatchObject([{ kind: 'change', summary: 'Se quitó 1 nota de corrección' }]);
  });
});

describe('work on many posts at once', () => {
  const after = { at: '2026-03-09T16:00:00Z', text: 'Son cuatro obras. Cuestan mucho.' };

  test('is told apart where words changed', () => {
    expect(kinds(record([first, { ...after, changed: 124 }]))).toEqual(['general']);
  });

  test('is none where pictures went to other addresses', () => {
    const [old, now] = ['/assets/images/a.jpg', '/assets/images/posts/a.jpg'].map(
      (src) => `Hola.\n\n![Una obra](${src})`,
    );
    expect(
      record([
        { ...first, text: old ?? '' },
        { ...after, text: now ?? '', changed: 124 },
      ]),
    ).toBeUndefined();
  });

  test('is none where an import wrote it again', () => {
    expect(record([first, { ...after, changed: 40, added: 120 }])).toBeUndefined();
  });
});

describe('when', () => {
  test('what happened before the date of a post is no change: nobody saw it', () => {
    const date = '2026-03-10T08:00:00-06:00';
    const found = record([
      { ...first, date },
      { at: '2026-03-05T16:00:00Z', text: 'Son cinco obras.', date },
      { at: '2026-03-12T16:00:00Z', text: 'Son seis obras.', date },
    ]);
    expect(found?.since).toBe('2026-03-10T14:00:00.000Z');
    expect(found?.changes).toHaveLength(1);
    expect(found?.changes[0]?.from).toBe('2026-03-12T16:00:00.000Z');
  });

  test('a version that waits for its date is no change yet', () => {
    expect(
      record(
        [first, { at: '2026-03-05T16:00:00Z', text: 'Son cinco.', date: '2026-03-10T08:00:00-06:00' }],
        '2026-03-06T00:00:00Z',
      ),
    ).toBeUndefined();
  });

  test('several versions of one day, as the site counts days, are one change: what came of them', () => {
    const found = record([
      first,
      { at: '2026-03-09T16:00:00Z', text: 'Son cuatro obras.', reason: 'Uno.' },
      // The tenth in UTC.
      { at: '2026-03-10T05:00:00Z', text: 'Son cinco obras.', reason: 'Dos.' },
      { at: '2026-03-10T16:00:00Z', text: 'Son seis obras.' },
    ]);
    expect(found?.changes.map(({ times, reasons }) => ({ times, reasons }))).toEqual([
      { times: 1, reasons: [] },
      { times: 2, reasons: ['Uno.', 'Dos.'] },
    ]);
  });

  test('what was put back on the same day is told without its text', () => {
    const found = record([
      first,
      { at: '2026-03-09T16:00:00Z', text: 'Otra cosa, muy distinta.' },
      { ...first, at: '2026-03-09T17:00:00Z' },
    ]);
    expect(found?.changes).toMatchObject([
      { kind: 'minor', summary: 'Se cambió y se volvió a dejar como estaba', passages: [] },
    ]);
  });

  test('a post that was gone for days says so', () => {
    const found = record([
      first,
      { at: '2026-03-09T16:00:00Z', text: undefined },
      { ...first, at: '2026-03-14T16:00:00Z' },
    ]);
    expect(found?.changes).toMatchObject([
      { kind: 'absence', from: '2026-03-09T16:00:00.000Z', until: '2026-03-14T16:00:00.000Z', passages: [] },
    ]);
  });

  test('a post that was gone for minutes was not gone', () => {
    expect(
      record([
        first,
        { at: '2026-03-09T16:00:00Z', text: undefined },
        { ...first, at: '2026-03-09T16:03:00Z' },
      ]),
    ).toBeUndefined();
  });

  test('a clock that is wrong neither turns the order round nor reaches into the future', () => {
    const found = record(
      [
        first,
        { at: '2030-01-01T00:00:00Z', text: 'Son cuatro.' },
        { at: '2026-03-09T16:00:00Z', text: 'Son cinco.' },
      ],
      '2026-04-01T00:00:00Z',
    );
    expect(found?.changes.map(({ until }) => until)).toEqual(['2026-04-01T00:00:00.000Z']);
  });
});
