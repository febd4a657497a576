/**
 * There is no page. `refused`: what was asked for cannot be shown, and the message says why in Spanish; `late`: it
 * took too long; `busy`: too many are waiting.
 */
export class RenderError extends Error {
  override readonly name = 'RenderError';
  readonly kind: 'refused' | 'late' | 'busy';

  constructor(kind: RenderError['kind'], message: string = kind) {
    super(message);
    this.kind = kind;
  }
}
