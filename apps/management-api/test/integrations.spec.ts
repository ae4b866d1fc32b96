import {
  DeleteIntegrationCommand, DeleteIntegrationResponseCommand, GetIntegrationCommand, GetIntegrationResponseCommand, PutIntegrationCommand, PutIntegrationResponseCommand, PutMethodResponseCommand,
  UpdateIntegrationCommand, UpdateIntegrationResponseCommand, type PatchOperation, type PutIntegrationCommandInput, type PutIntegrationResponseCommandInput,
} from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { badRequest, newApi, notFound, putMethod, refused } from './build-api.js';
import { startSystem, type TestSystem } from './system.js';

let system: TestSystem;
beforeAll(async () => { system = await startSystem(); });
afterAll(async () => {
  await system.close();
  expect(system.unexpected).toEqual([]);
});

type Place = { restApiId: string; resourceId: string; httpMethod: string };
const HTTP = { type: 'HTTP', integrationHttpMethod: 'GET', uri: 'http://localhost:4010/pets' } as const;
const MAPPING = 'Invalid mapping expression specified: Validation Result: warnings : [], errors : ';

async function newPlace(): Promise<Place> {
  const draft = await newApi(system);
  await putMethod(system, draft, draft.rootId, 'GET', { requestParameters: { 'method.request.querystring.q': false, 'method.request.path.id': true } });
  return { restApiId: draft.restApiId, resourceId: draft.rootId, httpMethod: 'GET' };
}
const put = (place: Place, more: Partial<PutIntegrationCommandInput> = {}) => system.aws.send(new PutIntegrationCommand({ ...place, ...HTTP, ...more }));
const update = (place: Place, ...patchOperations: PatchOperation[]) => system.aws.send(new UpdateIntegrationCommand({ ...place, patchOperations }));

