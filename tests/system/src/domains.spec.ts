import {
  CreateBasePathMappingCommand, CreateDomainNameCommand, CreateVpcLinkCommand, DeleteBasePathMappingCommand, DeleteDomainNameCommand, TagResourceCommand, UpdateBasePathMappingCommand, UpdateRestApiCommand,
  type APIGatewayClient, type ServiceOutputTypes,
} from '@aws-sdk/client-api-gateway';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { ask } from './http.js';
import { OwnRest } from './own-rest.js';
import { freePort } from './product.js';
import { addMethod, client, deploy, newApi, type PetApi } from './pet-api.js';
import { changedEverywhere } from './revisions.js';

const reach = inject('system');
let aws: APIGatewayClient;
let rest: OwnRest;
beforeAll(async () => {
  aws = client(reach);
  rest = await OwnRest.signIn(reach);
});

const everywhere = (change: (aws: APIGatewayClient) => Promise<ServiceOutputTypes>): Promise<unknown> => changedEverywhere(aws, rest, change);
const call = async (host: string, path: string): Promise<string> => {
  const { status, body } = await ask(`${reach.gatewayUrl}${path}`, { host });
  return status === 200 ? body : `${status}`;
};

async function said(word: string): Promise<PetApi> {
  const api = await newApi(aws, word);
  await addMethod(aws, api.restApiId, api.rootId, 'word', { integration: { type: 'MOCK' }, responseTemplate: `${word} $context.path $context.domainName` });
  await rest.served(api.restApiId, await deploy(aws, api.restApiId));
  return api;
}

describe('a custom domain, from AWS\'s calls to the answer', () => {
  it('leads to what its mappings say, at once, and nowhere else', async () => {
    const [one, two] = [await said('one'), await said('two')];
    const domainName = 'words.example.com';
    await aws.send(new CreateDomainNameCommand({ domainName, endpointConfiguration: { types: ['REGIONAL'] } }));
    await everywhere(client => client.send(new CreateBasePathMappingCommand({ domainName, basePath: 'v1', restApiId: one.restApiId, stage: 'dev' })));
    expect([await call(domainName, '/v1/word'), await call(domainName, '/v10/word'), await call(domainName, '/word')]).toEqual(['one /v1/word words.example.com', '403', '403']);
    await everywhere(client => client.send(new CreateBasePathMappingCommand({ domainName, restApiId: two.restApiId, stage: 'dev' })));
    expect(await call(domainName, '/word')).toBe('two /word words.example.com');
    await everywhere(client => client.send(new UpdateBasePathMappingCommand({ domainName, basePath: 'v1', patchOperations: [{ op: 'replace', path: '/basePath', value: 'v2' }] })));
    expect([await call(domainName, '/v2/word'), await call(domainName, '/v1/word')]).toEqual(['one /v2/word words.example.com', '403']);

    // The default address is switched off with a deployment; the domain still leads there.
    await aws.send(new UpdateRestApiCommand({ restApiId: one.restApiId, patchOperations: [{ op: 'replace', path: '/disableExecuteApiEndpoint', value: 'true' }] }));
    await rest.served(one.restApiId, await deploy(aws, one.restApiId));
    expect([await call(one.host, '/dev/word'), await call(domainName, '/v2/word')]).toEqual(['403', 'one /v2/word words.example.com']);

    await everywhere(client => client.send(new DeleteBasePathMappingCommand({ domainName, basePath: '(none)' })));
    expect(await call(domainName, '/word')).toBe('403');
    await everywhere(client => client.send(new DeleteDomainNameCommand({ domainName })));
    expect(await call(domainName, '/v2/word')).toBe('403');
  });
});

describe('a VPC link, from AWS\'s calls to the answer', () => {
  it('is a private upstream under a name, which a tag moves without a deployment', async () => {
    const targetArns = ['arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/pets/1234567890abcdef'];
    const { id: connectionId } = await aws.send(new CreateVpcLinkCommand({ name: 'pets', targetArns, tags: { 'gatehouse:target': reach.petstoreUrl } }));
    const api = await newApi(aws, 'linked');
    await addMethod(aws, api.restApiId, api.rootId, 'pet', { integration: { type: 'HTTP_PROXY', uri: 'http://pets.internal/pets/2', connectionType: 'VPC_LINK', connectionId: connectionId! } });
    await rest.served(api.restApiId, await deploy(aws, api.restApiId));
    expect(JSON.parse(await call(api.host, '/dev/pet'))).toMatchObject({ id: 2, name: 'Tom' });
    const resourceArn = `arn:aws:apigateway:${reach.region}::/vpclinks/${connectionId}`;
    const nobody = `http://127.0.0.1:${await freePort()}`;
    await everywhere(client => client.send(new TagResourceCommand({ resourceArn, tags: { 'gatehouse:target': nobody } })));
    expect(await call(api.host, '/dev/pet')).toBe('504');
    await everywhere(client => client.send(new TagResourceCommand({ resourceArn, tags: { 'gatehouse:target': reach.petstoreUrl } })));
    expect(await call(api.host, '/dev/pet')).toContain('Tom');
  });
});
