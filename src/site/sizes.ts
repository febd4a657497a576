/** A size in bytes in words that Guatemala uses: «340 kB», «1.2 MB». */
export function formatSize(bytes: number): string {
  const [value, unit] = bytes < 1_000_000 ? [Math.max(1, bytes / 1000), 'kB'] : [bytes / 1_000_000, 'MB'];
  const digits = value < 10 ? 1 : 0;
  return `${value.toLocaleString('es-GT', { maximumFractionDigits: digits })} ${unit}`;
}
