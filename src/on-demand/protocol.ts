/** What the thread is asked; one question at a time. */
export interface Question {
  readonly kind: 'page' | 'card';
  /** Untrusted. */
  readonly input: unknown;
}

/** `refusal` is Spanish, for whoever asked; `failure` is for the log. */
export type Answer =
  { readonly result: string | Uint8Array } | { readonly refusal: string } | { readonly failure: string };
