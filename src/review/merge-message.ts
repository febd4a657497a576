/** Who stands behind a change to main, and why it was made. People are names or logins. */
export interface MergeStory {
  /** Who wrote it. */
  readonly author?: string | undefined;
  /** Who approved this version. */
  readonly approvers?: readonly string[];
  /** Why something published changes, as readers will read it. */
  readonly reason?: string | undefined;
}

/** The same as a commit tells it: a commit may have several authors. */
export interface TrailerStory {
  readonly authors: readonly string[];
  /** Who wrote with them, as GitHub has it. */
  readonly coAuthors: readonly string[];
  readonly approvers: readonly string[];
  readonly reason: string | undefined;
}

const names = { author: 'Escrito-por', approver: 'Aprobado-por', reason: 'Motivo' } as const;

/** Who else wrote a commit, as GitHub has it: https://docs.github.com/en/pull-requests/committing-changes-to-your-project/creating-and-editing-commits/creating-a-commit-with-multiple-authors */
const coAuthor = 'co-authored-by';

/** An e-mail address from its @ on. What stands before is looked back at, so that a long text costs no more than its length. */
const mailHost = /(?<=[\p{L}\p{N}.!#$%&'*+/=?^_{|}~-])@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;

/** On one line, since whatever begins a line may be read as a trailer. */
const toLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

/** A person without an e-mail address, which nobody may publish: of `ana@example.org` its `ana` is left. */
const toPerson = (name: string): string => toLine(name.replace(/<[^<>]*>/gu, ' ').replace(mailHost, ''));

const toPeople = (people: readonly string[]): string[] => [
  ...new Set(people.map(toPerson).filter((name) => name !== '')),
];

/**
 * The text below the heading of a merge commit: git trailers, one a line, or nothing. It never holds an e-mail
 * address: the history of a public repository is public. https://git-scm.com/docs/git-interpret-trailers
 */
export function toMergeMessage({ author = '', approvers = [], reason = '' }: MergeStory): string {
  const why = toLine(reason.replace(mailHost, (host) => host.replace('@', ' (arroba) ')));
  return [
    ...toPeople([author]).map((name) => `${names.author}: ${name}`),
    ...toPeople(approvers).map((name) => `${names.approver}: ${name}`),
    ...(why === '' ? [] : [`${names.reason}: ${why}`]),
  ].join('\n');
}

/** What GitHub calls a commit by itself; what stands below is then the title, or the commits, of whoever wrote the change. */
const githubHeading = /^Merge pull request #\d+ from [^\n]*(?:\n|$)|^[^\n]* \(#\d+\)\s*(?:\n|$)/u;

/**
 * What the trailers of a commit tell. Of one that somebody merged by GitHub's own button only co-authors count: else a
 * pull request that is called «Aprobado-por: …» would approve itself. Only the last paragraph counts, and before it one with trailers alone (GitHub
 * puts its own below ours), so that a line of a description is not taken for an approval.
 * @param message of a commit, with its heading
 */
export function parseMergeMessage(message: string): TrailerStory {
  const all = toTrailerLines(message);
  const lines = githubHeading.test(message) ? all.filter(({ name }) => name === coAuthor) : all;
  const find = (wanted: string): string[] =>
    lines.filter(({ name }) => name === wanted.toLowerCase()).map(({ value }) => value);
  return {
    authors: toPeople(find(names.author)),
    coAuthors: toPeople(find(coAuthor)),
    approvers: toPeople(find(names.approver)),
    reason: find(names.reason).at(-1),
  };
}

interface Trailer {
  readonly name: string;
  readonly value: string;
}

function toTrailerLines(message: string): Trailer[] {
  const [, ...paragraphs] = message
    .replace(/\r\n?/gu, '\n')
    .trim()
    .split(/\n(?:[\t ]*\n|-{3,}\n)+/u);
  const trailers: Trailer[] = [];
  for (const paragraph of paragraphs.reverse()) {
    const found = paragraph.split('\n').map(toTrailer);
    if (!found.every((one) => one !== undefined)) break;
    trailers.unshift(...found);
  }
  return trailers;
}

function toTrailer(line: string): Trailer | undefined {
  const [, name, value] = /^([\p{L}\p{N}-]+): *(\S.*)$/u.exec(line.trimEnd()) ?? [];
  return name === undefined || value === undefined ? undefined : { name: name.toLowerCase(), value };
}
