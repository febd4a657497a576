/** What stands in this bundle for parts of packages that it never calls: writing YAML, YAML 1.1, JSON Schema. */

/** Schemas are made with these, and never asked for their JSON Schema. */
const none = (): undefined => undefined;
export const createToJSONSchemaMethod = none;
export const createStandardJSONSchemaMethod = none;
export const toJSONSchema = none;
export const JSONSchemaGenerator = none;

/** Entries are read in YAML's core schema: see parseEntry. */
export const binary = {};
export const omap = {};
export const pairs = {};
export const set = {};
export const timestamp = {};
export const intTime = {};
export const floatTime = {};
export const schema = [];

/** Nothing is written, but for a key that is no text: such an entry is damaged anyway. */
const empty = (): string => '';
export const stringifyDocument = empty;
export const stringifyCollection = empty;
export const stringifyPair = empty;
export const stringifyNumber = empty;
export const stringifyString = empty;
export const stringify = empty;
export const createStringifyContext = (): object => ({});
