import type { ElementContent } from 'hast';

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const lowered = '₀₁₂₃₄₅₆₇₈₉';

/** Raised or lowered digits as the characters that Unicode has for them, so that m² does not become m2. */
export function toSuperscript(name: 'sup' | 'sub', nodes: ElementContent[]): ElementContent[] {
  const digits = name === 'sup' ? raised : lowered;
  const isNumber = nodes.every((node) => node.type === 'text' && /^\d*$/u.test(node.value));
  if (!isNumber) return nodes;
  return nodes.map((node) =>
    node.type === 'text'
      ? { ...node, value: node.value.replace(/\d/gu, (digit) => digits[Number(digit)] ?? digit) }
      : node,
  );
}
