import { describe, expect, it } from 'vitest';
import { change, corsCalls, draftOfResponse, ResponseForm } from './response-draft';

const response = {
  responseType: 'THROTTLED' as const,
  statusCode: '429',
  responseParameters: {},
  responseTemplates: { 'application/json': '{"message":$context.error.messageString}' },
};
const untouched = { restApiId: 'a', response: { ...response, defaultResponse: true } };
const own = { restApiId: 'a', response: { ...response, defaultResponse: false } };
const base = draftOfResponse(response);

describe('a gateway response', () => {
  it('refuses a status that is none, a mapping to something else than a header, and an empty template', () => {
    const problems = ResponseForm.safeParse({
      statusCode: '42',
      responseParameters: [{ name: 'method.response.header.X', value: "'1'" }],
      responseTemplates: [{ name: 'application/json', value: '' }],
    }).error?.issues.map(({ path }) => path.join('.'));
    expect(problems?.sort()).toEqual(['responseParameters.0.name', 'responseTemplates.0.value', 'statusCode']);
  });

  it('opened and saved unchanged stays a default', () => expect(change(untouched, base, base)).toEqual([]));

  it('becomes an own one as a whole, and keeps the status of its type unless told', () => {
    const after = { ...base, responseParameters: [{ name: 'gatewayresponse.header.X', value: "'1'" }] };
    const [call] = change(untouched, base, after);
    expect([call?.operation.name, call?.input]).toEqual([
      'PutGatewayResponse',
      {
        restApiId: 'a',
        responseType: 'THROTTLED',
        responseParameters: { 'gatewayresponse.header.X': "'1'" },
        responseTemplates: response.responseTemplates,
      },
    ]);
    expect(change(untouched, base, { ...base, statusCode: '503' })[0]!.input['statusCode']).toBe('503');
  });

  it('an own one is changed where it differs', () => {
    expect(change(own, base, { ...base, statusCode: '' })[0]!.input['patchOperations']).toEqual([
      { op: 'replace', path: '/statusCode', value: '' },
    ]);
  });

  it('browsers are let in by the two defaults alone, and an origin that was chosen stays', () => {
    const chosen = { responseType: 'DEFAULT_5XX' as const, responseParameters: { 'gatewayresponse.header.Access-Control-Allow-Origin': "'https://a'" } };
    const calls = corsCalls('a', [response, { responseType: 'DEFAULT_4XX' }, chosen]);
    expect(calls.map(({ input }) => input['responseType'])).toEqual(['DEFAULT_4XX']);
  });
});
