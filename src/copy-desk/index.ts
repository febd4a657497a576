/** The copy desk: the only door to it. Pure; runs in the browser and in Node. */
export { cleanText } from './clean-text.ts';
export { type CleanClipboard, cleanClipboard, type Clipboard } from './clipboard.ts';
export { checkParsed, checkSource, type DeskFinding, type Repair, repairValues, summarize } from './desk.ts';
export { foldText } from './fold-text.ts';
export type { SiteKnowledge, Upload } from './rule.ts';
export { findCode } from './safety.ts';
export { checkFiles, checkSite, type SiteEntry } from './site-wide.ts';
