import { type EndpointType, type RestApiDefinition, type RestApiFields } from '@gatehouse/contract-definition';
import { LOST, restoreLost } from '../lost.js';
import { apiFieldsOf, gatewayResponsesOf, requestValidatorsOf } from './api-fields.js';
import { type BasePathMode, basePathOf, prefixOf } from './base-path.js';
import { Documentation } from './documentation.js';
import { InvalidDocument } from './invalid-document.js';
import { Models } from './models.js';
import { resourcesOf } from './paths.js';
import { isObject, memberOf, objectOf, type Plain, type PlainObject, textOf } from './plain.js';
import { Reading } from './reading.js';
import { Security } from './security.js';

export interface ReadOptions {
  /** What becomes of the document's base path; AWS's own choice is `ignore`. */
  readonly basePath?: BasePathMode;
  readonly ignoreDocumentation?: boolean;
  /** The API's endpoint types; null or absent = the document's, else EDGE. */
  readonly endpointConfigurationTypes?: readonly EndpointType[] | null;
}

export interface ReadApi {
  readonly definition: RestApiDefinition;
  /** Which fields of the API the document speaks of; the others have defaults, so that a merge can leave them alone. */
  readonly stated: ReadonlySet<keyof RestApiFields>;
  readonly basePath: string;
  /** What was passed over, in sentences; an import may be refused for them. */
  readonly warnings: readonly string[];
  /** What is wrong; an import with any is refused. */
  readonly errors: readonly string[];
}

/** Reads a Swagger 2.0, OpenAPI 3.0 or 3.1 document as API Gateway does. Throws `InvalidDocument` for what is no such document, or hostile. */
export function readApi(document: Plain, options: ReadOptions = {}): ReadApi {
  const reading = openReading(document);
  const { root } = reading;
  const { fields, stated } = apiFieldsOf(reading, options.endpointConfigurationTypes ?? null);
  const requestValidators = requestValidatorsOf(reading);
  const documentation = new Documentation(reading, options.ignoreDocumentation ?? false);
  const models = new Models(reading);
  const security = new Security(reading);
  describeApi(reading, documentation);
  const basePath = basePathOf(reading);
  const around = { reading, models, security, documentation, validators: new Set(requestValidators.map(validator => validator.name)) };
  const resources = resourcesOf(around, prefixOf(basePath, options.basePath ?? 'ignore'));
  reading.keepMembers('/api', root, key => key.startsWith('x-') && !key.startsWith('x-amazon-apigateway-') && !key.startsWith('x-gatehouse-'));
  const { kept } = reading;
  const said: RestApiDefinition = {
    name: textOf(objectOf(root['info'])['title']) ?? '',
    fields: { ...fields, ...(Object.keys(kept).length > 0 && { kept }) },
    resources, models: models.list(), requestValidators, authorizers: security.authorizers(), gatewayResponses: gatewayResponsesOf(reading), documentationParts: documentation.list(),
  };
  const decided = [...(options.endpointConfigurationTypes ? ['/fields/endpointTypes'] : []), ...(options.ignoreDocumentation ? ['/documentationParts'] : [])];
  const restored = restoreLost(said, root[LOST], decided);
  return { definition: restored.definition, stated: new Set([...stated, ...restored.stated]), basePath, warnings: reading.warnings, errors: reading.errors };
}

const OBJECTS = ['info', 'paths', 'components', 'definitions', 'parameters', 'responses', 'securityDefinitions'] as const;

/** Tells the version, and refuses a document whose parts are not even objects. */
function openReading(document: Plain): Reading {
  if (!isObject(document)) throw new InvalidDocument('unreadable', 'The document is no object.');
  const swagger = textOf(memberOf(document, 'swagger'));
  const openapi = textOf(memberOf(document, 'openapi'));
  if (swagger === null && openapi === null) throw new InvalidDocument('unreadable', 'The document is no OpenAPI document: it has neither swagger nor openapi.');
  if (swagger !== null ? !/^2(\.0)?$/.test(swagger) : !/^3\.[01](\.|$)/.test(openapi!)) throw new InvalidDocument('unreadable', `OpenAPI ${swagger ?? openapi!} is not supported.`);
  for (const name of OBJECTS) {
    const value = memberOf(document, name);
    if (value !== undefined && value !== null && !isObject(value)) throw new InvalidDocument('malformed', `attribute ${name} is not of type \`object\``);
  }
  const reading = new Reading(document, swagger !== null);
  tellMissing(reading, document);
  return reading;
}

/** What every document must have; a nameless API is an error, the rest a warning in the parser's words. */
function tellMissing(reading: Reading, document: PlainObject): void {
  const info = objectOf(document['info']);
  if (!textOf(info['title'])) reading.fail('Parse issue: attribute info.title is missing');
  if (textOf(info['version']) === null) reading.warn('Parse issue: attribute info.version is missing');
  if (!isObject(document['paths']) && (reading.isSwagger || !/^3\.1/.test(textOf(document['openapi']) ?? ''))) reading.warn('Parse issue: attribute paths is missing');
}

/** What a document says of the API as a whole, and of its authorizers, beyond the fields. */
function describeApi(reading: Reading, documentation: Documentation): void {
  const { root, isSwagger } = reading;
  const info = objectOf(root['info']);
  const said = Object.fromEntries(['contact', 'license', 'termsOfService'].flatMap(key => (info[key] === undefined || info[key] === null ? [] : [[key, info[key]]])));
  documentation.describe('API', {}, { info: Object.keys(said).length > 0 ? said : undefined, tags: root['tags'], externalDocs: root['externalDocs'] });
  const schemes = objectOf(isSwagger ? root['securityDefinitions'] : objectOf(root['components'])['securitySchemes']);
  for (const [name, scheme] of Object.entries(schemes)) {
    const value = objectOf(reading.follow(scheme));
    if (isObject(value['x-amazon-apigateway-authorizer'])) documentation.describe('AUTHORIZER', { name }, { description: value['description'] });
  }
}
