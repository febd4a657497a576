import type { Ref } from 'react';

/** What Decap calls on a control. Without this, it refuses to validate the field. */
interface ControlHandle {
  isValid?(): true | { error: { type: string; message: string } };
}

/** What Decap 3.16 hands to the control of a widget, of what our controls use. */
export interface ControlProps {
  readonly value: unknown;
  readonly field: { get(key: string): unknown };
  readonly forID: string;
  readonly classNameWrapper: string;
  readonly isDisabled?: boolean;
  readonly ref?: Ref<ControlHandle>;
  onChange(value: unknown): void;
  /** The entry of the form. */
  getEntry(): { get(key: string): unknown };
  setActiveStyle(): void;
  setInactiveStyle(): void;
  /** Looks for entries of another collection; the answer arrives as a Redux action. */
  query(
    namespace: string,
    collection: string,
    searchFields: readonly string[],
    term: string,
  ): Promise<{ payload: { hits?: readonly { data: Readonly<Record<string, unknown>> }[] } }>;
}

/** May the field be left empty? */
export const isRequired = ({ field }: ControlProps): boolean => field.get('required') !== false;
