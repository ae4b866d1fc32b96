import { badRequest, type ServiceFault } from '@gatehouse/contract-wire';
import { fullMatch, InvalidPattern } from '@gatehouse/contract-text';
import { compileHeaderMappings, compileRequestMappings, InvalidMapping, type MappingSources } from '@gatehouse/engine-mapping';

/** AWS's dress of everything that is wrong with a mapping. */
export const badMapping = (reason: string): ServiceFault => badRequest(`Invalid mapping expression specified: Validation Result: warnings : [], errors : [${reason}]`);

/** The models that every API is born with; models of one's own come with their family. */
const BUILT_IN_MODELS: ReadonlySet<string> = new Set(['Empty', 'Error']);
const MEDIA_TYPE = /^[\w!#$&^.+*-]+\/[\w!#$&^.+*-]+(\s*;.*)?$/;

/** Refuses keys that are no media type. `$default` stands for all others. */
export function checkMediaTypes(map: Readonly<Record<string, unknown>>): void {
  for (const key of Object.keys(map)) if (key !== '$default' && !MEDIA_TYPE.test(key)) throw badRequest(`Validation Result: warnings : [], errors : [Invalid content type specified: ${key}]`);
}

/** Refuses models that the API has not. */
export function checkModels(models: Readonly<Record<string, string>>): void {
  checkMediaTypes(models);
  for (const name of Object.values(models)) if (!BUILT_IN_MODELS.has(name)) throw badRequest(`Invalid model identifier specified: ${name}`);
}

/** What an expression may read, and nothing of its values: the gateway compiles the same expression from the same grammar. */
const sources = (subject: 'method.request' | 'integration.response', isDeclared: (place: string, name: string) => boolean): MappingSources<null> => ({
  subject,
  parameter: (place, name) => (isDeclared(place, name) ? () => null : null),
  json: () => null,
  text: () => '',
  stageVariable: () => null,
  context: name => (/^[\w.-]+$/.test(name) ? () => null : null),
});

function mapped(compile: () => unknown): void {
  try {
    compile();
  } catch (error) {
    if (error instanceof InvalidMapping) throw badMapping(error.message);
    throw error;
  }
}

/** `method.request.{place}.{name}` as the method declares it; the multi-value places read what the single ones declare. */
export const isDeclaredBy = (declared: Readonly<Record<string, boolean>>) => (place: string, name: string): boolean =>
  Object.hasOwn(declared, `method.request.${place.replace('multivalue', '')}.${name}`);

/** Checks `integration.request.*` mappings: only declared parameters may be read. */
export function checkRequestMappings(parameters: Readonly<Record<string, string>>, declared: Readonly<Record<string, boolean>>): void {
  mapped(() => compileRequestMappings(parameters, sources('method.request', isDeclaredBy(declared))));
}

/** Checks `method.response.header.*` mappings: only headers that the method response declares may be written. */
export function checkResponseMappings(parameters: Readonly<Record<string, string>>, declared: Readonly<Record<string, boolean>>): void {
  mapped(() => compileHeaderMappings('method.response', parameters, sources('integration.response', () => true)));
  for (const target of Object.keys(parameters)) if (!Object.hasOwn(declared, target)) throw badMapping(`Invalid mapping expression parameter specified: ${target}`);
}

/** Refuses a selection pattern that the gateway could not run in linear time. */
export function checkSelectionPattern(pattern: string | null): void {
  if (pattern === null) return;
  try {
    fullMatch(pattern);
  } catch (error) {
    if (error instanceof InvalidPattern) throw badRequest(`Invalid selection pattern specified: ${error.message}`);
    throw error;
  }
}
