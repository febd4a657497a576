/** What holds the fields of Decap's form, and scrolls where there is no narrow screen. */
export const form = '[class*="-ControlPaneContainer"]';

/** Is the cursor in the form? Nothing may move under who writes. */
export const isWriting = (): boolean => document.activeElement?.closest(form) != null;
