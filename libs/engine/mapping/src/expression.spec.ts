import { describe, expect, it } from 'vitest';
import { compileExpression, InvalidMapping, type MappingSources } from './expression.js';
import { compileHeaderMappings, compileRequestMappings } from './parameters.js';

interface Subject { readonly query: Readonly<Record<string, string>>; readonly body: string }
const SOURCES: MappingSources<Subject> = {
  subject: 'method.request',
  parameter: (place, name) => (name === 'undeclared' ? null : x => (place.startsWith('multi') ? [x.query[name] ?? ''] : (x.query[name] ?? null))),
  json: x => JSON.parse(x.body) as unknown,
  text: x => x.body,
  stageVariable: name => (name === 'env' ? 'prod' : null),
  context: name => (name === 'requestId' ? () => 'r-1' : null),
};
const SUBJECT: Subject = { query: { q: 'a b', 'x.y': 'dotted' }, body: '{"pet":{"name":"Rex","age":3,"tags":["a"],"none":null}}' };
const read = (expression: string) => compileExpression(expression, SOURCES).read(SUBJECT);

describe('compileExpression', () => {
  it.each(['', 'method.request', 'method.request.cookie.a', 'method.request.querystring.', 'integration.response.header.a', 'context.nobody', 'method.request.header.undeclared', "'open", 'method.request.body.pets[?(@.a)]'])(
    'refuses %j', expression => {
      expect(() => compileExpression(expression, SOURCES)).toThrow(InvalidMapping);
    });

  it.each([
    ["'static value'", 'static value'], ["''", ''], ['stageVariables.env', 'prod'], ['stageVariables.missing', null], ['context.requestId', 'r-1'],
    ['method.request.querystring.q', 'a b'], ['method.request.querystring.x.y', 'dotted'], ['method.request.path.none', null],
    ['method.request.multivaluequerystring.q', ['a b']], ['method.request.body', SUBJECT.body], ['method.request.body.pet.name', 'Rex'],
    ['method.request.body.pet.age', '3'], ['method.request.body.pet.tags', '["a"]'], ['method.request.body.pet.none', null], ['method.request.body.$.pet.tags[0]', 'a'],
  ])('%s reads %j', (expression, expected) => {
    expect(read(expression)).toEqual(expected);
  });

  it('tells whether the whole body has to be there first', () => {
    expect(compileExpression('method.request.body', SOURCES).needsBody).toBe(true);
    expect(compileRequestMappings({ 'integration.request.header.a': "'x'" }, SOURCES).needsBody).toBe(false);
    expect(compileRequestMappings({ 'integration.request.path.a': 'method.request.body.pet.name' }, SOURCES).needsBody).toBe(true);
  });

  it.each(['integration.request.cookie.a', 'integration.request.header.', 'integration.request.header.a b', 'method.request.header.a'])('refuses the target %s', target => {
    expect(() => compileRequestMappings({ [target]: "'x'" }, SOURCES)).toThrow(InvalidMapping);
  });

  it('refuses a response header that could split a head', () => {
    expect(() => compileHeaderMappings('method.response', { 'method.response.header.a\r\nb': "'x'" }, SOURCES)).toThrow(InvalidMapping);
    expect(() => compileHeaderMappings('gatewayresponse', { 'method.response.header.a': "'x'" }, SOURCES)).toThrow(InvalidMapping);
  });
});
