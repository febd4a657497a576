import type { Element, Instruction } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';

const declaration: Instruction = {
  type: 'instruction',
  name: 'xml',
  value: 'version="1.0" encoding="utf-8"',
};

/** An XML document as a file. @param root of the tree */
export const toXmlFile = (root: Element): string =>
  `${toXml(x(null, [declaration, '\n', root]), { closeEmptyElements: true })}\n`;
