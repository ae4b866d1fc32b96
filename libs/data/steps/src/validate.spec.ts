import { describe, expect, it } from 'vitest';
import { twinExchange, twinRoute, twinWorld, Unbuildable, type Inbound } from '@gatehouse/data-exchange';
import { validate } from './validate.js';

const requestParameters = {
  'method.request.querystring.qs1': true, 'method.request.path.petId': true, 'method.request.header.x-header-param': true, 'method.request.querystring.optional': false, 'method.request.path.issuer': true,
};
const validator = { validateRequestBody: false, validateRequestParameters: true };
const route = twinRoute({ method: { requestParameters, validator } });
const ask = (inbound: Partial<Inbound>) => () => validate.build(route, twinWorld())!(twinExchange(route, inbound));
const ISSUER_ONLY = 'Missing required request parameters: [issuer]';

describe('validate', () => {
  it.each([
    ['nothing', {}, 'Missing required request parameters: [x-header-param, issuer, qs1]'],
    ['blank values', { query: 'qs1=%20', headers: ['x-header-param', '  '] }, 'Missing required request parameters: [x-header-param, issuer, qs1]'],
    ['a query name in another case', { query: 'QS1=a', headers: ['x-header-param', 'b'] }, 'Missing required request parameters: [issuer, qs1]'],
    ['all but the path variable that the route does not have', { query: 'qs1=a', headers: ['X-Header-Param', 'b'] }, ISSUER_ONLY],
  ])('refuses %s, in the order header, path, query', (_name, inbound, message) => {
    expect(ask(inbound)).toThrow(message);
  });

  it('is absent where nothing is required or nobody validates', () => {
    for (const method of [{ requestParameters }, { validator }, { requestParameters, validator: { validateRequestBody: true, validateRequestParameters: false } }, { requestParameters: { 'method.request.querystring.a': false }, validator }]) {
      expect(validate.build(twinRoute({ method }), twinWorld())).toBeNull();
    }
  });

  it('refuses to serve a model that it cannot check rather than let everything pass', () => {
    const body = { validateRequestBody: true, validateRequestParameters: false };
    expect(() => validate.build(twinRoute({ method: { validator: body, requestModels: { 'application/json': 'Pet' } } }), twinWorld())).toThrow(Unbuildable);
    expect(validate.build(twinRoute({ method: { validator: body, requestModels: { 'application/json': 'Empty' } } }), twinWorld())).toBeNull();
  });
});
