import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { createRequire } from 'node:module';
import { type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { CreateDeploymentCommand, CreateResourceCommand, GetSdkCommand, GetSdkTypeCommand, GetSdkTypesCommand, type GetSdkCommandInput } from '@aws-sdk/client-api-gateway';
import { compare, objectTo, readClaim, signingKey } from '@gatehouse/engine-sigv4';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { badRequest, type Draft, newMockApi, notFound, putIntegration, putMethod } from './build-api.js';
import { startSystem, type TestSystem } from './system.js';

let system: TestSystem;
let api: Draft;
beforeAll(async () => {
  system = await startSystem();
  api = await newMockApi(system);
  const resource = async (parentId: string, pathPart: string) => (await system.aws.send(new CreateResourceCommand({ restApiId: api.restApiId, parentId, pathPart }))).id!;
  const pets = await resource(api.rootId, 'pets');
  const pet = await resource(pets, '{petId}');
  await putMethod(system, api, pet, 'GET', { requestParameters: { 'method.request.path.petId': true, 'method.request.querystring.colour': false, 'method.request.header.X-Trace': false } });
  await putIntegration(system, api, pet, 'GET');
  await putMethod(system, api, pets, 'POST', { authorizationType: 'AWS_IAM', apiKeyRequired: true });
  await putIntegration(system, api, pets, 'POST');
  await system.aws.send(new CreateDeploymentCommand({ restApiId: api.restApiId, stageName: 'prod' }));
});
afterAll(async () => {
  await system.close();
  expect(system.unexpected).toEqual([]);
});

const get = (more: Partial<GetSdkCommandInput> = {}) => system.aws.send(new GetSdkCommand({ restApiId: api.restApiId, stageName: 'prod', sdkType: 'javascript', ...more }));

describe('SDK types', () => {
  it('GetSdkType · unknown · 404', async () => {
    await expect(system.aws.send(new GetSdkTypeCommand({ id: 'cobol' }))).rejects.toEqual(notFound('Invalid SDK type identifier specified'));
  });

  it('GetSdkTypes · AWS\'s six, with the parameters that they ask for', async () => {
    const { items } = await system.aws.send(new GetSdkTypesCommand({}));
    expect(items!.map(type => [type.id, type.configurationProperties?.filter(property => property.required).map(property => property.name) ?? []])).toEqual([
      ['android', ['groupId', 'artifactId', 'artifactVersion', 'invokerPackage']], ['java', ['serviceName', 'javaPackageName']], ['javascript', []], ['objectivec', ['classPrefix']], ['ruby', ['service.name']], ['swift', ['classPrefix']],
    ]);
    const { $metadata: _, ...java } = await system.aws.send(new GetSdkTypeCommand({ id: 'java' }));
    expect(java).toEqual(items!.find(type => type.id === 'java'));
  });
});

describe('GetSdk', () => {
  it.each([
    ['an unknown API', { restApiId: 'nobody' }, notFound('Invalid API identifier specified 123456789012:nobody')], ['an unknown stage', { stageName: 'nobody' }, notFound('Invalid stage identifier specified')],
    ['an unknown type', { sdkType: 'cobol' }, badRequest('Invalid sdkType specified: cobol')], ['a type that misses its parameter', { sdkType: 'swift' }, badRequest('Missing required SDK parameter: classPrefix')],
    ['a type that is not generated yet', { sdkType: 'swift', parameters: { classPrefix: 'G' } }, badRequest('SDKs of type swift are not generated yet; javascript is.')],
  ])('%s · refused', async (_what, more, fault) => {
    await expect(get(more)).rejects.toEqual(fault);
  });

  it('answers an archive of what is deployed, not of the draft, and the same bytes each time', async () => {
    await putMethod(system, api, api.rootId, 'DELETE');
    const [one, two] = [await get(), await get()];
    expect(one.contentType).toBe('application/octet-stream');
    expect(one.contentDisposition).toMatch(/^attachment; filename="javascript_\d{4}-\d\d-\d\d_\d\d-\d\dZ\.zip"$/);
    expect(Buffer.from(one.body!).equals(Buffer.from(two.body!))).toBe(true);
    const files = unzipSync(one.body!);
    expect(Object.keys(files).sort()).toEqual(['README.md', 'apigClient.d.ts', 'apigClient.js', 'package.json'].map(name => `apiGateway-js-sdk/${name}`).sort());
    const readme = strFromU8(files['apiGateway-js-sdk/README.md']!);
    expect(readme).toContain('| `petsPetIdGet` | `GET /pets/{petId}` |');
    expect(readme).not.toContain('rootDelete');
  });

  it('the client works: paths, queries, headers, keys, signatures and refusals', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'gatehouse-sdk-'));
    const seen: { method: string; url: string; headers: http.IncomingHttpHeaders; body: string }[] = [];
    const server = http.createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (chunk: string) => { body += chunk; }).on('end', () => {
        seen.push({ method: request.method!, url: request.url!, headers: request.headers, body });
        response.writeHead(request.url!.includes('missing') ? 404 : 200, { 'content-type': 'application/json' });
        response.end('{"ok":true}');
      });
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    try {
      writeFileSync(path.join(folder, 'apigClient.cjs'), unzipSync((await get()).body!)['apiGateway-js-sdk/apigClient.js']!);
      interface Client { readonly [name: string]: (params?: object, body?: unknown, more?: object) => Promise<{ status: number; data: unknown }> }
      const { newClient } = createRequire(import.meta.url)(path.join(folder, 'apigClient.cjs')) as { newClient(config: object): Client };
      const client = newClient({ invokeUrl: `http://127.0.0.1:${port}/prod`, accessKey: 'AKIDEXAMPLE', secretKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY', apiKey: 'k'.repeat(20) });
      expect(await client['petsPetIdGet']!({ petId: 'a b/c', colour: 'r&d', 'X-Trace': 't' }, null, { queryParams: { more: ['1', '2'] } })).toMatchObject({ status: 200, data: { ok: true } });
      expect(seen[0]).toMatchObject({ method: 'GET', url: '/prod/pets/a%20b%2Fc?colour=r%26d&more=1&more=2', headers: { 'x-trace': 't', 'x-api-key': 'k'.repeat(20) } });
      expect(seen[0]!.headers.authorization).toBeUndefined();

      await client['petsPost']!({}, { name: 'Rex' }, { queryParams: { q: 'ü (1)' } });
      const [, signed] = seen;
      expect(signed!.body).toBe('{"name":"Rex"}');
      const [rawPath = '', rawQuery = ''] = signed!.url.split('?');
      const rawHeaders = Object.entries(signed!.headers).flatMap(([name, value]) => [name, String(value)]);
      const message = { method: 'POST', rawPath, rawQuery, rawHeaders, body: Buffer.from(signed!.body) };
      const claim = readClaim(message);
      if (claim.refused) throw new Error(claim.message);
      expect(objectTo(claim, { region: 'us-east-1', service: 'execute-api', nowMs: Date.now() })).toBeNull();
      expect(compare(claim, message, signingKey('wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY', claim.date, claim.region, claim.service))).toBeNull();
      expect(compare(claim, { ...message, body: Buffer.from('other') }, signingKey('wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY', claim.date, claim.region, claim.service))).not.toBeNull();

      await expect(client['petsPetIdGet']!({ petId: 'missing' })).rejects.toMatchObject({ response: { status: 404, data: { ok: true } } });
      await expect(client['petsPetIdGet']!({})).rejects.toThrow('petId has no value');
      for (const petId of ['.', '..']) await expect(client['petsPetIdGet']!({ petId })).rejects.toThrow('must not be a dot segment');
      expect(seen).toHaveLength(3);
    } finally {
      server.close();
      rmSync(folder, { recursive: true });
    }
  });
});
