import { type EntryError, findTags } from '../../content-schema/index.ts';
import { messages } from './messages.ts';

/**
 * A body whose wrong blocks say what they lack, line by line: a block that somebody is filling in is no reason to
 * show nothing.
 * @param error of rendering the body
 */
export function mendBody(body: string, error: EntryError): string {
  const lines = body.split('\n');
  const tags = findTags(body);
  for (const { location, message } of error.findings) {
    const index = tags.findIndex(({ line }) => line === location.line);
    const tag = tags[index];
    if (tag === undefined) continue;
    lines[tag.line - 1] = messages.brokenBlock(message.replace(/[\\`*_[\]<>{}#|~]/gu, '\\$&'));
    const end = tags[index + 1];
    if (tag.kind === 'open' && end !== undefined) lines[end.line - 1] = '';
  }
  return lines.join('\n');
}
