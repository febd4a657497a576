const references: Readonly<Record<string, string>> = { colon: ':', tab: '', newline: '' };

const decodeReferences = (text: string): string =>
  text.replace(
    /&(?:#x(?<hex>[0-9a-f]{1,6})|#(?<decimal>[0-9]{1,7})|(?<name>colon|tab|newline));?/giu,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return references[name.toLowerCase()] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );

/**
 * Would a browser run code, or show a page made of the address itself, at this address? Also where that is
 * hidden: in other case, with white space inside, with character references or percent signs.
 */
export function isCodeAddress(address: string): boolean {
  if (!/script|data|[&%\\\s\p{Cc}\p{Cf}]/iu.test(address)) return false;
  const plain = decodeReferences(decodeReferences(address))
    .replace(/%(?<code>[0-7][0-9a-f])/giu, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
    .replace(/[\s\\\p{Cc}\p{Cf}]/gu, '');
  return /^(?:javascript|vbscript|livescript|data):/iu.test(plain);
}
