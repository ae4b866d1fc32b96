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
