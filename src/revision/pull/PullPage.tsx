import { type ReactNode } from 'react';
import type { Api } from '../api.ts';
import type { Viewer } from '../pull.ts';
import type { View } from '../route.ts';

interface Props {
  readonly api: Api;
  readonly number: number;
  readonly view: View;
  readonly viewer: Viewer;
}

/** One pull request. */
export function PullPage({ number, view }: Props): ReactNode {
  return (
    <main id="contenido">
      <h1 tabIndex={-1}>
        {number} {view}
      </h1>
    </main>
  );
}
