import { useState } from 'react';

const toKey = (name: string): string => `gaceta-typed ${name}`;

/**
 * A text that somebody types and has not sent: it outlives a reload, a change of view and a session that ended.
 * @param name says what for, such as `12 src/content/posts/a.mdx 14`
 * @returns the text, and what sets it; set '' once it is sent
 */
export function useTyped(name: string): readonly [string, (text: string) => void] {
  const [typed, setTyped] = useState({ name, text: read(name) });
  const text = typed.name === name ? typed.text : read(name);
  const set = (next: string): void => {
    if (next === '') sessionStorage.removeItem(toKey(name));
    else sessionStorage.setItem(toKey(name), next);
    setTyped({ name, text: next });
  };
  return [text, set];
}

const read = (name: string): string => sessionStorage.getItem(toKey(name)) ?? '';
