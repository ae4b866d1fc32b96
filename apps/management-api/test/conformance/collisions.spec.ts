import * as sdk from '@aws-sdk/client-api-gateway';
import { V1 } from '@gatehouse/contract-wire';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newDatabase } from '../database.js';
import { newDatabaseLine } from '../database-line.js';
import { startSystem, type TestSystem } from '../system.js';
import { operationsThatName } from './named-errors.js';
import { type Heard, type InputOf, type OperationName, Recorder } from './recorder.js';
import { BUILD, methodOf, READ, responseOf, TOUR, walk } from './tour.js';
import { bytes, DOMAIN, LAMBDA_URI, type World } from './world.js';

/** Where the tour's own call would be refused before it could collide: the thing is there already. */
const NEW: { readonly [Name in OperationName]?: (world: World) => InputOf<Name> } = {
  CreateApiKey: () => ({ name: 'new' }),
  CreateAuthorizer: w => ({ restApiId: w.restApiId, name: 'new', type: 'TOKEN', authorizerUri: LAMBDA_URI }),
  CreateBasePathMapping: w => ({ domainName: DOMAIN, basePath: 'new', restApiId: w.restApiId }),
  CreateDocumentationPart: w => ({ restApiId: w.restApiId, location: { type: 'MODEL', name: 'New' }, properties: '{"description":"x"}' }),
  CreateDocumentationVersion: w => ({ restApiId: w.restApiId, documentationVersion: '2' }),
  CreateDomainName: () => ({ domainName: 'new.example.com', endpointConfiguration: { types: ['REGIONAL'] } }),
  CreateDomainNameAccessAssociation: w => ({ domainNameArn: w.privateDomainArn, accessAssociationSourceType: 'VPCE', accessAssociationSource: 'vpce-aaaa' }),
  CreateModel: w => ({ restApiId: w.restApiId, name: 'New', contentType: 'application/json', schema: '{"type":"object"}' }),
  CreateRequestValidator: w => ({ restApiId: w.restApiId, name: 'new' }),
  CreateResource: w => ({ restApiId: w.restApiId, parentId: w.rootId, pathPart: 'new' }),
  CreateStage: w => ({ restApiId: w.restApiId, stageName: 'new', deploymentId: w.deploymentId }),
  CreateUsagePlan: () => ({ name: 'new' }),
  CreateUsagePlanKey: w => ({ usagePlanId: w.usagePlanId, keyId: w.importedKey, keyType: 'API_KEY' }),
  ImportApiKeys: () => ({ format: 'csv', body: bytes('name,key\nnew,a-new-value-of-enough-characters\n') }),
  PutMethod: w => ({ ...methodOf(w), httpMethod: 'DELETE', authorizationType: 'NONE' }),
  PutMethodResponse: w => ({ ...responseOf(w), statusCode: '404' }),
};

