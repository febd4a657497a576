/** How a page differs that is rendered on demand, before it is published. */
interface Preview {
  /** Names what shows a field (`data-field`) and the lines of the body that elements come from (`data-lines`). */
  readonly marks: boolean;
  /** Undefined: as the reader's device has it. */
  readonly theme: 'light' | 'dark' | undefined;
  /** Links lead nowhere: the page is looked at inside another. */
  readonly framed: boolean;
  /** Stands above the page: what it is that one sees. */
  readonly notice: string | undefined;
}

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace App {
    interface Locals {
      /** Absent in a build. */
      preview?: Preview;
    }
  }
}

/** Names what shows a field of the entry where a preview asks for it; elsewhere the attribute is absent. */
export const toFieldMark =
  ({ preview }: App.Locals) =>
  (field: string): string | undefined =>
    preview?.marks === true ? field : undefined;
