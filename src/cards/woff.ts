import { inflateSync } from 'node:zlib';

const signature = 0x774f4646;
const woffHeader = 44;
const sfntHeader = 12;

const pad = (length: number): number => Math.ceil(length / 4) * 4;

/**
 * Unpacks a font: WOFF 1.0 (https://www.w3.org/TR/WOFF/) → the OpenType file in it, which HarfBuzz reads.
 * @throws Error when it is no WOFF 1.0
 */
export function toOpenType(woff: Buffer): Buffer {
  if (woff.length < woffHeader || woff.readUInt32BE(0) !== signature)
    throw new Error('The font is no WOFF 1.0 file.');
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) => readTable(woff, woffHeader + 20 * index));
  const head = Buffer.alloc(sfntHeader + 16 * count);
  head.writeUInt32BE(woff.readUInt32BE(4), 0);
  head.writeUInt16BE(count, 4);
  let offset = head.length;
  tables.forEach(({ tag, checksum, content }, index) => {
    const at = sfntHeader + 16 * index;
    [tag, checksum, offset, content.length].forEach((value, field) =>
      head.writeUInt32BE(value, at + 4 * field),
    );
    offset += pad(content.length);
  });
  const padded = tables.map(({ content }) => Buffer.concat([content], pad(content.length)));
  return Buffer.concat([head, ...padded]);
}

function readTable(woff: Buffer, at: number): { tag: number; checksum: number; content: Buffer } {
  const [start, packed, length] = [4, 8, 12].map((field) => woff.readUInt32BE(at + field)) as [
    number,
    number,
    number,
  ];
  const content = woff.subarray(start, start + packed);
  return {
    tag: woff.readUInt32BE(at),
    checksum: woff.readUInt32BE(at + 16),
    content: packed < length ? inflateSync(content) : content,
  };
}
