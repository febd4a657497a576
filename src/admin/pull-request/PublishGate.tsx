import type { ComponentType, ReactNode } from 'react';
import { getNewsroom } from './newsroom.ts';
import { useKnown } from './open-pull.ts';
import { toMissing } from './to-strip.ts';

interface Props {
  /** What publishes, as Decap has it: drawn when the rules allow it. */
  readonly as: ComponentType<object>;
}

/** The toolbar's menu «Publicar», for as long as nothing is missing. patches-workflow.ts puts it there. */
export function PublishGate({ as: Menu, ...props }: Props): ReactNode {
  const known = useKnown();
  // With another forge nothing is known of its rules.
  if (getNewsroom() === undefined) return <Menu {...props} />;
  return known.kind === 'open' && toMissing(known.facts).length === 0 ? <Menu {...props} /> : null;
}
