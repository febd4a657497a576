/** A change to the text of a module of a package, made while the bundle is built. */
export interface Patch {
  /** The module, below node_modules. */
  readonly module: string;
  /** Text that stands there exactly `times` times (once unless told otherwise). */
  readonly from: string;
  readonly to: string;
  readonly times?: number;
}
