import { type EndpointType, type GatewayResponseFields, type RequestValidatorFields, type RestApiFields } from '@gatehouse/contract-definition';
import { byText, flagOf, isObject, listOf, objectOf, type Plain, type PlainObject, textMapOf, textOf, textsOf, wholeOf } from './plain.js';
import { type Reading } from './reading.js';

/** What a document says of the API itself. `stated` names the fields that it speaks of; the others have AWS's defaults. */
export interface StatedFields { readonly fields: Omit<RestApiFields, 'warnings' | 'kept'>; readonly stated: ReadonlySet<keyof RestApiFields> }

type Stating = { -readonly [Key in keyof RestApiFields]?: RestApiFields[Key] };

const ENDPOINT_TYPES = ['EDGE', 'REGIONAL', 'PRIVATE'] as const;

/** The fields of the API, from `info`, the root's extensions and the endpoint configuration (at the root in Swagger 2.0, of a server in OpenAPI 3). */
export function apiFieldsOf(reading: Reading, endpointTypes: readonly EndpointType[] | null): StatedFields {
  const given: Stating = {};
  const { root } = reading;
  const info = objectOf(root['info']);
  const description = textOf(info['description']);
  const version = textOf(info['version']);
  if (description) given.description = description;
  if (version) given.version = version;
  readExtensions(reading, root, given);
  const endpoints = [root, ...listOf(root['servers']).map(objectOf)].map(holder => holder['x-amazon-apigateway-endpoint-configuration']).filter(isObject);
  for (const endpoint of endpoints) readEndpoint(endpoint, given);
  if (endpointTypes) given.endpointTypes = endpointTypes;
  const types = given.endpointTypes ?? ['EDGE'];
  const fields = {
    description: null, version: null, apiKeySource: 'HEADER' as const, binaryMediaTypes: [], minimumCompressionSize: null, disableExecuteApiEndpoint: false,
    ipAddressType: types.includes('PRIVATE') ? 'dualstack' as const : 'ipv4' as const, vpcEndpointIds: [], policy: null, securityPolicy: null, endpointAccessMode: null,
    ...given, endpointTypes: types,
  };
  return { fields, stated: new Set(Object.keys(given) as (keyof RestApiFields)[]) };
}

function readExtensions(reading: Reading, root: PlainObject, given: Stating): void {
  const member = (name: string): Plain | undefined => root[`x-amazon-apigateway-${name}`];
  const word = <Word extends string>(name: string, words: readonly Word[], sentence: string): Word | undefined => {
    const text = textOf(member(name));
    const found = words.find(each => each === text?.toUpperCase());
    if (text !== null && found === undefined) reading.fail(sentence);
    return found;
  };
  if (member('binary-media-types') !== undefined) given.binaryMediaTypes = [...new Set(textsOf(member('binary-media-types')))];
  if (wholeOf(member('minimum-compression-size')) !== null) given.minimumCompressionSize = wholeOf(member('minimum-compression-size'));
  else if (textOf(member('minimum-compression-size')) !== null) reading.fail('Invalid minimum compression size, must be between 0 and 10485760');
  const source = word('api-key-source', ['HEADER', 'AUTHORIZER'], 'Invalid API Key source specified. Valid options are HEADER,AUTHORIZER');
  if (source) given.apiKeySource = source;
  const mode = word('endpoint-access-mode', ['BASIC', 'STRICT'], 'Invalid endpointAccessMode specified. Valid options are BASIC,STRICT');
  if (mode) given.endpointAccessMode = mode;
  const security = textOf(member('security-policy'));
  if (security) given.securityPolicy = security;
  const policy = member('policy');
  if (isObject(policy)) given.policy = JSON.stringify(policy);
  else if (typeof policy === 'string' && policy !== '') given.policy = policy;
  if (member('cors') !== undefined) reading.warn('x-amazon-apigateway-cors is supported for HTTP APIs only. Ignoring.');
}

function readEndpoint(endpoint: PlainObject, given: Stating): void {
  if (endpoint['disableExecuteApiEndpoint'] !== undefined) given.disableExecuteApiEndpoint = flagOf(endpoint['disableExecuteApiEndpoint']);
  if (endpoint['vpcEndpointIds'] !== undefined) given.vpcEndpointIds = [...new Set(textsOf(endpoint['vpcEndpointIds']))];
  const types = textsOf(endpoint['types']).map(type => type.toUpperCase()).filter((type): type is EndpointType => ENDPOINT_TYPES.some(each => each === type));
  if (types.length > 0) given.endpointTypes = types;
  const address = textOf(endpoint['ipAddressType']);
  if (address === 'ipv4' || address === 'dualstack') given.ipAddressType = address;
}

/** `x-amazon-apigateway-request-validators`. */
export function requestValidatorsOf({ root }: Reading): readonly { readonly name: string; readonly fields: RequestValidatorFields }[] {
  return Object.entries(objectOf(root['x-amazon-apigateway-request-validators'])).map(([name, item]) => {
    const given = objectOf(item);
    return { name, fields: { validateRequestBody: flagOf(given['validateRequestBody']), validateRequestParameters: flagOf(given['validateRequestParameters']) } };
  }).sort(byText(validator => validator.name));
}

/** `x-amazon-apigateway-gateway-responses`. */
export function gatewayResponsesOf({ root }: Reading): readonly { readonly responseType: string; readonly fields: GatewayResponseFields }[] {
  return Object.entries(objectOf(root['x-amazon-apigateway-gateway-responses'])).map(([responseType, item]) => {
    const given = objectOf(item);
    return {
      responseType,
      fields: { statusCode: textOf(given['statusCode']), responseParameters: textMapOf(given['responseParameters']), responseTemplates: textMapOf(given['responseTemplates']) },
    };
  }).sort(byText(response => response.responseType));
}
