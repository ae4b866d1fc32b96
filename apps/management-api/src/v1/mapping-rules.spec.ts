import { describe, expect, it } from 'vitest';
import { checkGatewayMappings, checkRequestMappings, checkResponseMappings } from './mapping-rules.js';

const HEADER = 'method.response.header.X';
const RULES: Readonly<Record<string, (value: string) => void>> = {
  'integration.request.header.X': value => { checkRequestMappings({ 'integration.request.header.X': value }, {}); },
  [HEADER]: value => { checkResponseMappings({ [HEADER]: value }, { [HEADER]: false }); },
  'gatewayresponse.header.X': value => { checkGatewayMappings({ 'gatewayresponse.header.X': value }); },
};

describe.each(Object.entries(RULES))('a fixed value of %s', (_target, check) => {
  it.each([["'a\r\nX-Evil: b'"], ["'a\nb'"], ["'\0'"]])('%j cannot be a header · refused', value => {
    expect(() => { check(value); }).toThrow(`Invalid mapping expression specified: ${value}]`);
  });

  it.each([["'*'"], ["'Zürich 日本'"], ["'a\tb'"], ["''"]])('%j is taken', value => {
    expect(() => { check(value); }).not.toThrow();
  });
});

describe('a fixed value of a query parameter', () => {
  it('may have lines: it travels percent-encoded', () => {
    expect(() => { checkRequestMappings({ 'integration.request.querystring.q': "'a\nb'" }, {}); }).not.toThrow();
  });
});
