import { V1 } from '@gatehouse/contract-wire';
import { describe, expect, it } from 'vitest';
import { matchOperation } from './match-operation.js';

const match = (method: string, path: string, query = ''): unknown => {
  const matched = matchOperation(method, path, new URLSearchParams(query));
  return matched && [matched.row.name, matched.labels];
};

describe('matchOperation', () => {
  it.each<[string, string, string]>([
    ['POST', '/restapis/a/b', ''], ['GET', '', ''], ['GET', '/', ''], ['GET', '//restapis', ''], ['HEAD', '/restapis', ''], ['GET', '/RESTAPIS', ''], ['GET', '/restapis//stages', ''], ['GET', '/restapis/a//', ''],
  ])('finds nothing at %s %s', (method, path, query) => {
    expect(match(method, path, query)).toBeNull();
  });

  it('refuses a label that is not percent-encoded UTF-8', () => {
    expect(() => match('GET', '/restapis/%e0%a4%a')).toThrow(URIError);
  });

  it.each<[string, string, string, string, Record<string, string>]>([
    ['POST', '/restapis', '', 'CreateRestApi', {}],
    ['POST', '/restapis', 'mode=import', 'ImportRestApi', {}],
    ['POST', '/restapis', 'mode=other', 'CreateRestApi', {}],
    ['POST', '/apikeys', 'mode=import&format=csv', 'ImportApiKeys', {}],
    ['GET', '/restapis/', '', 'GetRestApis', {}],
    ['GET', '/restapis/a%2Fb', '', 'GetRestApi', { restApiId: 'a/b' }],
    ['GET', '/restapis/a%252Fb', '', 'GetRestApi', { restApiId: 'a%2Fb' }],
    ['GET', '/restapis/a/stages/%24default', '', 'GetStage', { restApiId: 'a', stageName: '$default' }],
    ['GET', '/domainnames/d.example/basepathmappings/(none)', '', 'GetBasePathMapping', { domainName: 'd.example', basePath: '(none)' }],
    ['GET', '/tags/arn%3Aaws%3Aapigateway%3Aus-east-1%3A%3A%2Frestapis%2Fa', '', 'GetTags', { resourceArn: 'arn:aws:apigateway:us-east-1::/restapis/a' }],
    ['PUT', '/tags/arn:aws:apigateway:us-east-1::/restapis/a', '', 'TagResource', { resourceArn: 'arn:aws:apigateway:us-east-1::/restapis/a' }],
    ['GET', '/restapis/a/models/m/default_template', '', 'GetModelTemplate', { restApiId: 'a', modelName: 'm' }],
    ['GET', '/v2/apis/x', '', 'GetApi', { ApiId: 'x' }],
    ['POST', '/@connections/c%3D', '', 'PostToConnection', { ConnectionId: 'c=' }],
  ])('%s %s?%s is %s', (method, path, query, name, labels) => {
    expect(match(method, path, query)).toEqual([name, labels]);
  });

  it('finds every row of the table at its own path', () => {
    for (const row of Object.values(V1)) expect([row.name, matchOperation(row.method, row.path.replace(/[{}]/g, ''), new URLSearchParams(row.query))?.row.name]).toEqual([row.name, row.name]);
  });
});
