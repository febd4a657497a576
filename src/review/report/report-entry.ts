import { type Collection, isFolder, type Values } from '../../../content-schema/index.ts';
import { compareBody } from './compare-body.ts';
import { compareCorrections } from './compare-corrections.ts';
import { compareFields } from './compare-fields.ts';
import { compareItems } from './compare-items.ts';
import type { ReadBlock } from './read-block.ts';
import { readBody, type ReadPassages } from './read-body.ts';
import { countWords, toSize } from './size.ts';
import type { EntryReport, Version } from './types.ts';

/** Fields that have their own part of a report. */
const toldApart = new Set(['body', 'corrections']);

/**
 * What became of an entry between two versions, as a reader would see it. Undefined: it is not there in this version.
 * Equal versions, or such that differ in what nobody sees, give a report without changes (`isUnchanged`).
 */
export function reportEntry(
  collection: Collection,
  before: Version | undefined,
  after: Version | undefined,
): EntryReport {
  const [old, now] = [before?.values ?? {}, after?.values ?? {}];
  const known: ReadPassages = new Map();
  const [olds, nows] = [readBlocks(old, known), readBlocks(now, known)];
  const body = compareBody(olds, nows);
  const changes = {
    fields: compareFields(collection, old, now, toldApart),
    body,
    links: compareItems(body, olds, nows, ({ links }) => links, ['text', 'url']),
    images: compareItems(body, olds, nows, ({ picture }) => toList(picture), ['image']),
    embeds: compareItems(body, olds, nows, ({ embedded }) => toList(embedded), ['url', 'title']),
    downloads: compareItems(body, olds, nows, ({ download }) => toList(download), ['file', 'label']),
    corrections: compareCorrections(old['corrections'], now['corrections']),
  };
  return {
    kind: toKind(before, after),
    collection: collection.name,
    singular: collection.singular,
    title: toTitle(collection, after ?? before),
    ...(before === undefined ? {} : { before: { id: before.id, path: before.path } }),
    ...(after === undefined ? {} : { after: { id: after.id, path: after.path } }),
    ...changes,
    size: toSize(changes, countAll(olds), countAll(nows)),
  };
}

const readBlocks = ({ body }: Values, known: ReadPassages): ReadBlock[] =>
  typeof body === 'string' ? readBody(body, known) : [];

const toList = <T>(item: T | undefined): T[] => (item === undefined ? [] : [item]);

function toKind(before: Version | undefined, after: Version | undefined): EntryReport['kind'] {
  if (before === undefined) return 'new';
  if (after === undefined) return 'deleted';
  return before.id === after.id ? 'changed' : 'renamed';
}

function toTitle(collection: Collection, version: Version | undefined): string {
  if (!isFolder(collection)) return collection.label;
  const title = version?.values[collection.identifier];
  return typeof title === 'string' && title.trim() !== '' ? title : (version?.id ?? '');
}

const countAll = (blocks: readonly ReadBlock[]): number =>
  blocks.reduce((total, { sentences }) => total + countWords(sentences.join(' ')), 0);

/** Would no reader notice anything? */
export const isUnchanged = (entry: EntryReport): boolean =>
  entry.kind === 'changed' &&
  entry.body.blocks.every(({ kind }) => kind === 'kept') &&
  [entry.fields, entry.corrections, entry.links, entry.images, entry.embeds, entry.downloads].every(
    ({ length }) => length === 0,
  );
