import { CreateRestApiCommand, GetDeploymentCommand, GetExportCommand, GetModelsCommand, GetRestApiCommand } from '@aws-sdk/client-api-gateway';
import { dataSourceOptions } from '@gatehouse/control-store';
import { MIGRATIONS } from '@gatehouse/migrations';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { emptyDatabase } from './database.js';
import { startSystem, type TestSystem } from './system.js';

const ACCOUNT = '123456789012';
const FIELDS = {
  description: null, version: null, apiKeySource: 'HEADER', binaryMediaTypes: [], minimumCompressionSize: null, disableExecuteApiEndpoint: false, endpointTypes: ['EDGE'], ipAddressType: 'ipv4', vpcEndpointIds: [], policy: null, securityPolicy: null, endpointAccessMode: null,
};
const METHOD = { authorizationType: 'NONE', authorizerId: null, authorizationScopes: [], apiKeyRequired: false, operationName: null, requestValidatorId: null, requestParameters: {}, requestModels: {} };
const INTEGRATION = {
  type: 'MOCK', httpMethod: null, uri: null, connectionType: null, connectionId: null, credentials: null, requestParameters: {}, requestTemplates: {}, passthroughBehavior: 'WHEN_NO_MATCH', contentHandling: null, timeoutInMillis: 29_000, cacheNamespace: 'root01',
  cacheKeyParameters: [], insecureSkipVerification: null, responseTransferMode: null, integrationTarget: null,
};
const STAGE = { description: null, cacheClusterEnabled: false, cacheClusterSize: null, clientCertificateId: null, documentationVersion: null, tracingEnabled: false, variables: {}, methodSettings: {}, accessLogSettings: null, canarySettings: null };
/** A deployment as version 0.1.0 stored it: without models, validators, gateway responses and authorizers. */
const SOURCE = {
  format: 1, accountId: ACCOUNT, region: 'us-east-1', api: { id: 'old1234567', name: 'old', rootResourceId: 'root01', fields: FIELDS },
  resources: [{ id: 'root01', parentId: null, pathPart: null, path: '/', methods: [{ httpMethod: 'GET', fields: METHOD, methodResponses: [], integration: { fields: INTEGRATION, integrationResponses: [] } }] }],
};

let system: TestSystem;
beforeAll(async () => {
  const url = await emptyDatabase();
  const open = (count: number) => new DataSource(dataSourceOptions({ url, entities: [], migrations: MIGRATIONS.slice(0, count), poolSize: 1, onPoolError: console.error })).initialize();
  const before = await open(3);
  await before.runMigrations();
  const insert = (table: string, row: Record<string, unknown>) => before.query(
    `insert into ${table} (account_id, region, ${Object.keys(row).join(', ')}) values ('${ACCOUNT}', 'us-east-1', ${Object.keys(row).map((_, at) => `$${at + 1}`).join(', ')})`, Object.values(row).map(value => (typeof value === 'object' && value !== null ? JSON.stringify(value) : value)),
  );
  await insert('rest_apis', { id: 'old1234567', name: 'old', root_resource_id: 'root01', fields: FIELDS });
  await insert('resources', { rest_api_id: 'old1234567', id: 'root01', parent_id: null, path_part: null, path: '/' });
  await insert('methods', { rest_api_id: 'old1234567', resource_id: 'root01', http_method: 'GET', fields: METHOD });
  await insert('integrations', { rest_api_id: 'old1234567', resource_id: 'root01', http_method: 'GET', fields: INTEGRATION });
  await insert('deployments', { rest_api_id: 'old1234567', id: 'dep001', description: null, source: SOURCE, snapshot_digest: 'x' });
  await insert('stages', { rest_api_id: 'old1234567', stage_name: 'prod', deployment_id: 'dep001', fields: STAGE });
  await before.destroy();
  const after = await open(MIGRATIONS.length);
  await after.runMigrations();
  await after.destroy();
  system = await startSystem({ databaseUrl: url });
});
afterAll(async () => {
  await system.close();
  expect(system.unexpected).toEqual([]);
});

const restApiId = 'old1234567';

it('an API of version 0.1.0 has the models that every API is born with', async () => {
  expect((await system.aws.send(new GetModelsCommand({ restApiId }))).items!.map(model => model.name)).toEqual(['Empty', 'Error']);
  expect((await system.aws.send(new GetRestApiCommand({ restApiId }))).name).toBe('old');
});

it('what it deployed is read as it was, exported, and cloned', async () => {
  expect((await system.aws.send(new GetDeploymentCommand({ restApiId, deploymentId: 'dep001', embed: ['apisummary'] }))).apiSummary).toEqual({ '/': { GET: { authorizationType: 'NONE', apiKeyRequired: false } } });
  const { body } = await system.aws.send(new GetExportCommand({ restApiId, stageName: 'prod', exportType: 'oas30', parameters: { extensions: 'apigateway' } }));
  expect(JSON.parse(Buffer.from(body!).toString())).toMatchObject({ info: { title: 'old' }, paths: { '/': { get: { 'x-amazon-apigateway-integration': { type: 'mock' } } } } });
  const { id } = await system.aws.send(new CreateRestApiCommand({ name: 'copy', cloneFrom: restApiId }));
  expect((await system.aws.send(new GetModelsCommand({ restApiId: id }))).items).toHaveLength(2);
});
