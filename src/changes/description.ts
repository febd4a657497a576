/** What GitHub takes for the description of a status. */
const longestDescription = 140;

/** A text of at most the length that the description of a status may have. */
export const toDescription = (text: string): string =>
  text.length <= longestDescription ? text : `${text.slice(0, longestDescription - 1).trimEnd()}…`;