describe('PutIntegration', () => {
  it('no type of AWS · 400 ValidationException with the types in AWS\'s order', async () => {
    await expect(put(await newPlace(), { type: 'HTTPS_PROXY' as 'HTTP' })).rejects.toEqual(refused('ValidationException',
      "1 validation error detected: Value 'HTTPS_PROXY' at 'putIntegrationInput.type' failed to satisfy constraint: Member must satisfy enum value set: [HTTP, MOCK, AWS_PROXY, HTTP_PROXY, AWS]"));
  });

  it.each<[string, Partial<PutIntegrationCommandInput>, string]>([
    ['no method of the integration', { integrationHttpMethod: undefined }, 'Enumeration value for HttpMethod must be non-empty'],
    ['wrong method of the integration', { integrationHttpMethod: 'FETCH' }, 'Invalid HttpMethod specified. Valid options are GET,PUT,POST,DELETE,PATCH,OPTIONS,HEAD,ANY'],
    ['no uri', { uri: undefined }, 'Invalid HTTP endpoint specified for URI'],
    ['uri without a scheme', { uri: 'localhost:4010/pets' }, 'Invalid HTTP endpoint specified for URI'],
    ['uri of another scheme', { uri: 'ftp://localhost/pets' }, 'Invalid HTTP endpoint specified for URI'],
    ['uri with a user', { uri: 'http://me:secret@localhost/' }, 'Invalid HTTP endpoint specified for URI'],
    ['uri whose host a caller would choose', { uri: 'http://{host}/pets' }, 'Invalid HTTP endpoint specified for URI'],
    ['AWS without an ARN', { type: 'AWS', uri: 'http://localhost' }, 'Invalid ARN specified in the request'],
    ['AWS without path or action', { type: 'AWS', uri: 'arn:aws:apigateway:us-east-1:lambda:functions/x' }, 'AWS ARN for integration must contain path or action'],
    ['AWS_PROXY to SQS', { type: 'AWS_PROXY', uri: 'arn:aws:apigateway:us-east-1:sqs:path/1/q' }, "Integrations of type 'AWS_PROXY' currently only supports Lambda function and Firehose stream invocations."],
    ['timeout of 49 ms', { timeoutInMillis: 49 }, 'Timeout should be between 50 ms and 29000 ms'],
    ['timeout of 29001 ms', { timeoutInMillis: 29_001 }, 'Timeout should be between 50 ms and 29000 ms'],
    ['streaming without a proxy', { responseTransferMode: 'STREAM' }, 'Response transfer mode STREAM is only supported for integrations of type HTTP_PROXY and AWS_PROXY'],
    ['unknown passthrough', { passthroughBehavior: 'SOMETIMES' }, 'Invalid PassthroughBehavior specified. Valid options are WHEN_NO_MATCH,NEVER,WHEN_NO_TEMPLATES'],
    ['template of no media type', { requestTemplates: { 123: '{}' } }, 'Validation Result: warnings : [], errors : [Invalid content type specified: 123]'],
    ['template over 300 KB', { requestTemplates: { 'application/json': 'x'.repeat(307_201) } }, 'Invalid template for application/json, can be at most 307200 characters.'],
    ['expression that maps from nothing', { requestParameters: { 'integration.request.header.h': 'true' } }, `${MAPPING}[Invalid mapping expression specified: true]`],
    ['target that is nowhere', { requestParameters: { 'integration.request.cookie.c': "'x'" } }, `${MAPPING}[Invalid mapping expression specified: integration.request.cookie.c]`],
    ['parameter that the method does not declare', { requestParameters: { 'integration.request.header.h': 'method.request.querystring.none' } }, `${MAPPING}[Invalid mapping expression parameter specified: method.request.querystring.none]`],
    ['cache key that nobody declares', { cacheKeyParameters: ['method.request.querystring.none'] }, `${MAPPING}[Invalid mapping expression parameter specified: method.request.querystring.none]`],
  ])('%s · 400', async (_, more, message) => {
    await expect(put(await newPlace(), more)).rejects.toEqual(badRequest(message));
  });

  it('unknown method, unknown VPC link · 404', async () => {
    const place = await newPlace();
    await expect(put({ ...place, httpMethod: 'PUT' })).rejects.toEqual(notFound('Invalid Method identifier specified'));
    await expect(put(place, { connectionType: 'VPC_LINK', connectionId: 'abc' })).rejects.toEqual(notFound('Invalid Vpc Link identifier specified'));
  });

  it('HTTP · 201 with AWS\'s defaults, the wire name httpMethod for the integration\'s own', async () => {
    const { restApiId, resourceId } = await newPlace();
    const answer = await system.request('PUT', `/restapis/${restApiId}/resources/${resourceId}/methods/GET/integration`, { type: 'HTTP', httpMethod: 'POST', uri: HTTP.uri });
    expect([answer.status, answer.body]).toEqual([201, {
      type: 'HTTP', httpMethod: 'POST', uri: HTTP.uri, connectionType: 'INTERNET', passthroughBehavior: 'WHEN_NO_MATCH', timeoutInMillis: 29_000, cacheNamespace: resourceId, cacheKeyParameters: [],
    }]);
  });

  it('MOCK · 201 without a connection; again · 201 and the responses are gone', async () => {
    const place = await newPlace();
    const mock = await system.aws.send(new PutIntegrationCommand({ ...place, type: 'MOCK' }));
    expect(mock.connectionType).toBeUndefined();
    await system.aws.send(new PutMethodResponseCommand({ ...place, statusCode: '200' }));
    await system.aws.send(new PutIntegrationResponseCommand({ ...place, statusCode: '200' }));
    expect((await system.aws.send(new GetIntegrationCommand(place))).integrationResponses).toEqual({ 200: { statusCode: '200' } });
    await put(place);
    expect((await system.aws.send(new GetIntegrationCommand(place))).integrationResponses).toBeUndefined();
    const path = `/restapis/${place.restApiId}/resources/${place.resourceId}/methods/GET/integration`;
    const stale = await system.request('PUT', path, { type: 'MOCK' }, { 'if-match': '"1"' });
    expect([stale.status, (await system.request('GET', path)).headers.get('etag')]).toEqual([412, '"2"']);
  });

  it('everything · 201 and the same from GetIntegration', async () => {
    const place = await newPlace();
    const given = {
      type: 'HTTP_PROXY' as const, uri: 'https://${stageVariables.host}:8443/{id}', credentials: 'arn:aws:iam::1:role/x', passthroughBehavior: 'NEVER', contentHandling: 'CONVERT_TO_TEXT' as const,
      timeoutInMillis: 50, cacheNamespace: 'n', cacheKeyParameters: ['method.request.path.id'], tlsConfig: { insecureSkipVerification: true }, responseTransferMode: 'BUFFERED' as const,
      requestParameters: { 'integration.request.path.id': 'method.request.path.id', 'integration.request.header.s': "'static'", 'integration.request.querystring.c': 'context.requestId', 'integration.request.header.v': 'stageVariables.v' },
      requestTemplates: { 'application/json': '{"a":1}' },
    };
    const { $metadata: _, ...made } = await put(place, given);
    expect(made).toEqual({ ...given, httpMethod: 'GET', connectionType: 'INTERNET' });
    const { $metadata: __, ...read } = await system.aws.send(new GetIntegrationCommand(place));
    expect(read).toEqual(made);
  });
});

