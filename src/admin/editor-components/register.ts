import type { CMS } from 'decap-cms-core';
import { type Component, components, isComponentName } from '../../../content-schema/index.ts';
import { markdownImage } from './markdown-image.ts';
import { toEditorComponent } from './to-editor-component.ts';

/** Registers every component that a body may hold as a block of the rich text editor. */
export function registerEditorComponents(cms: CMS): void {
  for (const [name, component] of Object.entries<Component>(components)) {
    if (isComponentName(name)) cms.registerEditorComponent(toEditorComponent(name, component));
  }
  cms.registerEditorComponent(markdownImage);
}
