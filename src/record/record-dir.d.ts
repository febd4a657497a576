declare module 'gaceta:record' {
  /** Where a build finds the records: see integration.ts. */
  export const recordDir: string;
}
