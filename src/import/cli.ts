import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { checkTarget, TargetError } from './check-target.ts';
import { DecapConfigError } from './decap-config.ts';
import { importDocuments, type ImportOptions } from './import-documents.ts';
import { ManifestError } from './manifest.ts';
import { MappingError, parseMappings } from './mappings.ts';
import { showProgress } from './progress.ts';
import { isOpen, type Report, toJson } from './report/report.ts';
import { renderReport } from './report/render-report.ts';
import { toSummary } from './report/summary.ts';
import { writeWhole } from './write-file.ts';

const help = `Usage: npm run import -- SOURCE [options]

Imports Markdown posts with YAML front matter: a folder, or one file (.md, .markdown, .mdx, .txt). Repairs what is
certain, writes entries and images into the files of a content repository and reports what a person must decide. It
commits nothing. Run it again as often as you like: it changes only what it wrote itself and nobody has edited.

  --into DIR       work tree of the content repository (default: CONTENT_REPO, or this project)
  --images DIR     where to look for the files that posts name, by any path, besides SOURCE; may be repeated
  --map OLD=NEW    what the old site was like; may be repeated:
      blogs=posts                 documents of the folder blogs become entries of the collection posts
      blogs=/noticias             their pages stood at /noticias/<file name without its day>/, not at /blogs/…
      blogs=/noticias/:name       … with the day (:slug is without)
      blogs=                      they had no pages
      /noticias=/articulos        what is now below /articulos/ stood below /noticias/
      https://old.example.org=/   that site's addresses are this site's own
  --report FILE    FILE.html for editors and FILE.json for programs (default: .gaceta/importacion.html)
  --dry-run        write the report only
  --help

A Decap config.yml in SOURCE, above it, or in the folder admin of either tells which folders are collections and how
texts name uploads.

Exit code: 0 all is on the site and fine; 1 something is left for a person; 2 the import failed.`;

/** The command line cannot be understood; the message says why. */
class UsageError extends Error {}

interface Command extends ImportOptions {
  /** Absolute, without extension. */
  readonly report: string;
}

function parseCommand(args: string[]): Command | undefined {
  const { values, positionals } = readArgs(args);
  if (values.help === true) return undefined;
  const [source, ...more] = positionals;
  if (source === undefined || more.length > 0) throw new UsageError('Give one SOURCE: a folder or a file.');
  const images = (values.images ?? []).map((folder) => path.resolve(folder));
  for (const place of [path.resolve(source), ...images]) {
    if (!existsSync(place)) throw new UsageError(`${place} does not exist.`);
  }
  const projectDir = fileURLToPath(new URL('../../', import.meta.url));
  return {
    source: path.resolve(source),
    into: path.resolve(values.into ?? (process.env['CONTENT_REPO'] || projectDir)),
    images,
    mappings: parseMappings(values.map ?? []),
    dryRun: values['dry-run'] ?? false,
    report: path.resolve(
      (values.report ?? path.join(projectDir, '.gaceta/importacion.html')).replace(/\.(?:html?|json)$/iu, ''),
    ),
  };
}

function readArgs(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        into: { type: 'string' },
        images: { type: 'string', multiple: true },
        map: { type: 'string', multiple: true },
        report: { type: 'string' },
        'dry-run': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new UsageError(error.message, { cause: error });
  }
}

async function run(args: string[]): Promise<number> {
  const command = parseCommand(args);
  if (command === undefined) {
    console.log(help);
    return 0;
  }
  checkTarget(command.into);
  const report = await importDocuments(command, showProgress(process.stderr));
  if (report.entries.length === 0) {
    throw new UsageError(`There is no .md, .markdown, .mdx or .txt file in ${command.source}.`);
  }
  await writeReport(command.report, report);
  console.log(toSummary(report, { into: command.into, report: command.report }));
  return isOpen(report) ? 1 : 0;
}

async function writeReport(name: string, report: Report): Promise<void> {
  await writeWhole(`${name}.html`, renderReport(report));
  await writeWhole(`${name}.json`, toJson(report));
}

const expected = [UsageError, TargetError, MappingError, ManifestError, DecapConfigError];

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  const isExpected = expected.some((type) => error instanceof type);
  console.error(isExpected ? (error as Error).message : error);
  if (error instanceof UsageError) console.error('npm run import -- --help tells more.');
  process.exitCode = 2;
}
