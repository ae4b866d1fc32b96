import { escapeSegment } from '@gatehouse/contract-primitives';
import { type MethodDefinition } from '@gatehouse/contract-definition';
import { type JsonObject, byName } from './json.js';
import { type Bodies, type Operation, type Scope } from './scope.js';

export const operationAt = (path: string, method: MethodDefinition): Operation => ({ path, method, place: `/methods/${escapeSegment(path)}/${escapeSegment(method.httpMethod)}` });

export type ParameterIn = 'path' | 'query' | 'header';

/** A request parameter as both versions of OpenAPI see it. `said` is its documentation. */
export interface Parameter { readonly in: ParameterIn; readonly name: string; readonly isRequired: boolean; readonly said: JsonObject; readonly place: string }

const IN = { path: ['path', 'PATH_PARAMETER'], querystring: ['query', 'QUERY_PARAMETER'], header: ['header', 'REQUEST_HEADER'] } as const;
const PARAMETER = /^method\.request\.(path|querystring|header)\.(.+)$/s;
const RESPONSE_HEADER = /^method\.response\.header\.(.+)$/s;

/** The parameters of a method, in the order of their names; a path parameter is required in OpenAPI, whatever the method says. */
export function parametersOf(scope: Scope, { path, method, place }: Operation): readonly Parameter[] {
  return byName(method.fields.requestParameters).flatMap(([source, isRequired]) => {
    const match = PARAMETER.exec(source);
    if (!match) return [];
    const name = match[2]!;
    const [where, type] = IN[match[1] as keyof typeof IN];
    return [{
      in: where, name, isRequired: isRequired || where === 'path',
      said: scope.documentation.of(type, { path, method: method.httpMethod, name }),
      place: `${place}/parameters/${where}/${escapeSegment(name)}`,
    }];
  });
}

/** Of the models that are there: a name that means nothing is not written. */
export const bodiesOf = (scope: Scope, models: Readonly<Record<string, string>>): Bodies => byName(models).filter(([, model]) => scope.models.has(model));

/** What is said of a method's request body. */
export const requestBodyOf = (scope: Scope, { path, method }: Operation): JsonObject => scope.documentation.of('REQUEST_BODY', { path, method: method.httpMethod });

/** A response as both versions see it. */
export interface Response {
  readonly statusCode: string;
  readonly said: JsonObject;
  readonly headers: readonly { readonly name: string; readonly isRequired: boolean; readonly said: JsonObject; readonly place: string }[];
  readonly bodies: Bodies;
  readonly place: string;
}

/** The responses of a method; AWS describes one that nobody has described as `200 response`. */
export function responsesOf(scope: Scope, { path, method, place }: Operation): readonly Response[] {
  return method.methodResponses.map(({ statusCode, fields }) => {
    const at = `${place}/responses/${escapeSegment(statusCode)}`;
    const thing = { path, method: method.httpMethod, statusCode };
    return {
      statusCode,
      said: { description: `${statusCode} response`, ...scope.documentation.of('RESPONSE', thing) },
      headers: byName(fields.responseParameters).flatMap(([target, isRequired]) => {
        const name = RESPONSE_HEADER.exec(target)?.[1];
        return name === undefined ? [] : [{ name, isRequired, said: scope.documentation.of('RESPONSE_HEADER', { ...thing, name }), place: `${at}/headers/${escapeSegment(name)}` }];
      }),
      bodies: bodiesOf(scope, fields.responseModels),
      place: at,
    };
  });
}
