/** What the parts of the admin tell each other, beside what Decap's state says. */
interface Events {
  /** A draft was stored on the server. `head` is the new tip of its branch. */
  saved: { readonly collection: string; readonly slug: string; readonly path: string; readonly head: string };
  /** A pull request was published, discarded, approved or opened: what is known of it is old. */
  pullsChanged: undefined;
  /** Somebody signed in, again or for the first time. */
  signedIn: { readonly login: string };
}

const target = new EventTarget();

/** Calls back on every event of this name, until the returned function is called. */
export function onEvent<K extends keyof Events>(name: K, callback: (detail: Events[K]) => void): () => void {
  const listener = (event: Event): void => {
    callback((event as CustomEvent<Events[K]>).detail);
  };
  target.addEventListener(name, listener);
  return () => {
    target.removeEventListener(name, listener);
  };
}

/** Tells everybody who listens. */
export function emitEvent<K extends keyof Events>(name: K, detail: Events[K]): void {
  target.dispatchEvent(new CustomEvent(name, { detail }));
}
