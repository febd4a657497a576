import { type ComponentType, lazy, type LazyExoticComponent, type ReactNode } from 'react';
import { messages } from './locale/messages.ts';

/**
 * A part of the page that is loaded when it is first shown. Where it cannot be loaded (no connection, a new version of
 * the program) a sentence stands in its place, and the rest of the page goes on: a form holds what nobody has saved.
 */
export const lazyPart = <P extends object>(
  load: () => Promise<{ default: ComponentType<P> }>,
): LazyExoticComponent<ComponentType<P>> =>
  lazy(() => load().catch((): { default: ComponentType<P> } => ({ default: NotLoaded })));

function NotLoaded(): ReactNode {
  return <p role="status">{messages.notLoaded}</p>;
}
