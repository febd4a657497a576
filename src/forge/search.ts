import type { IssueRecord, PullRecord } from './records.ts';

type Found = IssueRecord | PullRecord;

/**
 * Issues and pull requests that fit a search as Decap's Notes pane writes it: `repo:`, `label:`, `state:`,
 * `is:`, `in:title`, `in:body`, and words or "a phrase". A qualifier that is not known finds nothing.
 * https://docs.github.com/en/search-github/searching-on-github/searching-issues-and-pull-requests
 */
export function searchIssues(issues: readonly Found[], query: string, fullName: string): Found[] {
  const terms = [...query.matchAll(/(?:([a-z-]+):)?(?:"([^"]*)"|(\S+))/gi)].map((match) => ({
    qualifier: match[1]?.toLowerCase(),
    value: (match[2] ?? match[3] ?? '').toLowerCase(),
  }));
  const places = terms.filter(({ qualifier }) => qualifier === 'in').flatMap(({ value }) => value.split(','));
  return issues.filter((issue) => terms.every((term) => fits(issue, term, fullName, places)));
}

function fits(
  issue: Found,
  { qualifier, value }: { qualifier: string | undefined; value: string },
  fullName: string,
  places: readonly string[],
): boolean {
  switch (qualifier) {
    case undefined:
      return textOf(issue, places).includes(value);
    case 'in':
      return true;
    case 'repo':
      return value === fullName.toLowerCase();
    case 'label':
      return issue.labels.some((label) => label.toLowerCase() === value);
    case 'state':
      return issue.state === value;
    case 'is':
    case 'type':
      if (value === 'open' || value === 'closed') return issue.state === value;
      return value === 'issue'
        ? !('branch' in issue)
        : ['pr', 'pull-request'].includes(value) && 'branch' in issue;
    default:
      return false;
  }
}

function textOf(issue: Found, places: readonly string[]): string {
  const all = places.length === 0;
  const title = all || places.includes('title') ? issue.title : '';
  const body = all || places.includes('body') ? (issue.body ?? '') : '';
  return `${title}\n${body}`.toLowerCase();
}
