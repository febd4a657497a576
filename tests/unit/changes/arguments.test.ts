import { expect, test } from 'vitest';
import { readArguments } from '../../../src/changes/arguments.ts';
import { toDescription } from '../../../src/changes/description.ts';

const revisions = ['--base', 'main', '--head', 'rama'];

test('Markdown is printed unless something else is asked for', () => {
  expect(readArguments(revisions, {})).toMatchObject({
    base: 'main',
    head: 'rama',
    format: 'markdown',
    screenshots: false,
    output: undefined,
    post: undefined,
  });
});

test('the pull request is a number, or the one of the workflow', () => {
  const read = (post: string, ref?: string): number | undefined =>
    readArguments([...revisions, '--post', post], { GITHUB_REF: ref }).post;
  expect(read('7')).toBe(7);
  expect(read('ref', 'refs/pull/12/merge')).toBe(12);
  expect(() => read('ref', 'refs/heads/main')).toThrow('GITHUB_REF is «refs/heads/main»');
  expect(() => read('siete')).toThrow('--post is «siete»');
});

test.each([
  { args: ['--head', 'rama'], problem: '--base and --head are needed' },
  { args: [...revisions, '--format', 'pdf'], problem: 'There is no format pdf.' },
  { args: [...revisions, '--format', 'json', '--screenshots'], problem: 'JSON holds no screenshots.' },
  { args: [...revisions, '--screenshots'], problem: '--output is needed' },
  { args: [...revisions, '--fotos'], problem: "Unknown option '--fotos'" },
])('$args is refused: $problem', ({ args, problem }) => {
  expect(() => readArguments(args, {})).toThrow(problem);
});

test('the description of a status fits', () => {
  expect(toDescription('Sin cambios.')).toBe('Sin cambios.');
  const long = toDescription('palabra '.repeat(40));
  expect(long.length).toBeLessThanOrEqual(140);
  expect(long).toMatch(/ pal…$/u);
});
