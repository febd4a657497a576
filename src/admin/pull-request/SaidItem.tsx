import type { ReactNode } from 'react';

interface Props {
  readonly name: string;
  /** Besides saying something. */
  readonly did?: string | undefined;
  readonly when: string;
  /** As it was written: never HTML, and Markdown as its signs. */
  readonly text: string;
}

/** Who said what, and when. */
export function SaidItem({ name, did, when, text }: Props): ReactNode {
  return (
    <>
      <p>
        <b>{name}</b> {did} <span>{when}</span>
      </p>
      <p className="gaceta-said">{text}</p>
    </>
  );
}
