import { escapeSegment } from '@gatehouse/contract-primitives';
import { type Dialect } from './dialect.js';
import { type Json, type JsonObject, anyMembers, members } from './json.js';
import { bodiesOf, type Parameter, parametersOf, requestBodyOf, type Response, responsesOf } from './payload.js';
import { refTo } from './schemas.js';
import { type Bodies, type Operation, type Scope } from './scope.js';

const JSON_TYPE = 'application/json';
const TEXT: JsonObject = { type: 'string' };

/** Swagger has one schema for all media types of a body: that of JSON, else the first. */
const mainModel = (bodies: Bodies): string | undefined => (bodies.find(([mediaType]) => mediaType === JSON_TYPE) ?? bodies[0])?.[1];

const parameter = (scope: Scope, { in: where, name, isRequired, said, place }: Parameter): JsonObject => {
  const { description, ...rest } = said;
  return scope.kept.restore(place, members({ name, in: where, description, required: isRequired, ...TEXT, ...rest }), 'schema');
};

function bodyParameter(scope: Scope, operation: Operation): readonly Json[] {
  const model = mainModel(bodiesOf(scope, operation.method.fields.requestModels));
  if (model === undefined) return [];
  const { description, ...rest } = requestBodyOf(scope, operation);
  return [scope.kept.restore(`${operation.place}/requestBody`, members({ in: 'body', name: model, description, required: true, schema: refTo(scope, model), ...rest }))];
}

function response(scope: Scope, { said: { description, ...rest }, headers, bodies, place }: Response): JsonObject {
  const model = mainModel(bodies);
  const named = Object.fromEntries(headers.map(header => [header.name, scope.kept.restore(header.place, { ...TEXT, ...header.said }, 'schema')]));
  const examples = Object.fromEntries(bodies.map(([mediaType]) => [mediaType, scope.kept.restore(`${place}/content/${escapeSegment(mediaType)}`, {})['example']]));
  const schema = model === undefined ? undefined : refTo(scope, model);
  return scope.kept.restore(place, members({ description, schema, headers: anyMembers(named), examples: anyMembers(examples), ...rest }));
}

const produced = (responses: readonly Response[]): readonly string[] => {
  const types = new Set(responses.flatMap(item => item.bodies.map(([mediaType]) => mediaType)));
  return types.size > 0 ? [...types].sort() : [JSON_TYPE];
};

/** Swagger 2.0, as AWS writes it: media types are the operation's, and the endpoint lies at the end of the document. */
export const SWAGGER: Dialect = {
  schemas: '#/definitions/',
  named: bodies => bodies.map(([, model]) => model).filter(model => model === mainModel(bodies)),
  head({ options: { server } }, info) {
    const { description, version, title, ...rest } = info;
    return members({ swagger: '2.0', info: members({ description, version, title, ...rest }), host: server.host, basePath: `/${server.stageName}`, schemes: [server.scheme] });
  },
  payload(scope, operation) {
    const consumes = bodiesOf(scope, operation.method.fields.requestModels).map(([mediaType]) => mediaType);
    const parameters: readonly Json[] = [...parametersOf(scope, operation).map(item => parameter(scope, item)), ...bodyParameter(scope, operation)];
    const responses = responsesOf(scope, operation);
    return {
      consumes: consumes.length > 0 ? consumes : undefined,
      produces: produced(responses),
      parameters: parameters.length > 0 ? parameters : undefined,
      responses: Object.fromEntries(responses.map(item => [item.statusCode, response(scope, item)])),
    };
  },
  shared: (definitions, securityDefinitions) => ({ securityDefinitions, definitions }),
  tail: endpoint => ({ 'x-amazon-apigateway-endpoint-configuration': endpoint }),
};
