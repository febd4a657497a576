import type { Finding, Values } from '../../../content-schema/index.ts';
import type { Part } from '../compare-words.ts';

/** An entry as one version has it. */
export interface Version {
  readonly id: string;
  /** Of the file in the repository. */
  readonly path: string;
  /** As `parseEntry` gives them: the body is Markdown in memory. */
  readonly values: Values;
}

/**
 * A sentence, or several that changed together. The earlier text is what `parts` have without the added ones, the later
 * what they have without the removed ones; `movedAway` is in the earlier text only and `movedHere` in the later only,
 * whatever their parts say of the rewording between the two.
 */
export interface Sentence {
  readonly kind: 'kept' | 'added' | 'removed' | 'reworded' | 'movedHere' | 'movedAway';
  readonly parts: readonly Part[];
  /** Of a moved one: the index in `BodyChange.blocks` of the block in which the other side of it stands. */
  readonly other?: number;
}

/** What a block of a body is to a reader. */
export type BlockKind =
  'paragraph' | 'heading' | 'item' | 'row' | 'code' | 'note' | 'rule' | 'image' | 'embed' | 'download';

/** Where a block stands in one version. */
export interface BlockPlace {
  /** Among the blocks of that version, from 0. */
  readonly index: number;
  readonly kind: BlockKind;
  /** What a person would call it: the number of the paragraph (or heading, item, picture…), from 1. */
  readonly position: number;
  /** What it shows, where it has no text of its own: the description of a picture or its file, the title of a video. */
  readonly name?: string;
  /** First and last line in the body in memory, from 1. */
  readonly lines: readonly [first: number, last: number];
}

/** The looks of a text changed, and not its words. */
export interface FormatChange {
  /**
   * `block`: a paragraph became a heading, an item, a quotation… (`before` and `after` name them in Spanish). `split`: was
   * one with the block before it; `joined`: is one with it now (both have that side in common). Else: marks.
   */
  readonly kind: 'block' | 'split' | 'joined' | 'bold' | 'italic' | 'strike' | 'code';
  readonly before?: string;
  readonly after?: string;
  /** Of a mark: did the words get it, or lose it? */
  readonly isNew?: boolean;
  /** Of a mark: the words. */
  readonly text?: string;
}

/**
 * A paragraph, heading, item of a list, row of a table, picture… `moved` stands where it went, perhaps reworded;
 * `movedAway` where it was, with its text as it was. A paragraph that was split is several changes with the same
 * `before`, joined ones are several with the same `after`: together they have its text.
 */
export interface BlockChange {
  readonly kind: 'kept' | 'added' | 'removed' | 'changed' | 'moved' | 'movedAway';
  /** Absent for what is added; both are there for `moved` and `movedAway`. */
  readonly before?: BlockPlace;
  /** Absent for what is removed. */
  readonly after?: BlockPlace;
  /** Joined by spaces, they are the text that a person reads. Empty for a picture without a caption. */
  readonly sentences: readonly Sentence[];
  readonly format: readonly FormatChange[];
}

/** A body in reading order: what is gone stands where it was. */
export interface BodyChange {
  readonly blocks: readonly BlockChange[];
}

/** One place of the form at which two versions differ. */
export interface FieldChange {
  /** Key of the form's field. */
  readonly field: string;
  /** Decap's widget of the place: `image`, `datetime`, `string`… */
  readonly widget: string;
  /** What the form calls the place, such as «Título» or «Etiquetas, 2». */
  readonly label: string;
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  /** As a person reads it; undefined: there is none. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly parts: readonly Part[];
}

export interface Link {
  readonly text: string;
  readonly url: string;
}

/** A picture in the text. */
export interface Picture {
  /** Site path or https address. */
  readonly image: string;
  readonly alt: string;
  readonly caption?: string;
  readonly credit?: string;
}

/** A video, or a form, chart… of another site. */
export interface Embedded {
  readonly url: string;
  readonly title: string;
  readonly image?: string;
}

export interface Download {
  readonly file: string;
  readonly label: string;
}

/** What became of a link, a picture… in the text. */
export interface ItemChange<T> {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly before?: T;
  readonly after?: T;
  /** Of a changed one: the keys whose values differ. */
  readonly changed: readonly (keyof T & string)[];
  /** Index in `BodyChange.blocks`: where it stands now, or stood. */
  readonly block: number;
}

/** A note of the list «Correcciones». */
export interface CorrectionChange {
  readonly kind: 'added' | 'removed' | 'changed';
  /** As a person reads it. */
  readonly date: string;
  readonly parts: readonly Part[];
}

export interface ChangeSize {
  /** Words of the body. */
  readonly before: number;
  readonly after: number;
  /** Words that are new or gone anywhere in the entry; one that became another counts once. */
  readonly changed: number;
  readonly name: 'small' | 'medium' | 'large';
}

/** What became of an entry. Plain data: it survives JSON. */
export interface EntryReport {
  readonly kind: 'new' | 'changed' | 'renamed' | 'deleted';
  /** Key of the collection, such as `posts`. */
  readonly collection: string;
  /** What one entry of it is called, such as «artículo». */
  readonly singular: string;
  /** What names the entry, as it is now, or was. */
  readonly title: string;
  readonly before?: { readonly id: string; readonly path: string };
  readonly after?: { readonly id: string; readonly path: string };
  /** Everything but the text and the corrections, in the order of the form. */
  readonly fields: readonly FieldChange[];
  readonly body: BodyChange;
  readonly links: readonly ItemChange<Link>[];
  readonly images: readonly ItemChange<Picture>[];
  readonly embeds: readonly ItemChange<Embedded>[];
  readonly downloads: readonly ItemChange<Download>[];
  readonly corrections: readonly CorrectionChange[];
  readonly size: ChangeSize;
}

/** An uploaded file as one version has it; a file that is no picture has no pixels. */
export interface MediaFacts {
  readonly bytes: number;
  readonly width?: number;
  readonly height?: number;
}

/** What became of an uploaded file. */
export interface MediaChange {
  /** Of the file in the repository, as it is now, or was. */
  readonly path: string;
  /** Of a renamed file: where it was. */
  readonly previousPath?: string;
  readonly kind: 'added' | 'removed' | 'changed' | 'renamed';
  readonly before?: MediaFacts;
  readonly after?: MediaFacts;
}

/** The findings of two versions, paired. */
export interface FindingChanges {
  readonly new: readonly Finding[];
  readonly fixed: readonly Finding[];
  readonly remaining: readonly Finding[];
}

/** What a change does to what readers see. Plain data: it survives JSON. */
export interface Report {
  readonly entries: readonly EntryReport[];
  readonly media: readonly MediaChange[];
  readonly findings: FindingChanges;
}

export interface MarkdownOptions {
  /** Where a reviewer reads all of it; undefined: no link. */
  readonly url?: string;
  /** Hidden first line by which the comment is found again, such as `gaceta:revision`. */
  readonly marker?: string;
  /** The commit that the report is about; with it the findings are there for machines, too. */
  readonly head?: string;
}

/** A picture of a page, before and after. Addresses are `data:` URLs where the HTML is to be self-contained. */
export interface Screenshot {
  readonly label: string;
  readonly before?: string;
  readonly after?: string;
}

export interface HtmlOptions {
  /** What the document is called: «Cambios de …». */
  readonly title?: string;
  readonly url?: string;
  /** By path of the entry. */
  readonly screenshots?: ReadonlyMap<string, readonly Screenshot[]>;
}

export interface TextOptions {
  /** Of the pull request. */
  readonly title?: string;
  readonly author?: string;
  readonly url?: string;
}
