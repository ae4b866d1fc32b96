import { type ModelFields, type RestApiDefinition } from '@gatehouse/contract-definition';
import { type AuthorizerRow, type DocumentationPartRow, type GatewayResponseRow, type ModelRow, type RequestValidatorRow } from '@gatehouse/control-store';
import { checkAuthorizer, withDefaults } from '../authorizers/authorizer.rules.js';
import { locationKey, readLocation, tellLocation } from '../documentation-parts/location.js';
import { checkProperties } from '../documentation-parts/properties.js';
import { RESPONSE_TYPES } from '../gateway-responses/default-responses.js';
import { checkGatewayResponse } from '../gateway-responses/gateway-response.rules.js';
import { modelAddress } from '../models/model-address.js';
import { checkModel, checkModelName } from '../models/model.rules.js';
import { mapSchemas, isSchema } from '../models/schema-shape.js';
import { readSchema } from '../models/schema-rules.js';
import * as validatorFaults from '../request-validators/request-validators.faults.js';
import { type Findings } from './findings.js';
import { newIds } from './new-ids.js';
import { type VersionedRow } from './insert-rows.js';
import { type Present, type PresentRows } from './present-rows.js';

/** Whose rows are planned. */
export interface ApiKeyColumns { readonly accountId: string; readonly region: string; readonly restApiId: string }

/** The rows of everything that is no resource and no method. */
export interface PartRows {
  readonly models: readonly VersionedRow<ModelRow>[];
  readonly requestValidators: readonly VersionedRow<RequestValidatorRow>[];
  readonly authorizers: readonly VersionedRow<AuthorizerRow>[];
  readonly gatewayResponses: readonly VersionedRow<GatewayResponseRow>[];
  readonly documentationParts: readonly VersionedRow<DocumentationPartRow>[];
}

/** A name that is there already keeps its id, and its version goes on; a new one gets an id that no other of the family has. */
function namesOf(present: ReadonlyMap<string, Present>): (name: string) => Present {
  const newId = newIds([...present.values()]);
  return name => {
    const there = present.get(name);
    return there ? { id: there.id, version: there.version + 1 } : { id: newId(), version: 1 };
  };
}

/** Plans the parts of an API as a document has them, each through the rule of its own family. `models` are all names that schemas may refer to. */
export function planParts(definition: RestApiDefinition, present: PresentRows, key: ApiKeyColumns, models: ReadonlySet<string>, findings: Findings): PartRows {
  const [model, validator, authorizer, part] = [namesOf(present.models), namesOf(present.requestValidators), namesOf(present.authorizers), namesOf(present.documentationParts)];
  return {
    models: definition.models.map(({ name, fields }) => {
      const own = { ...fields, schema: addressed(fields, key.restApiId) };
      findings.attempt(`Unable to create model '${name}'`, () => {
        checkModelName(name);
        const missing = checkModel(key.restApiId, own).find(each => !models.has(each));
        if (missing !== undefined) findings.add(`Unable to create model '${name}'`, `Invalid model name specified: ${missing}`);
      });
      return { ...key, ...model(name), name, fields: own };
    }),
    requestValidators: definition.requestValidators.map(({ name, fields }) => {
      findings.attempt(`Unable to create request validator '${name}'`, () => {
        if (name.trim() === '') throw validatorFaults.blankName();
        if (name.length > 1_024) throw validatorFaults.longName();
      });
      return { ...key, ...validator(name), name, fields };
    }),
    authorizers: definition.authorizers.map(({ name, fields: given }) => {
      const fields = withDefaults(given);
      findings.attempt(`Unable to create authorizer '${name}'`, () => { checkAuthorizer(name, fields); });
      return { ...key, ...authorizer(name), name, fields };
    }),
    gatewayResponses: definition.gatewayResponses.map(({ responseType, fields }) => {
      const doing = `Unable to put gateway response '${responseType}'`;
      if (!RESPONSE_TYPES.some(type => type === responseType)) findings.add(doing, 'Invalid gateway response type specified');
      if (fields.statusCode !== null && !/^[1-5]\d\d$/.test(fields.statusCode)) findings.add(doing, 'Invalid status code specified');
      findings.attempt(doing, () => { checkGatewayResponse(fields); });
      return { ...key, responseType, fields, version: (present.gatewayResponses.get(responseType) ?? 0) + 1 };
    }),
    documentationParts: definition.documentationParts.map(({ location, properties }) => {
      findings.attempt(`Unable to create documentation part of ${tellLocation(location)}`, () => {
        const { type, path, method, statusCode, name } = location;
        readLocation({ type, path: path ?? undefined, method: method ?? undefined, statusCode: statusCode ?? undefined, name: name ?? undefined });
        checkProperties(properties);
      });
      const at = locationKey(location);
      return { ...key, ...part(at), locationKey: at, location, properties };
    }),
  };
}

/** A schema as it lies in a row: AWS's canonical address where the definition says `#/definitions/{Name}`, unless the schema has a definition of that name itself. */
function addressed({ schema }: ModelFields, restApiId: string): string | null {
  const root = readSchema(schema);
  if (!root) return schema;
  const own = isSchema(root['definitions']) ? root['definitions'] : {};
  const changed = mapSchemas(root, part => {
    const name = typeof part['$ref'] === 'string' ? /^#\/definitions\/([A-Za-z0-9]+)$/.exec(part['$ref'])?.[1] : undefined;
    return name === undefined || Object.hasOwn(own, name) ? part : { ...part, $ref: modelAddress(restApiId, name) };
  });
  return JSON.stringify(changed, null, 2);
}
