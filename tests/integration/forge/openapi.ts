import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { Answer, Client } from './newsroom.ts';

type Json = Record<string, unknown>;

const file = createRequire(import.meta.url).resolve('@octokit/openapi/generated/api.github.com.json');
let description: Json | undefined;

const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true });
addFormats.default(ajv);
ajv.addFormat('int64', true);
ajv.addFormat('repo.nwo', true);
ajv.addFormat('ipv4', true);

const validators = new Map<string, ValidateFunction | undefined>();
const components = new Map<string, Json>();

/** Wraps a client so that every answer is compared with GitHub's own description of it. */
export function checked(call: Client): Client {
  return async (method, path, body, headers) => {
    const answer = await call(method, path, body, headers);
    assertDescribed(method, path, answer);
    return answer;
  };
}

/** @throws Error that says how the answer differs from what GitHub documents for this call and status */
function assertDescribed(method: string, path: string, answer: Answer): void {
  const [template, operation] = findOperation(method, path);
  // An answer to If-None-Match, which any GET may have.
  if (answer.status === 304 && answer.body === '') return;
  const responses = operation['responses'] as Record<string, Json>;
  const response = responses[String(answer.status)];
  // GitHub does not list 401, and 403 or 405 only here and there; all of them have the basic form.
  const documented = response ? (deref(response)['content'] as Json | undefined) : basicError;
  const schema = (documented?.['application/json'] as Json | undefined)?.['schema'] as Json | undefined;
  const key = `${method} ${template} ${answer.status}`;
  if (schema === undefined) {
    if (answer.body !== '') throw new Error(`${key}: a body where GitHub sends none.`);
    return;
  }
  if (!validators.has(key)) validators.set(key, ajv.compile(toJsonSchema(schema)));
  const validate = validators.get(key);
  if (validate && !validate(answer.body)) {
    const errors = (validate.errors ?? []).map(
      (error) => `${error.instancePath} ${error.message ?? ''} ${JSON.stringify(error.params)}`,
    );
    throw new Error(`${key} is not as GitHub describes it:\n${[...new Set(errors)].join('\n')}`);
  }
}

/** @throws Error that says how a request differs from what GitHub takes for it */
export function assertRequest(method: string, path: string, body: unknown): void {
  const [template, operation] = findOperation(method, path);
  const content = (operation['requestBody'] as Json | undefined)?.['content'] as Json | undefined;
  const schema = (content?.['application/json'] as Json | undefined)?.['schema'] as Json | undefined;
  if (schema === undefined) throw new Error(`GitHub takes no body for ${method} ${template}.`);
  const key = `${method} ${template}`;
  if (!validators.has(key)) validators.set(key, ajv.compile(toJsonSchema(schema)));
  const validate = validators.get(key);
  if (validate && !validate(body)) {
    throw new Error(`${key} is not what GitHub takes: ${ajv.errorsText(validate.errors)}`);
  }
}

const basicError: Json = { 'application/json': { schema: { $ref: '#/components/schemas/basic-error' } } };

function load(): Json {
  description ??= JSON.parse(readFileSync(file, 'utf8')) as Json;
  return description;
}

function findOperation(method: string, path: string): [string, Json] {
  const paths = load()['paths'] as Record<string, Record<string, Json>>;
  const bare = (path.replace(/^\.(?=\/|$)/, '/repos/gaceta/contenido').split('?')[0] ?? '').replace(
    // The address Decap uses for what is described as matching-refs.
    /\/git\/refs\/heads\/cms(_\w+)?$/,
    '/git/matching-refs/heads/cms',
  );
  const candidates = Object.keys(paths)
    .filter(
      (template) => paths[template]?.[method.toLowerCase()] !== undefined && toPattern(template).test(bare),
    )
    .sort((one, other) => literalLength(other) - literalLength(one));
  const template = candidates[0];
  const operation = template === undefined ? undefined : paths[template]?.[method.toLowerCase()];
  if (template === undefined || operation === undefined)
    throw new Error(`GitHub knows no ${method} ${bare}.`);
  return [template, operation];
}

function literalLength(template: string): number {
  return template.replace(/\{[^}]+\}/g, '').length;
}

const spanning = /\{(ref|path|tree_sha|basehead|branch)\}/g;

function toPattern(template: string): RegExp {
  const source = template
    .replace(/[.]/g, '\\.')
    .replace(spanning, '.+')
    .replace(/\{[^}]+\}/g, '[^/]+');
  return new RegExp(`^${source}$`);
}

function deref(value: Json): Json {
  const reference = value['$ref'];
  if (typeof reference !== 'string') return value;
  let found: unknown = load();
  for (const name of reference.slice(2).split('/')) found = (found as Json)[name];
  return found as Json;
}

/** OpenAPI 3.0 to JSON Schema: `nullable` becomes a type, references become definitions of this schema. */
function toJsonSchema(schema: Json): Json {
  const used = new Map<string, Json>();
  const root = convert(schema, used);
  return { ...root, definitions: Object.fromEntries(used) };
}

function convert(value: unknown, used: Map<string, Json>): Json {
  return convertAny(value, used) as Json;
}

function convertAny(value: unknown, used: Map<string, Json>): unknown {
  if (Array.isArray(value)) return value.map((item) => convertAny(item, used));
  if (typeof value !== 'object' || value === null) return value;
  const schema = value as Json;
  const reference = schema['$ref'];
  if (typeof reference === 'string') {
    const name = reference.slice(reference.lastIndexOf('/') + 1);
    if (!used.has(name)) {
      used.set(name, {});
      const known = components.get(name) ?? deref(schema);
      components.set(name, known);
      used.set(name, convert(known, used));
    }
    return { $ref: `#/definitions/${name}` };
  }
  const converted = Object.fromEntries(
    Object.entries(schema)
      .filter(([key]) => !['nullable', 'example', 'examples', 'discriminator'].includes(key))
      .map(([key, one]) => [
        // GitHub's alternatives overlap: more than one of them fits many an answer.
        key === 'oneOf' ? 'anyOf' : key,
        convertAny(one, used),
      ]),
  );
  return schema['nullable'] === true ? { anyOf: [converted, { type: 'null' }] } : converted;
}
