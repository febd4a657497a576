/** Milliseconds without a change after which the page is asked for. */
export const pause = 150;
