import type { EntryReport } from '../../review/report/types.ts';
import { findBlockMark, findFieldMark, type PageMark, type Version } from './page-marks.ts';

/** A mark and where it stands on the page, in CSS pixels of the page. */
export interface PlacedMark {
  readonly mark: PageMark;
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** The places of a rendered page that show what the report is about, from above. */
export function findMarks(page: Document, report: EntryReport, version: Version): PlacedMark[] {
  const elements = [...page.querySelectorAll('[data-lines], [data-field]')];
  return elements.flatMap((element) => {
    const mark = readMark(element, report, version);
    const box = mark && toBox(element);
    return mark && box ? [{ mark, ...box }] : [];
  });
}

function readMark(element: Element, report: EntryReport, version: Version): PageMark | undefined {
  const field = element.getAttribute('data-field');
  if (field !== null) return findFieldMark(report, field);
  // A list whose items are marked, too, is none itself.
  if (element.querySelector('[data-lines]') !== null) return undefined;
  return findBlockMark(report.body.blocks, version, element.getAttribute('data-lines') ?? '');
}

function toBox(element: Element): Omit<PlacedMark, 'mark'> | undefined {
  const { top, left, width, height } = element.getBoundingClientRect();
  if (width > 0 && height > 0) return { top, left, width, height };
  // What has no box of its own (`display: contents`, an inline element around a block) has that of its content.
  const [child] = element.children;
  return child === undefined ? undefined : toBox(child);
}
