/** Does no word and no link touch what starts at this offset, whatever marks of emphasis are between? */
export const startsApart = (body: string, start: number): boolean =>
  /(?:^|[^\p{L}\p{N}\p{M}\p{Cf})\]`>\\])$/u.test(body.slice(0, start).replace(/[*_~]+$/u, ''));

/** Does no word and no mark of Markdown touch what ends at this offset, but for the end of an emphasis? */
export const endsApart = (body: string, end: number): boolean =>
  /^[*_~]*(?:$|[\s.,;:)?…»”—–|-]|!(?!\[))/u.test(body.slice(end));
