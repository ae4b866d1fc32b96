import { type DocumentationLocation, type DocumentationPartDefinition, type DocumentationPartType } from '@gatehouse/contract-definition';
import { describe, expect, it } from 'vitest';
import { type Documented, documentationOf } from './documentation.js';

const part = (type: DocumentationPartType, at: Partial<DocumentationLocation>, properties: unknown): DocumentationPartDefinition =>
  ({ location: { type, path: null, method: null, statusCode: null, name: null, ...at }, properties: typeof properties === 'string' ? properties : JSON.stringify(properties) });
const says = (description: string): { readonly description: string } => ({ description });

describe('what is not copied into the things that are documented', () => {
  it.each<[string, DocumentationPartType, unknown, object]>([
    ['properties that OpenAPI does not know', 'METHOD', { foo: 1, info: { description: 'x' }, description: 'y' }, says('y')],
    ['extensions of ours and of AWS', 'METHOD', { 'x-amazon-apigateway-integration': { type: 'mock' }, 'x-gatehouse-lost': {}, 'x-own': 1 }, { 'x-own': 1 }],
    ['properties that are no JSON object', 'METHOD', '["x"]', {}],
    ['properties that are no JSON', 'METHOD', 'x', {}],
    ['a title where none belongs', 'RESPONSE', { title: 't', description: 'd' }, says('d')],
    ['the description of a resource, which Swagger has no place for', 'RESOURCE', { description: 'd', 'x-own': 1 }, { 'x-own': 1 }],
    ['anything of a response body but extensions', 'RESPONSE_BODY', { description: 'd' }, {}],
  ])('%s', (_, type, properties, said) => {
    expect(documentationOf([part(type, {}, properties)]).of(type, type === 'RESOURCE' ? { path: '/' } : { path: '/', method: 'GET', statusCode: '200' })).toEqual(said);
  });
});

describe('of several parts the most specific speaks, and it alone', () => {
  const PARTS = [
    part('RESPONSE', {}, { description: 'any', 'x-any': 1 }),
    part('RESPONSE', { statusCode: '400' }, says('any 400')),
    part('RESPONSE', { path: '/pets', method: '*', statusCode: '*' }, says('pets')),
    part('RESPONSE', { path: '/pets', statusCode: '400' }, says('pets 400')),
    part('RESPONSE', { path: '/pets', method: 'GET', statusCode: '*' }, says('GET pets')),
    part('RESPONSE', { path: '/pets/{id}' }, says('one pet')),
    part('METHOD', { path: '/pets', method: 'GET' }, says('list')),
    part('RESOURCE', { path: '/pets' }, { 'x-own': 1 }),
    part('QUERY_PARAMETER', { path: '/pets', name: 'limit' }, says('how many')),
  ];
  const documentation = documentationOf([...PARTS].reverse());

  it.each<[DocumentationPartType, Documented, object]>([
    ['RESPONSE', { path: '/', method: 'GET', statusCode: '200' }, { description: 'any', 'x-any': 1 }],
    ['RESPONSE', { path: '/toys', method: 'PUT', statusCode: '400' }, says('any 400')],
    ['RESPONSE', { path: '/pets', method: 'PUT', statusCode: '200' }, says('pets')],
    ['RESPONSE', { path: '/pets', method: 'PUT', statusCode: '400' }, says('pets 400')],
    ['RESPONSE', { path: '/pets', method: 'GET', statusCode: '200' }, says('GET pets')],
    ['RESPONSE', { path: '/pets', method: 'GET', statusCode: '400' }, says('pets 400')],
    ['RESPONSE', { path: '/pets/{id}', method: 'GET', statusCode: '400' }, says('one pet')],
    ['RESPONSE', { path: '/petshop', method: 'GET', statusCode: '200' }, { description: 'any', 'x-any': 1 }],
    ['METHOD', { path: '/pets/{id}', method: 'GET' }, says('list')],
    ['METHOD', { path: '/pets', method: 'ANY' }, {}],
    ['RESOURCE', { path: '/pets/{id}' }, {}],
    ['QUERY_PARAMETER', { path: '/pets', method: 'GET', name: 'limit' }, says('how many')],
    ['QUERY_PARAMETER', { path: '/pets', method: 'GET', name: 'Limit' }, {}],
    ['REQUEST_HEADER', { path: '/pets', method: 'GET', name: 'limit' }, {}],
  ])('%s of %j', (type, thing, said) => { expect(documentation.of(type, thing)).toEqual(said); });
});

it('the API speaks of itself and of its info', () => {
  const documentation = documentationOf([part('API', {}, { info: { description: 'd', license: { name: 'MIT' }, version: '2', title: 't' }, tags: [{ name: 'a' }], 'x-own': 1, description: 'd' })]);
  expect(documentation.info).toEqual({ description: 'd', license: { name: 'MIT' } });
  expect(documentation.of('API')).toEqual({ tags: [{ name: 'a' }], 'x-own': 1 });
});
