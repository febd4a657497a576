import { createStore } from './store.ts';

/** The ways to look at a pull request, in the order of their keys 1–4. */
export const views = ['pagina', 'texto', 'revision', 'conversacion'] as const;
export type View = (typeof views)[number];

/** What is on the screen. */
export type Route =
  { readonly page: 'queue' } | { readonly page: 'pull'; readonly number: number; readonly view: View };

/** Reads `#/` and `#/cambios/12?vista=texto`; whatever else leads to the queue. */
function parseRoute(hash: string): Route {
  const [, digits, query = ''] = /^#\/cambios\/(\d{1,9})(?:\?(.*))?$/u.exec(hash) ?? [];
  if (digits === undefined) return { page: 'queue' };
  const wanted = new URLSearchParams(query).get('vista');
  return {
    page: 'pull',
    number: Number(digits),
    view: views.find((view) => view === wanted) ?? 'pagina',
  };
}

/** The address of what is on the screen. */
export function toHash(route: Route): string {
  if (route.page === 'queue') return '#/';
  return `#/cambios/${String(route.number)}${route.view === 'pagina' ? '' : `?vista=${route.view}`}`;
}

export const route = createStore<Route>(parseRoute(location.hash));

addEventListener('hashchange', () => {
  route.set(parseRoute(location.hash));
});

/** Goes there; `replace` leaves no step to go back to, as for another view of the same. */
export function go(next: Route, { replace }: { replace: boolean } = { replace: false }): void {
  if (!replace) {
    location.hash = toHash(next);
    return;
  }
  history.replaceState(null, '', toHash(next));
  route.set(next);
}
