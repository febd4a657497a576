import { describe, expect, test } from 'vitest';
import type { PullFacts } from '../../../../src/browser/load-facts.ts';
import {
  type OpenForm,
  toMissing,
  toStrip,
  type Viewer,
} from '../../../../src/admin/pull-request/to-strip.ts';
import { automaticCheck, head, oneApproval, review, status, toFacts } from './facts.ts';

const blocked = { mergeable_state: 'blocked' };
const rosa: Viewer = {
  login: 'rosa',
  now: new Date('2026-11-20T12:00:00-06:00'),
  timeZone: 'America/Guatemala',
};
const form: OpenForm = {
  seenHead: head,
  hasChanged: false,
  date: '2026-11-19T09:00:00-06:00',
  isPublished: false,
};

describe('what is missing before it can be published', () => {
  const approval = 'Falta la aprobación de una revisora.';
  const ready = 'Falta marcarlo como «Listo».';
  const cases: [string, PullFacts, string[]][] = [
    ['nothing, when GitHub would merge it', toFacts(), []],
    [
      'nothing, with a failure that no rule asks about',
      toFacts({ pull: { mergeable_state: 'unstable' } }),
      [],
    ],
    ['nothing, when publishing merges main first', toFacts({ pull: { mergeable_state: 'behind' } }), []],
    ['nothing, when publishing has to ask first', toFacts({ pull: { mergeable_state: 'dirty' } }), []],
    [
      'the mark of readiness, though GitHub would merge it',
      toFacts({ pull: { labels: [{ name: 'gaceta/pending_review' }] } }),
      [ready],
    ],
    ['an approval', toFacts({ pull: blocked, rules: oneApproval }), [approval]],
    [
      'an approval, though it was approved before the last change',
      toFacts({ pull: blocked, rules: oneApproval, reviews: [review('rosa', 'APPROVED', 'a'.repeat(40))] }),
      [approval],
    ],
    [
      'an approval of somebody else than its author',
      toFacts({ pull: blocked, rules: oneApproval, reviews: [review('beto', 'APPROVED')] }),
      [approval],
    ],
    [
      'an approval of somebody else than who changed it last',
      toFacts({ pull: blocked, rules: oneApproval, reviews: [review('ana', 'APPROVED')] }),
      [approval],
    ],
    [
      'the changes that a reviewer asked for after approving',
      toFacts({
        pull: blocked,
        rules: oneApproval,
        reviews: [review('rosa', 'APPROVED'), review('rosa', 'CHANGES_REQUESTED')],
      }),
      ['Rosa Revisora pidió cambios.', approval],
    ],
    [
      'an approval, though a comment came after one that was dismissed',
      toFacts({
        pull: blocked,
        rules: oneApproval,
        reviews: [review('rosa', 'DISMISSED'), review('rosa', 'COMMENTED')],
      }),
      [approval],
    ],
    [
      'a check that failed',
      toFacts({ pull: blocked, rules: automaticCheck, statuses: [status('gaceta/check', 'error')] }),
      ['Revisión automática: encontró errores.'],
    ],
    [
      'a check that has not begun',
      toFacts({ pull: blocked, rules: automaticCheck }),
      ['Revisión automática: todavía no termina.'],
    ],
    [
      'a check run of that name that has not ended',
      toFacts({
        pull: blocked,
        rules: automaticCheck,
        checkRuns: [{ name: 'gaceta/check', status: 'in_progress' }],
      }),
      ['Revisión automática: todavía no termina.'],
    ],
    [
      'everything, in the order in which people do it',
      toFacts({
        pull: { ...blocked, labels: [] },
        rules: [...automaticCheck, ...oneApproval],
      }),
      ['Revisión automática: todavía no termina.', approval, ready],
    ],
    [
      'a reviewer, when only the right to publish is wanting',
      toFacts({ pull: blocked, isReviewer: false }),
      ['Solo una revisora puede publicar.'],
    ],
    [
      'a reviewer, when a conflict hides who may publish',
      toFacts({ pull: { mergeable_state: 'dirty' }, isReviewer: false }),
      ['Solo una revisora puede publicar.'],
    ],
    [
      'what only GitHub knows',
      toFacts({ pull: blocked }),
      ['Las reglas del sitio todavía no dejan publicarlo: abre la solicitud para ver cuál falta.'],
    ],
    [
      'an answer of GitHub, which still computes it',
      toFacts({ pull: { mergeable_state: 'unknown' } }),
      ['Se está comprobando si se puede publicar.'],
    ],
    [
      'a state of which nothing is known',
      toFacts({ pull: { mergeable_state: 'novel' } }),
      ['Las reglas del sitio todavía no dejan publicarlo: abre la solicitud para ver cuál falta.'],
    ],
    [
      'everything, when it is closed',
      toFacts({ pull: { state: 'closed' } }),
      ['Esta solicitud ya se cerró.'],
    ],
  ];
  test.each(cases)('%s', (_, facts, missing) => {
    expect(toMissing(facts)).toEqual(missing);
    expect(toStrip(facts, rosa, form).canPublish).toBe(missing.length === 0);
  });
});

