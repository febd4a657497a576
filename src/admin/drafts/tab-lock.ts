/**
 * Which texts are open in a tab that lives. The browser gives a lock back when its tab is gone, however it
 * went. Without locks (a page that came by plain HTTP) every text counts as left behind.
 */
const locks = 'locks' in navigator ? navigator.locks : undefined;
const prefix = 'gaceta-draft:';

/** Holds a text until the returned function is called and its promise fulfilled. */
export function holdDraft(id: string): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const released = locks?.request(`${prefix}${id}`, () => promise);
  return async () => {
    resolve(undefined);
    await released;
  };
}

/** The ids of the texts that some tab holds, this one too. */
export async function getHeldDrafts(): Promise<ReadonlySet<string>> {
  const { held = [] } = (await locks?.query()) ?? {};
  const names = held.map(({ name = '' }) => name).filter((name) => name.startsWith(prefix));
  return new Set(names.map((name) => name.slice(prefix.length)));
}

/** Does something unless another tab does it now. */
export async function inOneTab(name: string, act: () => Promise<void>): Promise<void> {
  if (locks === undefined) await act();
  else
    await locks.request(`gaceta:${name}`, { ifAvailable: true }, (lock) =>
      lock === null ? undefined : act(),
    );
}
