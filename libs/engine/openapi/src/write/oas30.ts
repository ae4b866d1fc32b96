import { escapeSegment } from '@gatehouse/contract-primitives';
import { type Dialect } from './dialect.js';
import { type Json, type JsonObject, anyMembers, members } from './json.js';
import { bodiesOf, type Parameter, parametersOf, requestBodyOf, type Response, responsesOf } from './payload.js';
import { refTo } from './schemas.js';
import { type Bodies, type Operation, type Scope } from './scope.js';

const TEXT: JsonObject = { type: 'string' };

const parameter = (scope: Scope, { in: where, name, isRequired, said, place }: Parameter): JsonObject => {
  const { description, ...rest } = said;
  return scope.kept.restore(place, members({ name, in: where, description, required: isRequired || undefined, schema: TEXT, ...rest }));
};

const content = (scope: Scope, bodies: Bodies, place: string): JsonObject =>
  Object.fromEntries(bodies.map(([mediaType, model]) => [mediaType, scope.kept.restore(`${place}/${escapeSegment(mediaType)}`, { schema: refTo(scope, model) })]));

function requestBody(scope: Scope, operation: Operation): JsonObject | undefined {
  const bodies = bodiesOf(scope, operation.method.fields.requestModels);
  if (bodies.length === 0) return undefined;
  const { description, ...rest } = requestBodyOf(scope, operation);
  const place = `${operation.place}/requestBody`;
  return scope.kept.restore(place, members({ description, content: content(scope, bodies, place), required: true, ...rest }));
}

function response(scope: Scope, { said: { description, ...rest }, headers, bodies, place }: Response): JsonObject {
  const named = Object.fromEntries(headers.map(({ name, isRequired, said, place: at }) => [
    name, scope.kept.restore(at, members({ ...said, required: isRequired || undefined, schema: TEXT })),
  ]));
  return scope.kept.restore(place, members({ description, headers: anyMembers(named), content: content(scope, bodies, `${place}/content`), ...rest }));
}

/** OpenAPI 3.0.1, as AWS writes it: the stage is a variable of the only server. */
export const OAS30: Dialect = {
  schemas: '#/components/schemas/',
  named: bodies => bodies.map(([, model]) => model),
  head({ options: { server } }, info, endpoint) {
    const { description, ...rest } = info;
    return members({
      openapi: '3.0.1',
      info: members({ title: rest['title'], description, ...rest }),
      servers: [members({
        url: `${server.scheme}://${server.host}/{basePath}`, variables: { basePath: { default: `/${server.stageName}` } }, 'x-amazon-apigateway-endpoint-configuration': endpoint,
      })],
    });
  },
  payload(scope, operation) {
    const cookies = scope.kept.wholes(`${operation.place}/parameters`).filter(({ names }) => names[0] === 'cookie').map(({ thing }) => thing);
    const parameters: readonly Json[] = [...parametersOf(scope, operation).map(item => parameter(scope, item)), ...cookies];
    const others = scope.kept.wholes(`${operation.place}/responses`).filter(({ names }) => names.length === 1).map(({ names, thing }) => [names[0]!, thing] as const);
    const responses = anyMembers(Object.fromEntries([...responsesOf(scope, operation).map(item => [item.statusCode, response(scope, item)] as const), ...others]));
    return { parameters: parameters.length > 0 ? parameters : undefined, requestBody: requestBody(scope, operation), responses };
  },
  shared: (schemas, securitySchemes) => ({ components: schemas || securitySchemes ? members({ schemas, securitySchemes }) : undefined }),
  tail: () => ({}),
};
