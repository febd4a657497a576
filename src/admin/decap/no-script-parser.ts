/**
 * Stands in for the JavaScript parser with which the MDX parser reads expressions and imports. What the form
 * stores has none (content-schema/mdx-body.ts escapes every brace), so nothing here is ever parsed; if it
 * were, it would be an error, which is what the copy desk says of code anyway.
 */
export const Parser: { extend(): unknown; parse(): never; parseExpressionAt(): never } = {
  extend: () => Parser,
  parse: refuse,
  parseExpressionAt: refuse,
};

function refuse(): never {
  throw new SyntaxError('There is no JavaScript in an entry.');
}

/** The plugin for JSX in JavaScript. */
export default (): undefined => undefined;
