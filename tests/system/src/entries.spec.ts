import {
  CreateBasePathMappingCommand, CreateDomainNameAccessAssociationCommand, CreateDomainNameCommand, DeleteDomainNameAccessAssociationCommand, UpdateRestApiCommand, type APIGatewayClient, type EndpointType,
} from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask } from './http.js';
import { OwnRest } from './own-rest.js';
import { addMethod, client, deploy, newApi, type PetApi } from './pet-api.js';
import { dispose, freePort, startProduct, type Product } from './product.js';
import { changedEverywhere } from './revisions.js';

const LONG = 60_000;
let product: Product;
let aws: APIGatewayClient;
let rest: OwnRest;
let insideUrl: string;

/** A product whose gateway serves regional APIs in public, and private ones where a VPC endpoint leads. */
beforeAll(async () => {
  const port = await freePort();
  insideUrl = `http://127.0.0.1:${port}`;
  product = await startProduct({ environment: { GATEHOUSE_GATEWAY_LABELS: 'regional', GATEHOUSE_PRIVATE_LISTENERS: `vpce-0a1b2c3d=${port}` } });
  aws = client(product);
  rest = await OwnRest.signIn(product);
}, LONG);
afterAll(() => dispose(product), LONG);

async function served(type: EndpointType, vpcEndpointId?: string): Promise<PetApi> {
  const api = await newApi(aws, type);
  await addMethod(aws, api.restApiId, api.rootId, 'word', { integration: { type: 'MOCK' }, responseTemplate: type });
  await aws.send(new UpdateRestApiCommand({
    restApiId: api.restApiId,
    patchOperations: [{ op: 'replace', path: '/endpointConfiguration/types/EDGE', value: type }, ...(vpcEndpointId ? [{ op: 'add' as const, path: '/endpointConfiguration/vpcEndpointIds', value: vpcEndpointId }] : [])],
  }));
  await rest.served(api.restApiId, await deploy(aws, api.restApiId));
  return api;
}
const call = async (url: string, host: string, path = '/dev/word'): Promise<string> => {
  const { status, body } = await ask(`${url}${path}`, { host });
  return status === 200 ? body : `${status}`;
};
const both = async (host: string, path?: string): Promise<readonly string[]> => [await call(product.gatewayUrl, host, path), await call(insideUrl, host, path)];

it('an API is served where its kind is: regional in public, edge at another gateway, private behind its VPC endpoint alone', async () => {
  expect(await both((await served('REGIONAL')).host)).toEqual(['REGIONAL', '403']);
  expect(await both((await served('EDGE')).host)).toEqual(['403', '403']);
  expect(await both((await served('PRIVATE')).host)).toEqual(['403', 'PRIVATE']);
  expect(await both((await served('PRIVATE', 'vpce-0a1b2c3d')).host)).toEqual(['403', 'PRIVATE']);
  expect(await both((await served('PRIVATE', 'vpce-9f9f9f9f')).host)).toEqual(['403', '403']);
}, LONG);

it('a private domain is reached through the endpoints that are associated with it, for as long as they are', async () => {
  const api = await served('PRIVATE');
  const domainName = 'inside.example.com';
  const { domainNameArn, domainNameId } = await aws.send(new CreateDomainNameCommand({ domainName, endpointConfiguration: { types: ['PRIVATE'] } }));
  await changedEverywhere(aws, rest, sender => sender.send(new CreateBasePathMappingCommand({ domainName, domainNameId, restApiId: api.restApiId, stage: 'dev' })));
  expect(await both(domainName, '/word')).toEqual(['403', '403']);
  let arn: string | undefined;
  await changedEverywhere(aws, rest, async sender => {
    const made = await sender.send(new CreateDomainNameAccessAssociationCommand({ domainNameArn, accessAssociationSource: 'vpce-0a1b2c3d', accessAssociationSourceType: 'VPCE' }));
    arn = made.domainNameAccessAssociationArn;
    return made;
  });
  expect(await both(domainName, '/word')).toEqual(['403', 'PRIVATE']);
  await changedEverywhere(aws, rest, sender => sender.send(new DeleteDomainNameAccessAssociationCommand({ domainNameAccessAssociationArn: arn })));
  expect(await both(domainName, '/word')).toEqual(['403', '403']);
}, LONG);