describe('UpdateIntegration', () => {
  it.each<[PatchOperation, unknown]>([
    [{ op: 'replace', path: '/type', value: 'MOCK' }, badRequest('Invalid patch path /type')],
    [{ op: 'replace', path: '/uri', value: 'nowhere' }, badRequest('Invalid HTTP endpoint specified for URI')],
    [{ op: 'replace', path: '/timeoutInMillis', value: '10' }, badRequest('Timeout should be between 50 ms and 29000 ms')],
    [{ op: 'replace', path: '/timeoutInMillis', value: 'soon' }, badRequest('Timeout should be between 50 ms and 29000 ms')],
    [{ op: 'remove', path: '/requestParameters/integration.request.header.none' }, notFound('Invalid parameter name specified')],
    [{ op: 'replace', path: '/requestTemplates/application~1xml', value: 'x' }, notFound('Content-Type specified was not found')],
    [{ op: 'add', path: '/requestParameters/integration.request.header.h', value: 'method.request.header.none' }, badRequest(`${MAPPING}[Invalid mapping expression parameter specified: method.request.header.none]`)],
    [{ op: 'add', path: '/cacheKeyParameters/method.request.header.none' }, badRequest(`${MAPPING}[Invalid mapping expression parameter specified: method.request.header.none]`)],
  ])('%j · refused', async (operation, refusal) => {
    const place = await newPlace();
    await put(place);
    await expect(update(place, operation)).rejects.toEqual(refusal);
  });

  it('the address of a MOCK integration · 400; no integration · 404', async () => {
    const place = await newPlace();
    await expect(update(place, { op: 'replace', path: '/uri', value: HTTP.uri })).rejects.toEqual(notFound('Invalid Integration identifier specified'));
    await system.aws.send(new PutIntegrationCommand({ ...place, type: 'MOCK' }));
    await expect(update(place, { op: 'replace', path: '/uri', value: HTTP.uri })).rejects.toEqual(badRequest('Invalid patch path /uri'));
  });

  it('every path · 200; a parameter that goes takes its cache key along', async () => {
    const place = await newPlace();
    await put(place, { requestParameters: { 'integration.request.querystring.q': 'method.request.querystring.q' }, cacheKeyParameters: ['integration.request.querystring.q'] });
    const { $metadata: _, ...after } = await update(place,
      { op: 'replace', path: '/uri', value: 'http://localhost:4010/v2' }, { op: 'replace', path: '/httpMethod', value: 'PUT' }, { op: 'replace', path: '/timeoutInMillis', value: '1000' },
      { op: 'replace', path: '/passthroughBehavior', value: 'NEVER' }, { op: 'replace', path: '/contentHandling', value: 'CONVERT_TO_BINARY' }, { op: 'replace', path: '/cacheNamespace', value: 'ns' },
      { op: 'replace', path: '/tlsConfig/insecureSkipVerification', value: 'true' }, { op: 'add', path: '/requestTemplates/application~1json', value: '{}' },
      { op: 'add', path: '/requestParameters/integration.request.header.h', value: "'v'" }, { op: 'add', path: '/cacheKeyParameters/method.request.path.id', value: '' },
      { op: 'remove', path: '/requestParameters/integration.request.querystring.q' });
    expect(after).toEqual({
      type: 'HTTP', httpMethod: 'PUT', uri: 'http://localhost:4010/v2', connectionType: 'INTERNET', timeoutInMillis: 1000, passthroughBehavior: 'NEVER', contentHandling: 'CONVERT_TO_BINARY', cacheNamespace: 'ns',
      tlsConfig: { insecureSkipVerification: true }, requestTemplates: { 'application/json': '{}' }, requestParameters: { 'integration.request.header.h': "'v'" }, cacheKeyParameters: ['method.request.path.id'],
    });
  });

  it('delete · 204 and gone', async () => {
    const place = await newPlace();
    await put(place);
    expect((await system.aws.send(new DeleteIntegrationCommand(place))).$metadata.httpStatusCode).toBe(204);
    await expect(system.aws.send(new GetIntegrationCommand(place))).rejects.toEqual(notFound('Invalid Integration identifier specified'));
  });
});

