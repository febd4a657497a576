import type { ReactNode } from 'react';

/** A speech bubble with a plus. */
export const CommentIcon = (): ReactNode => (
  <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
    <path
      d="M3 3.5h14v10H9.5L6 17v-3.5H3zM10 6v5M7.5 8.5h5"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
  </svg>
);
