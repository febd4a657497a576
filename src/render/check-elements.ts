import type { Root } from 'hast';
import {
  components,
  componentSchemas,
  EntryError,
  type Fields,
  type Finding,
  isComponentName,
} from '../../content-schema/index.ts';
import type { Node } from './visit.ts';

/**
 * Makes sure that a tree holds no code: no expression, no module, no component that is not allow-listed, no
 * attribute but strings that pass its schema.
 * @throws EntryError
 */
export function checkElements(tree: Root, file: string): void {
  const findings = tree.children.flatMap((node) => checkNode(node, file));
  if (findings.length > 0) throw new EntryError(findings);
}

function checkNode(node: Node, file: string): Finding[] {
  const below =
    'children' in node ? (node.children as Node[]).flatMap((child) => checkNode(child, file)) : [];
  const problem = findProblem(node);
  if (problem === undefined) return below;
  const { line = 1, column = 1 } = node.position?.start ?? {};
  const finding: Finding = {
    rule: 'component',
    severity: 'error',
    location: { file, line, column },
    field: 'body',
    message: problem,
    hint: 'Corrige el bloque o bórralo.',
  };
  return [finding, ...below];
}

function findProblem(node: Node): string | undefined {
  if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression' || node.type === 'mdxjsEsm') {
    return 'El texto contiene código, que no se ejecuta.';
  }
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return undefined;
  const { name } = node;
  if (name === null || !isComponentName(name)) return `El bloque «${name ?? ''}» no existe.`;
  const attributes: Record<string, string> = {};
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') {
      return `Bloque «${components[name].label}»: un atributo no es texto.`;
    }
    attributes[attribute.name] = attribute.value;
  }
  const result = componentSchemas[name].safeParse(attributes);
  if (result.success) return undefined;
  const [issue] = result.error.issues;
  const key = String(issue?.path[0] ?? '');
  const fields: Fields = components[name].fields;
  const label = Object.hasOwn(fields, key) ? fields[key]?.widget.label : undefined;
  return `Bloque «${components[name].label}»: ${label ?? key} («${key}»): ${issue?.message ?? ''}`;
}
