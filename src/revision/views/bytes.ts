const number = (digits: number): Intl.NumberFormat =>
  new Intl.NumberFormat('es-GT', { maximumFractionDigits: digits });

/** A size of a file as a person reads it: «88 KB», «1.4 MB». */
export function toSize(bytes: number): string {
  if (bytes < 1000) return `${number(0).format(bytes)} bytes`;
  return bytes < 1_000_000
    ? `${number(0).format(bytes / 1000)} KB`
    : `${number(1).format(bytes / 1_000_000)} MB`;
}
