import type { BlockEditorComponentOptions, EditorComponentField } from 'decap-cms-core';
import {
  type Component,
  type ComponentName,
  parseTag,
  serializeElement,
  toWidgets,
} from '../../../content-schema/index.ts';
import { toPattern } from './element-pattern.ts';
import { renderBlock } from '../preview/render-block.ts';
import { renderBody } from '../preview/render-body.ts';

/** What the form of a block holds: its attributes and, where it has any, the text between its tags. */
export type BlockData = Readonly<Record<string, string>>;

/** The key of the text between the tags; no component has an attribute of this name. */
const childrenKey = 'children';

/** A component of content-schema as a block of Decap's rich text editor: its form, and its text in the body. */
export function toEditorComponent(name: ComponentName, component: Component): BlockEditorComponentOptions {
  const { label, fields, children } = component;
  const widgets = toWidgets({ ...fields, ...(children === undefined ? {} : { [childrenKey]: children }) });
  return {
    id: name,
    label,
    fields: widgets as EditorComponentField[],
    pattern: toPattern(name, component),
    fromBlock: ([source]) => parseBlock(source),
    toBlock: (data: BlockData) => serializeBlock(name, data),
    toPreview: (data: BlockData) => renderPreview(name, data),
  };
}

/** The form values of a component as it stands in a body. */
export function parseBlock(source = ''): BlockData {
  const [firstLine = '', ...lines] = source.trimEnd().split('\n');
  const tag = parseTag(firstLine);
  if (tag === undefined) return {};
  return {
    ...tag.attributes,
    ...(tag.kind === 'open' ? { [childrenKey]: lines.slice(0, -1).join('\n').trim() } : {}),
  };
}

/** A component as it stands in a body, from its form values. */
export function serializeBlock(name: ComponentName, data: BlockData): string {
  const { [childrenKey]: children, ...attributes } = data;
  return serializeElement({ name, attributes, ...(children === undefined ? {} : { children }) });
}

function renderPreview(name: ComponentName, { [childrenKey]: children, ...attributes }: BlockData): string {
  const { open, close } = renderBlock(name, attributes);
  return open.markup + (children === undefined ? '' : renderBody(children).markup) + close.markup;
}
