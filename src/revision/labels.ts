/** Labels of a pull request's column on the board, as the admin and the clock use them. */
export const statusLabels = {
  draft: 'gaceta/draft',
  review: 'gaceta/pending_review',
  ready: 'gaceta/pending_publish',
} as const;

interface Labelled {
  readonly labels: readonly { readonly name: string }[];
}

export const hasLabel = ({ labels }: Labelled, name: string): boolean =>
  labels.some((label) => label.name === name);

/** The labels of a pull request in another column; those of its kind stay. */
export const withStatus = ({ labels }: Labelled, status: keyof typeof statusLabels): string[] => [
  ...labels.map(({ name }) => name).filter((name) => !Object.values<string>(statusLabels).includes(name)),
  statusLabels[status],
];
