import { type RestApiFields } from '@gatehouse/contract-definition';
import { type Plain, readApi } from '@gatehouse/engine-openapi';
import { describe, expect, it } from 'vitest';
import { putFields } from './merge-fields.js';

const present: RestApiFields = {
  description: 'before', version: '1', apiKeySource: 'AUTHORIZER', binaryMediaTypes: ['image/png'], minimumCompressionSize: 5, disableExecuteApiEndpoint: true, endpointTypes: ['PRIVATE'], ipAddressType: 'dualstack',
  vpcEndpointIds: ['vpce-1'], policy: '{"Statement":[]}', securityPolicy: 'TLS_1_2', endpointAccessMode: 'STRICT', warnings: ['old'],
  kept: { '/models/Old#/example': 1, '/models/Both#/example': 1, '/methods/~1a/GET#/deprecated': true, '/methods/~1a/GET/responses/default#': {}, '/methods/~1a/PUT#/deprecated': true, '/api#/x-a': 1 },
};
const read = (more: object = {}) => readApi({
  openapi: '3.0.0', info: { title: 'x', version: '2' }, paths: { '/a': { get: { deprecated: true } } }, components: { schemas: { Both: { example: 2 } } }, ...more,
} as unknown as Plain);

describe('putFields', () => {
  it('a merge leaves alone what the document does not speak of', () => {
    expect(putFields(present, read({ 'x-amazon-apigateway-api-key-source': 'HEADER' }), 'merge')).toEqual({
      ...present, version: '2', apiKeySource: 'HEADER', warnings: undefined,
      kept: { '/models/Old#/example': 1, '/models/Both#/example': 2, '/methods/~1a/GET#/deprecated': true, '/methods/~1a/PUT#/deprecated': true, '/api#/x-a': 1 },
    });
  });

  it('an overwrite gives AWS\'s defaults to the rest, but not to the endpoint', () => {
    expect(putFields(present, read(), 'overwrite')).toEqual({
      ...present, description: null, version: '2', apiKeySource: 'HEADER', binaryMediaTypes: [], minimumCompressionSize: null, policy: null, warnings: undefined,
      kept: { '/models/Both#/example': 2, '/methods/~1a/GET#/deprecated': true },
    });
  });

  it('an endpoint changes only where the document says so, its type never', () => {
    const server = { url: '/', 'x-amazon-apigateway-endpoint-configuration': { types: ['EDGE'], disableExecuteApiEndpoint: false, vpcEndpointIds: ['vpce-2'] } };
    for (const mode of ['merge', 'overwrite'] as const) {
      expect(putFields(present, read({ servers: [server] }), mode)).toMatchObject({ endpointTypes: ['PRIVATE'], disableExecuteApiEndpoint: false, vpcEndpointIds: ['vpce-2'], securityPolicy: 'TLS_1_2' });
    }
  });

  it('the warnings are those of the last import', () => { expect(putFields(present, read({ 'x-amazon-apigateway-cors': {} }), 'merge').warnings).toHaveLength(1); });
});
