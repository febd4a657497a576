import type { Values } from '../../../content-schema/index.ts';

/** A file that the page shows: where the browser finds it, and what is known of it. */
export interface PreviewAsset {
  readonly url: string;
  /** Of an image, in pixels. */
  readonly width?: number;
  readonly height?: number;
  /** Of a document, in bytes. */
  readonly size?: number;
}

/** What `POST /preview` takes: an entry, and what of the rest of the site its page shows. */
export interface PreviewRequest {
  readonly collection: string;
  readonly id: string;
  /** As the form has them: half of them may be missing or wrong. */
  readonly values: Values;
  /** What `loadContext` gave; only the server looks into it. */
  readonly context: unknown;
  /** By the paths that values and body name. */
  readonly assets: Readonly<Record<string, PreviewAsset>>;
  readonly theme?: 'light' | 'dark';
  /** Asks for `data-lines` and `data-field`, by which a place on the page is found again. */
  readonly marks?: boolean;
}

/** No page. `unavailable`: no server renders here, so asking again is no use. */
export interface PreviewFailure {
  readonly kind: 'unavailable' | 'refused';
  /** In Spanish. */
  readonly message: string;
  /** Seconds after which the same question may be asked again. */
  readonly retryAfter?: number;
}

export type PreviewAnswer = { readonly html: string } | PreviewFailure;
