import { expect, it } from 'vitest';
import { readConfig } from './config.js';

it.each([
  ['GATEHOUSE_GATEWAY_PORT', 'http'], ['GATEHOUSE_GATEWAY_PORT', '70000'], ['GATEHOUSE_OUTBOUND_PRIVATE', 'yes'], ['GATEHOUSE_PATH_FORM', 'true'], ['GATEHOUSE_CONTROL_URL', 'nonsense'], ['GATEHOUSE_LISTENER', 'other'], ['GATEHOUSE_DRAIN_MS', '-1'],
])('refuses %s=%s and names it', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name}: `));
});

it('is careful where nothing is set, and reads an empty value as none', () => {
  expect(readConfig({ GATEHOUSE_BIND: '' })).toMatchObject({ port: 8080, privatePort: 8081, bind: '127.0.0.1', outboundPrivate: 'deny', pathForm: true, rateHeaders: false, controlUrl: 'http://127.0.0.1:4002', dataDir: '.gatehouse', listener: 'raw' });
});

it.each(['edges', 'edge,', 'EDGE', 'private', 'edge regional'])('refuses the labels %s', GATEHOUSE_GATEWAY_LABELS => {
  expect(() => readConfig({ GATEHOUSE_GATEWAY_LABELS })).toThrow('GATEHOUSE_GATEWAY_LABELS: must be edge, regional or both with a comma');
});

it.each(['8090', 'vpce-1', 'vpce-1=x', 'eni-1=80', 'vpce-1=80;vpce-2=81'])('refuses the private listeners %s', GATEHOUSE_PRIVATE_LISTENERS => {
  expect(() => readConfig({ GATEHOUSE_PRIVATE_LISTENERS })).toThrow('GATEHOUSE_PRIVATE_LISTENERS: must look like vpce-0a1b2c3d=8090');
});

it('serves edge and regional APIs unless told, and private ones where it is told', () => {
  expect(readConfig({})).toMatchObject({ endpointTypes: new Set(['EDGE', 'REGIONAL']), privateListeners: [] });
  expect(readConfig({ GATEHOUSE_GATEWAY_LABELS: 'regional', GATEHOUSE_PRIVATE_LISTENERS: 'vpce-1=8090,vpce-2=8091' })).toMatchObject({
    endpointTypes: new Set(['REGIONAL']), privateListeners: [{ vpcEndpointId: 'vpce-1', port: 8090 }, { vpcEndpointId: 'vpce-2', port: 8091 }],
  });
});