describe('integration responses', () => {
  const putResponse = (place: Place, more: Partial<PutIntegrationResponseCommandInput> = {}) => system.aws.send(new PutIntegrationResponseCommand({ ...place, statusCode: '200', ...more }));
  const updateResponse = (place: Place, ...patchOperations: PatchOperation[]) => system.aws.send(new UpdateIntegrationResponseCommand({ ...place, statusCode: '200', patchOperations }));
  const ready = async (): Promise<Place> => {
    const place = await newPlace();
    await put(place);
    await system.aws.send(new PutMethodResponseCommand({ ...place, statusCode: '200', responseParameters: { 'method.response.header.a': false } }));
    return place;
  };

  it('no integration, no method response of that status · 404', async () => {
    const place = await newPlace();
    await expect(putResponse(place)).rejects.toEqual(notFound('Invalid Integration identifier specified'));
    await put(place);
    await expect(putResponse(place)).rejects.toEqual(notFound('Invalid Response status code specified'));
  });

  it.each<[Partial<PutIntegrationResponseCommandInput>, string]>([
    [{ responseParameters: { 'method.response.header.none': "'x'" } }, `${MAPPING}[Invalid mapping expression parameter specified: method.response.header.none]`],
    [{ responseParameters: { 'method.response.header.a': 'nothing' } }, `${MAPPING}[Invalid mapping expression specified: nothing]`],
    [{ responseParameters: { 'method.response.header.a': '' } }, 'Invalid null or empty value in responseParameters'],
    [{ responseTemplates: { 123: '' } }, 'Validation Result: warnings : [], errors : [Invalid content type specified: 123]'],
  ])('%j · 400', async (more, message) => {
    await expect(putResponse(await ready(), more)).rejects.toEqual(badRequest(message));
  });

  it('a selection pattern that is none · 400', async () => {
    await expect(putResponse(await ready(), { selectionPattern: '(' })).rejects.toThrow(/^Invalid selection pattern specified/);
  });

  it('put 201, patch 200, read 200, delete 204', async () => {
    const place = await ready();
    const made = await putResponse(place, { selectionPattern: '5\\d\\d', responseParameters: { 'method.response.header.a': 'integration.response.header.b' }, responseTemplates: { 'application/json': '' }, contentHandling: 'CONVERT_TO_TEXT' });
    expect(made).toMatchObject({ statusCode: '200', selectionPattern: '5\\d\\d', responseTemplates: { 'application/json': '' }, $metadata: { httpStatusCode: 201 } });
    await expect(updateResponse(place, { op: 'add', path: '/responseTemplates/text~1plain' })).rejects.toEqual(badRequest('Invalid null or empty value in responseTemplates'));
    await expect(updateResponse(place, { op: 'add', path: '/responseParameters/method.response.header.a' })).rejects.toEqual(badRequest('Invalid null or empty value in responseParameters'));
    const { $metadata: _, ...after } = await updateResponse(place, { op: 'replace', path: '/selectionPattern', value: '' }, { op: 'replace', path: '/responseTemplates/application~1json', value: '{}' }, { op: 'remove', path: '/responseParameters/method.response.header.a' });
    expect(after).toEqual({ statusCode: '200', responseTemplates: { 'application/json': '{}' }, contentHandling: 'CONVERT_TO_TEXT' });
    expect((await system.aws.send(new DeleteIntegrationResponseCommand({ ...place, statusCode: '200' }))).$metadata.httpStatusCode).toBe(204);
    await expect(system.aws.send(new GetIntegrationResponseCommand({ ...place, statusCode: '200' }))).rejects.toEqual(notFound('Invalid Response status code specified'));
  });
});