describe('approving is offered', () => {
  const inReview = toFacts({ pull: blocked, rules: oneApproval });
  test('to a reviewer who has no part in it', () => {
    expect(toStrip(inReview, rosa, form).canApprove).toBe(true);
  });
  test.each([
    ['its author', inReview, { ...rosa, login: 'beto' }, form],
    ['who changed it last', inReview, { ...rosa, login: 'ana' }, form],
    ['who is no reviewer', { ...inReview, isReviewer: false }, rosa, form],
    ['who approved it', { ...inReview, reviews: [review('rosa', 'APPROVED')] }, rosa, form],
    [
      'anybody while main has to be merged first',
      toFacts({ pull: { mergeable_state: 'dirty' }, rules: oneApproval }),
      rosa,
      form,
    ],
    ['who has changes that are not saved', inReview, rosa, { ...form, hasChanged: true }],
    ['who has an older text in the form', inReview, rosa, { ...form, seenHead: 'a'.repeat(40) }],
    [
      'anybody while it is a draft',
      toFacts({ rules: oneApproval, pull: { labels: [{ name: 'gaceta/draft' }] } }),
      rosa,
      form,
    ],
    ['anybody where no approval is asked for', toFacts(), rosa, form],
  ])('not to %s', (_, facts, viewer, openForm) => {
    expect(toStrip(facts, viewer, openForm).canApprove).toBe(false);
  });
});

describe('who else', () => {
  test('changed the draft in the last days is named, and never oneself', () => {
    expect(toStrip(toFacts(), rosa, form).presence).toBe(
      'Ana Editora cambió este borrador ayer a las 10:05.',
    );
    expect(toStrip(toFacts(), { ...rosa, login: 'ana' }, form).presence).toBe(
      'Beto Editor cambió este borrador el miércoles 18 de noviembre a las 10:05.',
    );
  });
  test('changed it more than seven days ago is not news', () => {
    const later = { ...rosa, now: new Date('2026-11-27T12:00:00-06:00') };
    expect(toStrip(toFacts(), later, form).presence).toBeUndefined();
  });
  test('saved while the form is open is told instead, and what becomes of one’s own changes', () => {
    const old = { ...form, seenHead: 'a'.repeat(40) };
    const strip = toStrip(toFacts(), rosa, old);
    expect(strip.moved).toBe('Ana Editora guardó cambios en este borrador ayer a las 10:05.');
    expect(strip.presence).toBeUndefined();
    expect(toStrip(toFacts(), rosa, { ...old, hasChanged: true }).moved).toBe(
      'Ana Editora guardó cambios en este borrador ayer a las 10:05. Al guardar se juntarán con lo tuyo.',
    );
    expect(toStrip(toFacts(), { ...rosa, login: 'ana' }, old).moved).toBe(
      'Guardaste cambios en este borrador ayer a las 10:05, en otra ventana.',
    );
  });
});

describe('when it appears', () => {
  const date = '2026-12-03T08:30:00-06:00';
  test('is said of what is ready and dated after its last change', () => {
    const approved = toFacts({ rules: oneApproval });
    expect(toStrip(approved, rosa, { ...form, date }).notes).toEqual([
      'Se publicará el jueves 3 de diciembre a las 8:30.',
    ]);
  });
  test('depends on what is missing', () => {
    const facts = toFacts({ pull: blocked, rules: oneApproval });
    expect(toStrip(facts, rosa, { ...form, date }).notes).toEqual([
      'Se publicará el jueves 3 de diciembre a las 8:30, si para entonces no falta nada.',
    ]);
  });
  test('does not depend on the right of who looks', () => {
    const facts = toFacts({ pull: blocked, isReviewer: false, reviews: [review('rosa', 'APPROVED')] });
    expect(toStrip(facts, rosa, { ...form, date }).notes).toEqual([
      'Se publicará el jueves 3 de diciembre a las 8:30.',
    ]);
  });
  test('depends on a reviewer’s approval, which is then offered, where no rule asks for one', () => {
    const strip = toStrip(toFacts(), rosa, { ...form, date });
    expect(strip.notes).toEqual([
      'Se publicará el jueves 3 de diciembre a las 8:30, si una revisora lo aprueba antes.',
    ]);
    expect(strip.canApprove).toBe(true);
  });
  test('does not depend on that for a reviewer’s own', () => {
    const commits = toFacts().commits.map((commit) => ({
      ...commit,
      author: { login: 'rosa' },
      committer: { login: 'rosa' },
    }));
    const own = toFacts({ commits, pull: { user: { login: 'rosa' } } });
    expect(toStrip(own, rosa, { ...form, date }).notes).toEqual([
      'Se publicará el jueves 3 de diciembre a las 8:30.',
    ]);
  });
  test('is soon when the moment came', () => {
    const facts = toFacts({ reviews: [review('rosa', 'APPROVED')] });
    expect(toStrip(facts, rosa, { ...form, date: '2026-11-20T11:59:00-06:00' }).notes).toEqual([
      'Se publicará en unos minutos.',
    ]);
  });
  test('is not said of what was ready after its date, of a draft, or without a date', () => {
    expect(toStrip(toFacts(), rosa, form).notes).toEqual([]);
    expect(toStrip(toFacts({ pull: { labels: [] } }), rosa, { ...form, date }).notes).toEqual([]);
    expect(toStrip(toFacts(), rosa, { ...form, date: undefined }).notes).toEqual([]);
  });
});

