import type { WriteStream } from 'node:tty';

/** Shows how far an import is: one line that changes on a terminal, a line now and then elsewhere. */
export function showProgress(stream: WriteStream): (done: number, total: number, key: string) => void {
  let tenth = 0;
  return (done, total, key) => {
    if (stream.isTTY) {
      stream.write(`\r\u001B[K${toBar(done, total, key, stream.columns)}${done === total ? '\n' : ''}`);
      return;
    }
    const now = Math.floor((10 * done) / total);
    if (now === tenth && done !== total) return;
    tenth = now;
    stream.write(`${String(done)} of ${String(total)} documents\n`);
  };
}

const width = 24;

/** `█████░░░  12/33 posts/2024-07-12-nota.md`, at most `columns` wide. */
export function toBar(done: number, total: number, key: string, columns: number): string {
  const full = Math.round((width * done) / Math.max(1, total));
  const bar = `${'█'.repeat(full)}${'░'.repeat(width - full)} ${String(done)}/${String(total)} ${key}`;
  const characters = [...bar];
  return characters.length < columns ? bar : `${characters.slice(0, Math.max(0, columns - 2)).join('')}…`;
}