describe('two writers', () => {
  let system: TestSystem;
  let recorder: Recorder;
  let world: World;
  let other: pg.Client;
  beforeAll(async () => {
    const url = await newDatabase();
    // Five seconds of patience would make a long test; a quarter of one proves the same.
    system = await startSystem({ databaseUrl: `${url}?lock_timeout=250` });
    recorder = new Recorder(system.aws);
    ({ world } = await walk(recorder, BUILD));
    other = new pg.Client({ connectionString: url });
    await other.connect();
  });
  afterAll(async () => {
    await other.end();
    await system.close();
    expect(system.unexpected).toEqual([]);
  });

  it('one holds every row and keeps new ones out: every operation that writes hears of the collision, and every one that reads is answered', async () => {
    const { rows } = await other.query<{ name: string }>("select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'account_id' order by 1");
    await other.query('begin');
    for (const { name } of rows) await other.query(`select 1 from ${name} for update`);
    await other.query('lock table rest_apis, api_keys, usage_plans, domain_names, vpc_links, client_certificates, accounts in share row exclusive mode');
    const operations = operationsThatName('ConflictException').filter(operation => V1[operation].method !== 'GET');
    const inputOf = (operation: OperationName): never => (NEW[operation] ?? TOUR.find(step => step.operation === operation)!.input)(world) as never;
    const heard: Heard[] = [];
    for (let at = 0; at < operations.length; at += 15) heard.push(...(await Promise.all(operations.slice(at, at + 15).map(operation => recorder.send(operation, inputOf(operation))))));
    const read = await Promise.all(READ.filter(step => V1[step.operation].method === 'GET').map(step => recorder.send(step.operation, step.input(world) as never)));
    await other.query('rollback');
    expect(operations).toHaveLength(75);
    expect(heard.map(({ operation, status, headers, json, error }) => [operation, status, headers['x-amzn-errortype'], (json as { message: string } | undefined)?.message, error instanceof sdk.ConflictException])).toEqual(
      operations.map(operation => [operation, 409, 'ConflictException', 'Unable to complete operation due to concurrent modification. Please try again later.', true]),
    );
    expect(read.filter(({ status }) => status !== 200).map(({ operation, status, text }) => `${operation} ${status} ${text}`)).toEqual([]);
  });

  it('of ten who make the same thing at once, one does; the others hear that it is there, or of each other', async () => {
    const race: readonly (readonly [OperationName, object])[] = [
      ['CreateResource', { restApiId: world.restApiId, parentId: world.rootId, pathPart: 'race' }], ['CreateModel', { restApiId: world.restApiId, name: 'Race', contentType: 'application/json', schema: '{"type":"object"}' }],
      ['CreateStage', { restApiId: world.restApiId, stageName: 'race', deploymentId: world.deploymentId }], ['CreateApiKey', { name: 'race', value: 'the-same-value-for-all-of-them' }], ['CreateDocumentationVersion', { restApiId: world.restApiId, documentationVersion: 'race' }],
      ['CreateUsagePlanKey', { usagePlanId: world.usagePlanId, keyId: world.importedKey, keyType: 'API_KEY' }], ['CreateBasePathMapping', { domainName: DOMAIN, basePath: 'race', restApiId: world.restApiId }],
      ['CreateRequestValidator', { restApiId: world.restApiId, name: 'race' }], ['CreateAuthorizer', { restApiId: world.restApiId, name: 'race', type: 'TOKEN', authorizerUri: LAMBDA_URI }], ['PutMethod', { ...methodOf(world), httpMethod: 'PUT', authorizationType: 'NONE' }],
    ];
    for (const [operation, input] of race) {
      const answers = await Promise.all(Array.from({ length: 10 }, () => recorder.send(operation, input as never)));
      expect([operation, answers.map(({ status }) => status).sort()]).toEqual([operation, [201, ...Array.from({ length: 9 }, () => 409)]]);
    }
  });
});

describe('ServiceUnavailableException', () => {
  it('every operation but the two that tell SDK types, while the database is away', async () => {
    const { line, databaseUrl } = await newDatabaseLine();
    const system = await startSystem({ databaseUrl });
    const recorder = new Recorder(system.aws);
    const { world } = await walk(recorder, BUILD);
    await line.cut();
    const operations = (Object.keys(V1) as OperationName[]).filter(name => !name.startsWith('GetSdkType'));
    expect(operationsThatName('ServiceUnavailableException').filter(name => !operations.includes(name))).toEqual([]);
    for (let at = 0; at < operations.length; at += 10) {
      const heard = await Promise.all(operations.slice(at, at + 10).map(operation => recorder.send(operation, TOUR.find(step => step.operation === operation)!.input(world) as never)));
      for (const { operation, status, headers, json, error } of heard) {
        expect([operation, status, headers['x-amzn-errortype'], headers['retry-after'], json]).toEqual([operation, 503, 'ServiceUnavailableException', '1', { message: 'The service is temporarily unavailable. Please try again later.' }]);
        expect(error).toBeInstanceOf(sdk.ServiceUnavailableException);
        expect((error as sdk.ServiceUnavailableException).retryAfterSeconds).toBe('1');
      }
    }
    await system.close();
  });
});
