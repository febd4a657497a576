/** The side of a picture that has to be seen where it is cropped, as a post names it. */
export type Focus = 'centro' | 'arriba' | 'abajo' | 'izquierda' | 'derecha';

/** The class by which a style sheet moves a cropped picture; undefined: its middle is seen. */
export const toFocusClass = (focus: Focus | undefined): string | undefined =>
  focus === undefined || focus === 'centro' ? undefined : `focus-${focus}`;
