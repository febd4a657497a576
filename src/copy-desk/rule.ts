import type { Finding } from '../../content-schema/index.ts';
import type { Manuscript } from './manuscript.ts';

/** Where a value stands in an entry: ['title'], ['corrections', 0, 'text'], ['body']. */
export type ValuePath = readonly (string | number)[];

/** A change that is certain: other text for a range of one text value, or one more item of a list of texts. */
export type Edit =
  | { readonly path: ValuePath; readonly start: number; readonly end: number; readonly text: string }
  | { readonly path: ValuePath; readonly add: string };

/** What a rule found, before it is known on which line of which file that is. */
export interface Problem {
  readonly severity: Finding['severity'];
  readonly path: ValuePath;
  /** Offset in the text value, UTF-16 units; default 0. */
  readonly start?: number;
  /** What is wrong, as a Spanish sentence. */
  readonly message: string;
  /** What to do, as a Spanish sentence. */
  readonly hint: string;
  /** The repair; absent where a person has to decide. */
  readonly edits?: readonly Edit[];
  /** The visible words that the repair takes away and puts there, where it changes any. */
  readonly words?: { readonly removed?: string; readonly added?: string };
}

/** What rules may know of an uploaded file. Width and height are in pixels, after EXIF rotation. */
export interface Upload {
  readonly bytes: number;
  /** As sharp names it: jpeg, png, gif, heif…; absent when it is no image or cannot be read. */
  readonly format?: string;
  readonly width?: number;
  readonly height?: number;
  readonly animated?: boolean;
  /** Its EXIF data say where it was taken. */
  readonly position?: boolean;
}

/** What rules need to know of the site. Where a member is absent, the rules that need it say nothing. */
export interface SiteKnowledge {
  /** Public address, such as https://gaceta.example.org. */
  readonly url: string;
  /** IANA name, such as America/Guatemala. */
  readonly timeZone: string;
  readonly now: Date;
  /** The uploaded file at a site path such as /assets/images/posts/a.jpg (NFC); undefined: there is none. */
  readonly findUpload?: (path: string) => Upload | undefined;
  /** Is there a page or a redirect at this site path (with a slash at its end)? */
  readonly hasPage?: (path: string) => boolean;
}

/** One thing that the copy desk looks for. Pure: the same entry and site give the same problems. */
export interface Rule {
  /** Kebab-case; unique. */
  readonly id: string;
  find(manuscript: Manuscript, site: SiteKnowledge): Iterable<Problem>;
  /** What was repaired `count` times, as a Spanish sentence: «Se limpiaron 3 enlaces con rastreo.» */
  done?(count: number): string;
}