test('main is merged by publishing; where that would undo an approval, before it', () => {
  const conflict = { mergeable_state: 'dirty' };
  const free = toStrip(toFacts({ pull: conflict }), rosa, form);
  expect(free.notes.join()).toMatch(/Publicar los junta primero/u);
  expect(free).toMatchObject({ canPublish: true, needsJoin: false });
  const approved = toFacts({ pull: conflict, rules: oneApproval, reviews: [review('rosa', 'APPROVED')] });
  expect(toStrip(approved, rosa, form)).toMatchObject({
    missing: ['Se publicaron otros cambios en el mismo texto: falta juntarlos.'],
    notes: [],
    needsJoin: true,
  });
});

test('checks are named, required ones also before they begin, and the state of the site is none', () => {
  const { checks } = toStrip(
    toFacts({
      rules: automaticCheck,
      statuses: [status('gaceta/publish', 'success'), status('enlaces', 'failure')],
      checkRuns: [{ name: 'build', status: 'completed', conclusion: 'skipped' }],
    }),
    rosa,
    form,
  );
  expect(checks).toEqual([
    { name: 'Revisión automática', state: 'pending', isRequired: true },
    { name: 'build', state: 'success', isRequired: false },
    { name: 'enlaces', state: 'failure', isRequired: false },
  ]);
});

test('the label tells the kind of the request', () => {
  expect(toStrip(toFacts({ pull: { labels: [{ name: 'tipo: retirar' }] } }), rosa, form).kind).toBe('remove');
});

describe('links', () => {
  test('lead to what changes, and to the page once there is one', () => {
    expect(toStrip(toFacts(), rosa, form)).toMatchObject({
      href: 'https://github.test/o/r/pull/12',
      changesHref: '/revision/#/cambios/12',
      pageHref: undefined,
      summary: undefined,
    });
    const statuses = [
      { ...status('gaceta/revision', 'success'), description: 'Cambió el título.' },
      { ...status('deploy/preview', 'success'), target_url: 'https://example.org/preview/pr/12' },
    ];
    const strip = toStrip(toFacts({ statuses }), rosa, form);
    expect(strip).toMatchObject({
      pageHref: 'https://example.org/preview/pr/12',
      summary: 'Cambió el título.',
      checks: [],
    });
  });

  test('name one page once', () => {
    const pull = { html_url: 'http://127.0.0.1:4321/revision/#/cambios/12' };
    expect(toStrip(toFacts({ pull }), rosa, form).href).toBeUndefined();
  });

  test.each(['javascript:alert(1)', '/preview/pr/12', ''])('do not lead to «%s»', (target) => {
    const statuses = [{ ...status('deploy/preview', 'success'), target_url: target }];
    expect(toStrip(toFacts({ statuses }), rosa, form).pageHref).toBeUndefined();
  });
});

describe('sending it back to review', () => {
  const ana: Viewer = { ...rosa, login: 'ana' };
  const asked = (changes: Parameters<typeof toFacts>[0] = {}): PullFacts =>
    toFacts({ reviews: [review('rosa', 'CHANGES_REQUESTED')], ...changes });

  test('is offered for those who asked for changes', () => {
    expect(toStrip(asked(), ana, form)).toMatchObject({ askAgain: ['rosa'], asked: undefined });
  });

  test('says so once they have been asked', () => {
    const pull = { requested_reviewers: [{ login: 'rosa' }] };
    expect(toStrip(asked({ pull }), ana, form)).toMatchObject({
      askAgain: [],
      asked: 'Se le pidió otra revisión a Rosa Revisora.',
    });
  });

  test.each([
    ['to the reviewer herself', asked(), rosa, form],
    ['while something is not saved', asked(), ana, { ...form, hasChanged: true }],
    ['after she approved', asked({ reviews: [review('rosa', 'APPROVED')] }), ana, form],
  ])('is not offered %s', (_, facts, viewer, open) => {
    expect(toStrip(facts, viewer, open).askAgain).toEqual([]);
  });
});

test('the reason of a change is asked for where something published changes', () => {
  expect(toStrip(toFacts(), rosa, form).canExplain).toBe(false);
  const published = { ...form, isPublished: true };
  const body = 'Lo pide Ana.\n\n**Motivo del cambio:** Era otro día.';
  expect(toStrip(toFacts({ pull: { body } }), rosa, published)).toMatchObject({
    canExplain: true,
    reason: 'Era otro día.',
  });
  const labels = [{ name: 'tipo: dirección' }];
  expect(toStrip(toFacts({ pull: { labels } }), rosa, form).canExplain).toBe(true);
});
