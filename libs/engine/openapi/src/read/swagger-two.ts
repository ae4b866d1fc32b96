import { isObject, listOf, memberOf, objectOf, type Plain, type PlainObject, textsOf, without } from './plain.js';

/** Members of a Swagger 2.0 parameter or header that belong to it, and not to the schema of its value. */
const OWN: ReadonlySet<string> = new Set(['name', 'in', 'description', 'required', 'allowEmptyValue', 'collectionFormat', 'schema', 'example', 'examples']);
const isOwn = (key: string): boolean => OWN.has(key) || key.startsWith('x-');

/** A parameter or header as OpenAPI 3 writes it: what describes the value lies in `schema`. */
export function raiseParameter(parameter: PlainObject): PlainObject {
  const schema = without(parameter, isOwn);
  const own = without(parameter, key => !isOwn(key));
  return memberOf(own, 'schema') === undefined && Object.keys(schema).length > 0 ? { ...own, schema } : own;
}

/** A body parameter as a request body. */
export function raiseBody(body: PlainObject, consumes: readonly string[]): PlainObject {
  const { schema, description, required, name: _, in: __, ...others } = body;
  const media: PlainObject = schema === undefined ? {} : { schema };
  return { ...others, ...(description !== undefined && { description }), required: required === true, content: Object.fromEntries(consumes.map(type => [type, media])) };
}

/** A response as OpenAPI 3 writes it: one schema becomes that of every content type. */
export function raiseResponse(response: PlainObject, produces: readonly string[]): PlainObject {
  const { schema, headers, examples, ...others } = response;
  const example = (type: string): Plain | undefined => memberOf(objectOf(examples), type);
  const types = [...new Set([...(schema === undefined ? [] : produces), ...Object.keys(objectOf(examples))])];
  const content = types.map(type => [type, { ...(schema !== undefined && { schema }), ...(example(type) !== undefined && { example: example(type)! }) }] as const);
  return {
    ...others,
    ...(isObject(headers) && { headers: Object.fromEntries(Object.entries(headers).map(([name, header]) => [name, isObject(header) ? raiseParameter(header) : header])) }),
    ...(content.length > 0 && { content: Object.fromEntries(content) }),
  };
}

/** The media types of an operation, else of the document, else JSON. */
export function mediaTypesOf(operation: PlainObject, root: PlainObject, member: 'consumes' | 'produces'): readonly string[] {
  const types = textsOf(operation[member] ?? root[member]);
  return types.length > 0 || listOf(operation[member]).length > 0 ? types : ['application/json'];
}
