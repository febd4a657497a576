/** Pages and cards of entries that are not published. Data in, HTML out: no git, no files, no secrets. */
export { RenderError } from './render-error.ts';
export { openRenderer, type Renderer } from './renderer.ts';
export type { CardInput, PageInput, PreviewContext } from './request.ts';
export type { Caller } from './turns.ts';
