import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openRepository } from '../../git/index.ts';
import { openRenderer, RenderError, type Renderer } from '../../on-demand/index.ts';
import type { EntryReport } from '../../review/report/index.ts';
import type { Changes } from '../collect-changes.ts';
import type { EntryVersions } from '../read-versions.ts';
import type { PagePicture, Pictures } from '../to-document.ts';
import { toChangedPlaces } from './changed-places.ts';
import { openPageSource, type PageSource } from './page-source.ts';
import { openPhotographer, type Photographer, type Width } from './photograph.ts';

/** More are not looked at, and would make a file that no mail takes. */
const mostEntries = 20;

/** For one page, milliseconds: nobody waits for it, and machines of workflows are slow. */
const limit = 20_000;

const projectDir = fileURLToPath(new URL('../../../', import.meta.url));

interface Studio {
  readonly renderer: Renderer;
  readonly photographer: Photographer;
  readonly log: (line: string) => void;
}

const widths: readonly Width[] = ['phone', 'desktop'];

type Side = 'before' | 'after';
const sides: readonly Side[] = ['before', 'after'];

/**
 * Pictures of the pages of changed entries, before and after, at phone and desktop width, with what changed outlined.
 * @param log is told, in English, what has no picture
 */
export async function takeScreenshots(
  changes: Changes,
  repositoryDir: string,
  log: (line: string) => void,
): Promise<Pictures> {
  const { versions, report, mergeBase, head } = changes;
  if (versions.length > mostEntries) {
    log(`Pictures of the first ${String(mostEntries)} of ${String(versions.length)} entries.`);
  }
  const renderer = await openRenderer({ projectDir, stateDir: path.join(projectDir, '.gaceta'), limit });
  const photographer = await openPhotographer();
  const repository = await openRepository(repositoryDir, { needsMain: false });
  try {
    const studio = { renderer, photographer, log };
    const sources = {
      before: await openPageSource(repository, mergeBase),
      after: await openPageSource(repository, head),
    };
    const pictures = new Map<string, readonly PagePicture[]>();
    for (const [index, version] of versions.slice(0, mostEntries).entries()) {
      const entry = report.entries[index];
      const file = (version.after ?? version.before)?.path;
      if (entry === undefined || file === undefined) continue;
      const taken = await photographEntry(studio, sources, version, entry);
      if (taken.length > 0) pictures.set(file, taken);
    }
    return pictures;
  } finally {
    await Promise.all([photographer.close(), renderer.close(), repository.close()]);
  }
}

async function photographEntry(
  studio: Studio,
  sources: Readonly<Record<Side, PageSource>>,
  versions: EntryVersions,
  entry: EntryReport,
): Promise<PagePicture[]> {
  const pages = new Map<Side, string>();
  for (const side of sides) {
    const html = await render(studio, sources[side], versions, side);
    if (html !== undefined) pages.set(side, html);
  }
  const taken: PagePicture[] = [];
  for (const width of widths) {
    const picture: { width: Width } & Partial<Record<Side, Buffer>> = { width };
    for (const [side, html] of pages) {
      const places = toChangedPlaces(entry, side);
      picture[side] = await studio.photographer.photograph(html, width, places, side);
    }
    if (pages.size > 0) taken.push(picture);
  }
  return taken;
}

/** Undefined: the entry is not there, or cannot be shown. */
async function render(
  { renderer, log }: Studio,
  source: PageSource,
  { collection, ...versions }: EntryVersions,
  side: Side,
): Promise<string | undefined> {
  const version = versions[side];
  if (version === undefined) return undefined;
  try {
    return await renderer.render(await source.toRequest(collection, version));
  } catch (error) {
    if (!(error instanceof RenderError)) throw error;
    log(`No picture of ${version.path}: ${error.message}`);
    return undefined;
  }
}
