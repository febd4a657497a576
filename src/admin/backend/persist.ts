/** What Decap hands to a backend to store: see its `Backend.persistEntry`. */
export interface DecapEntry {
  readonly dataFiles: readonly {
    readonly path: string;
    readonly slug: string;
    readonly raw: string;
    readonly newPath?: string;
  }[];
  readonly assets: readonly DecapAsset[];
}

/** An upload that is not stored yet. */
export interface DecapAsset {
  readonly path: string;
  readonly fileObj?: File;
  toBase64(): Promise<string>;
}

export interface PersistOptions {
  readonly newEntry: boolean;
  readonly commitMessage: string;
  readonly collectionName: string;
  readonly useWorkflow: boolean;
  /** Does a draft exist already? As the form believes. */
  readonly unpublished: boolean;
  readonly status?: string;
  /** The text that was in the form before the editor began; undefined for a new entry. */
  readonly base?: string;
  /** Stored later, when there is a connection again, perhaps with another form open. */
  readonly inBackground?: true;
}
