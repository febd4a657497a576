/** Is one the other with one letter more, less, changed, or two neighbours in each other's place? */
export function isOneLetterOff(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1 || short === long) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  let end = 0;
  while (end < short.length - start && short[short.length - 1 - end] === long[long.length - 1 - end])
    end += 1;
  const [inShort, inLong] = [short.slice(start, short.length - end), long.slice(start, long.length - end)];
  if (inShort.length === 2) return inLong.length === 2 && inShort === `${inLong[1] ?? ''}${inLong[0] ?? ''}`;
  return inLong.length === 1 && inShort.length <= 1;
}
