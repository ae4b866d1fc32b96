import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  CreateDeploymentCommand, CreateDocumentationVersionCommand, CreateModelCommand, CreateResourceCommand, DeleteMethodCommand, GetExportCommand, ImportRestApiCommand, PutMethodCommand, PutMethodResponseCommand, UpdateRestApiCommand,
  type GetExportCommandInput,
} from '@aws-sdk/client-api-gateway';
import { DocumentationVersionRow, insertRow, StageRow, updateRow } from '@gatehouse/control-store';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { badRequest, type Draft, newApi, newMockApi, notFound, putIntegration } from './build-api.js';
import { startSystem, type TestSystem } from './system.js';

let system: TestSystem;
beforeAll(async () => { system = await startSystem(); });
afterAll(async () => {
  await system.close();
  expect(system.unexpected).toEqual([]);
});

interface Exported { readonly info: Record<string, string>; readonly paths: Record<string, Record<string, Record<string, unknown>>>; readonly [member: string]: unknown }

const send = ({ restApiId }: Pick<Draft, 'restApiId'>, more: Partial<GetExportCommandInput> = {}) =>
  system.aws.send(new GetExportCommand({ restApiId, stageName: 'dev', exportType: 'oas30', accepts: 'application/json', ...more }));
const exported = async (draft: Draft, more: Partial<GetExportCommandInput> = {}): Promise<Exported> => JSON.parse((await send(draft, more)).body!.transformToString()) as Exported;
const deploy = ({ restApiId }: Draft) => system.aws.send(new CreateDeploymentCommand({ restApiId, stageName: 'dev' }));

async function deployedApi(): Promise<Draft> {
  const draft = await newMockApi(system);
  await deploy(draft);
  return draft;
}

describe('GetExport refuses', () => {
  it('an API or a stage that is not there · 404', async () => {
    await expect(send({ restApiId: 'nope' })).rejects.toEqual(notFound('Invalid API identifier specified 123456789012:nope'));
    const draft = await newApi(system);
    await expect(send(draft)).rejects.toEqual(notFound('Invalid stage identifier specified'));
  });

  it.each<[string, Partial<GetExportCommandInput>, string]>([
    ['a type', { exportType: 'raml' }, 'Invalid export type specified: raml. Must be one of: [oas30, swagger]'],
    ['a type in another case', { exportType: 'OAS30' }, 'Invalid export type specified: OAS30. Must be one of: [oas30, swagger]'],
    ['an extension', { parameters: { extensions: 'integrations,nonsense' } },
      'Invalid extension specified: nonsense. Must be one of: [integrations, authorizers, documentation, validators, gatewayresponses, apigateway, postman, gatehouse]'],
    ['a media type', { accepts: 'text/html' }, 'Invalid Accept header specified: text/html. Must be one of: [application/json, application/yaml]'],
  ])('%s that nobody knows · 400', async (_, more, message) => {
    const draft = await deployedApi();
    await expect(send(draft, more)).rejects.toEqual(badRequest(message));
  });
});

const SAMPLES = path.resolve(import.meta.dirname, '../../../libs/engine/openapi/samples');

describe('export -> import -> export, through AWS\'s client', () => {
  /** Imports a document, publishes it with its documentation, and answers what is exported of it, without ids and dates. That an endpoint is private is no part of a document. */
  async function through(body: Buffer, more: Partial<GetExportCommandInput>): Promise<string> {
    const isPrivate = body.includes('vpcEndpointIds');
    const { id: restApiId } = await system.aws.send(new ImportRestApiCommand({ body, ...(isPrivate && { parameters: { endpointConfigurationTypes: 'PRIVATE' } }) }));
    await deploy({ restApiId: restApiId!, rootId: '' });
    await system.aws.send(new CreateDocumentationVersionCommand({ restApiId: restApiId!, documentationVersion: '1', stageName: 'dev' }));
    const text = (await send({ restApiId: restApiId! }, more)).body!.transformToString();
    return text.replaceAll(restApiId!, 'id').replace(/("?createdDate"? ?: ")[^"]*/g, '$1');
  }

  it.each(readdirSync(SAMPLES).sort())('%s: the same bytes, for each type, form and extension', async sample => {
    const document = readFileSync(path.join(SAMPLES, sample));
    for (const exportType of ['oas30', 'swagger']) {
      for (const [accepts, extensions] of [['application/json', 'apigateway'], ['application/yaml', 'gatehouse']] as const) {
        const first = await through(document, { exportType, accepts, parameters: { extensions } });
        expect(await through(Buffer.from(first), { exportType, accepts, parameters: { extensions } })).toBe(first);
      }
    }
  });
});

