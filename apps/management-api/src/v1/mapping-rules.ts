import { badRequest, type ServiceFault } from '@gatehouse/contract-wire';
import { fullMatch, InvalidPattern, isHeaderValue, toHeaderValue } from '@gatehouse/contract-text';
import { compileExpression, compileHeaderMappings, compileRequestMappings, InvalidMapping, type MappingSources } from '@gatehouse/engine-mapping';

/** AWS's dress of everything that is wrong with a mapping. */
export const badMapping = (reason: string): ServiceFault => badRequest(`Invalid mapping expression specified: Validation Result: warnings : [], errors : [${reason}]`);

/** AWS's dress of a content type that is none. */
export const badContentType = (key: string): ServiceFault => badRequest(`Validation Result: warnings : [], errors : [Invalid content type specified: ${key}]`);

const MEDIA_TYPE = /^[\w!#$&^.+*-]+\/[\w!#$&^.+*-]+(\s*;.*)?$/;

/** Media types that are answered as a Content-Type, so that a header must be able to carry them. */
export function checkAnsweredTypes(map: Readonly<Record<string, unknown>>): void {
  for (const key of Object.keys(map)) if (!MEDIA_TYPE.test(key) || !isHeaderValue(key)) throw badContentType(key);
}

/** Refuses keys that are no media type. `$default` stands for all others. */
export function checkMediaTypes(map: Readonly<Record<string, unknown>>): void {
  for (const key of Object.keys(map)) if (key !== '$default' && !MEDIA_TYPE.test(key)) throw badContentType(key);
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

/** Refuses a fixed value that no header can carry, such as one of two lines: every call that is answered with it would fail. */
function checkFixedHeaders(parameters: Readonly<Record<string, string>>): void {
  for (const [target, expression] of Object.entries(parameters)) {
    if (/\.header\./.test(target) && expression.startsWith("'") && !isHeaderValue(toHeaderValue(expression))) throw badMapping(`Invalid mapping expression specified: ${expression.slice(0, 200)}`);
  }
}

/** `method.request.{place}.{name}` as the method declares it; the multi-value places read what the single ones declare. */
export const isDeclaredBy = (declared: Readonly<Record<string, boolean>>) => (place: string, name: string): boolean =>
  Object.hasOwn(declared, `method.request.${place.replace('multivalue', '')}.${name}`);

/** Checks `integration.request.*` mappings: only declared parameters may be read. */
export function checkRequestMappings(parameters: Readonly<Record<string, string>>, declared: Readonly<Record<string, boolean>>): void {
  checkFixedHeaders(parameters);
  mapped(() => compileRequestMappings(parameters, sources('method.request', isDeclaredBy(declared))));
}

/** Checks `method.response.header.*` mappings: only headers that the method response declares may be written. */
export function checkResponseMappings(parameters: Readonly<Record<string, string>>, declared: Readonly<Record<string, boolean>>): void {
  checkFixedHeaders(parameters);
  mapped(() => compileHeaderMappings('method.response', parameters, sources('integration.response', () => true)));
  for (const target of Object.keys(parameters)) if (!Object.hasOwn(declared, target)) throw badMapping(`Invalid mapping expression parameter specified: ${target}`);
}

/** Checks `gatewayresponse.header.*` mappings. They may read any parameter of the request: a refusal can come before a method is known. */
export function checkGatewayMappings(parameters: Readonly<Record<string, string>>): void {
  checkFixedHeaders(parameters);
  mapped(() => compileHeaderMappings('gatewayresponse', parameters, sources('method.request', () => true)));
}

const PARAMETER_REFERENCE = /\$(method\.request\.[\w.]+)/g;

/** Checks the request parameters that a template of plain substitution reads (`$method.request.header.Accept`), as the gateway will compile them. */
export function checkSubstitution(template: string): void {
  for (const [, expression = ''] of template.matchAll(PARAMETER_REFERENCE)) mapped(() => compileExpression(expression, sources('method.request', () => true)));
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