describe('GetExport answers', () => {
  it('a file to be saved, named by type and date · 200', async () => {
    const draft = await deployedApi();
    const { $metadata, contentType, contentDisposition, body } = await send(draft);
    expect([$metadata.httpStatusCode, contentType]).toEqual([200, 'application/octet-stream']);
    expect(contentDisposition).toMatch(/^attachment; filename="oas30_\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\.json"$/);
    expect(body!.transformToString()).toMatch(/^\{\n {2}"openapi" : "3\.0\.1",\n {2}"info" : \{\n {4}"title" : "pets",\n {4}"version" : "/);
    const yaml = await send(draft, { exportType: 'swagger', accepts: 'application/yaml' });
    expect(yaml.contentDisposition).toMatch(/^attachment; filename="swagger_.*\.yaml"$/);
    const text = yaml.body!.transformToString();
    expect(text).toMatch(/^swagger: "2\.0"\ninfo:\n {2}version: "/);
    expect(parse(text)).toEqual(await exported(draft, { exportType: 'swagger' }));
  });

  it.each<[string | undefined, RegExp]>([
    [undefined, /^\{/], ['*/*', /^\{/], ['text/html, application/yaml;q=0.9, */*;q=0.1', /^openapi:/], ['application/x-yaml', /^openapi:/], ['application/hal+json', /^\{/],
  ])('Accept %s in the form it names', async (accepts, form) => {
    const { restApiId } = await deployedApi();
    const { status, text } = await system.request('GET', `/restapis/${restApiId}/stages/dev/exports/oas30`, undefined, accepts === undefined ? {} : { accept: accepts });
    expect(status).toBe(200);
    expect(text).toMatch(form);
  });

  it('where the stage is served', async () => {
    const draft = await deployedApi();
    expect((await exported(draft))['servers']).toEqual([{ url: `http://${draft.restApiId}.execute-api.localhost:8080/{basePath}`, variables: { basePath: { default: '/dev' } } }]);
    expect(await exported(draft, { exportType: 'swagger' })).toMatchObject({ host: `${draft.restApiId}.execute-api.localhost:8080`, basePath: '/dev', schemes: ['http'] });
  });

  it('what is deployed: later changes are not in it until they are deployed too', async () => {
    const draft = await deployedApi();
    const before = await exported(draft, { parameters: { extensions: 'apigateway' } });
    expect(Object.keys(before.paths['/']!)).toEqual(['get']);
    const place = { restApiId: draft.restApiId, resourceId: draft.rootId };
    await system.aws.send(new PutMethodCommand({ ...place, httpMethod: 'POST', authorizationType: 'AWS_IAM', operationName: 'addPet' }));
    await putIntegration(system, draft, draft.rootId, 'POST');
    await system.aws.send(new DeleteMethodCommand({ ...place, httpMethod: 'GET' }));
    await system.aws.send(new UpdateRestApiCommand({ restApiId: draft.restApiId, patchOperations: [{ op: 'replace', path: '/description', value: 'later' }] }));
    expect(await exported(draft, { parameters: { extensions: 'apigateway' } })).toEqual(before);
    await deploy(draft);
    const after = await exported(draft, { parameters: { extensions: 'apigateway' } });
    expect(after.info['description']).toBe('later');
    expect(after.paths['/']).toMatchObject({ post: { operationId: 'addPet', security: [{ sigv4: [] }] } });
    expect(after.paths['/']).not.toHaveProperty('get');
  });

  it('integrations only to those who ask for them', async () => {
    const draft = await deployedApi();
    const get = async (extensions: string) => (await exported(draft, { parameters: { extensions } })).paths['/']!['get']!;
    expect(await get('')).not.toHaveProperty('x-amazon-apigateway-integration');
    expect(await get('authorizers,documentation')).not.toHaveProperty('x-amazon-apigateway-integration');
    const integration = { responses: { default: { statusCode: '200', responseTemplates: { 'application/json': '{"ok": true}' } } }, requestTemplates: { 'application/json': '{"statusCode": 200}' }, passthroughBehavior: 'when_no_match', type: 'mock' };
    for (const extensions of ['integrations', 'apigateway', 'gatehouse', ' authorizers , integrations']) {
      expect((await get(extensions))['x-amazon-apigateway-integration']).toMatchObject(integration);
    }
  });

  it('the documentation version of the stage, and the texts of its parts in place', async () => {
    const draft = await deployedApi();
    const scope = { accountId: '123456789012', region: 'us-east-1', restApiId: draft.restApiId };
    const location = { type: 'METHOD' as const, path: '/', method: 'GET', statusCode: null, name: null };
    const { manager } = system.app.get(DataSource);
    await insertRow(manager, DocumentationVersionRow, {
      ...scope, documentationVersion: 'v1', description: null, parts: [{ location, properties: '{"summary":"All pets","foo":1}' }],
    }, new Date('2026-01-02T03:04:05.678Z'));
    expect(await exported(draft, { parameters: { extensions: 'documentation' } })).not.toHaveProperty('x-amazon-apigateway-documentation');
    const stage = await manager.findOneByOrFail(StageRow, { ...scope, stageName: 'dev' });
    await updateRow(manager, StageRow, stage, { fields: { ...stage.fields, documentationVersion: 'v1' } }, new Date());
    const plain = await exported(draft);
    expect(plain.paths['/']!['get']).toMatchObject({ summary: 'All pets' });
    expect(plain).not.toHaveProperty('x-amazon-apigateway-documentation');
    expect((await exported(draft, { parameters: { extensions: 'documentation' } }))['x-amazon-apigateway-documentation']).toEqual({
      version: 'v1', createdDate: '2026-01-02T03:04:05Z', documentationParts: [{ location: { type: 'METHOD', method: 'GET' }, properties: { summary: 'All pets', foo: 1 } }],
    });
  });

  it('any API that can exist: odd names, models without a schema, media types that are no types', async () => {
    const draft = await newApi(system, 'päts "& <x>\n/ $default');
    const { restApiId } = draft;
    await system.aws.send(new CreateModelCommand({ restApiId, name: 'Odd', contentType: 'application/xml', schema: '{"$ref":"https://apigateway.amazonaws.com/restapis/x/models/Error"}' }));
    const resourceId = (await system.aws.send(new CreateResourceCommand({ restApiId, parentId: draft.rootId, pathPart: '{proxy+}' }))).id!;
    const place = { restApiId, resourceId, httpMethod: 'ANY' };
    await system.aws.send(new PutMethodCommand({
      ...place, authorizationType: 'NONE', apiKeyRequired: true, requestParameters: { 'method.request.path.proxy': true, 'method.request.header.$default': false }, requestModels: { '$default': 'Odd', 'text/x': 'Empty' },
    }));
    await putIntegration(system, draft, resourceId, 'ANY');
    await system.aws.send(new PutMethodResponseCommand({ ...place, statusCode: '204', responseModels: { 'application/xml': 'Odd' } }));
    await deploy(draft);
    for (const exportType of ['oas30', 'swagger']) {
      for (const extensions of ['', 'apigateway', 'gatehouse', 'postman']) {
        const document = await exported(draft, { exportType, parameters: { extensions } });
        expect(document.info['title']).toBe('päts "& <x>\n/ $default');
        expect(document.paths['/{proxy+}']!['x-amazon-apigateway-any-method']).toMatchObject({ security: [{ api_key: [] }] });
      }
    }
  });
});
