import { generateKeyPairSync } from 'node:crypto';
import {
  CreateBasePathMappingCommand, CreateDeploymentCommand, CreateDomainNameAccessAssociationCommand, CreateDomainNameCommand, DeleteBasePathMappingCommand, DeleteDomainNameAccessAssociationCommand, DeleteDomainNameCommand,
  DeleteRestApiCommand, DeleteStageCommand, GetBasePathMappingCommand, GetBasePathMappingsCommand, GetDomainNameAccessAssociationsCommand, GetDomainNameCommand, GetDomainNamesCommand, GetTagsCommand,
  RejectDomainNameAccessAssociationCommand, TagResourceCommand, UpdateBasePathMappingCommand, UpdateDomainNameCommand, type CreateDomainNameCommandInput, type PatchOperation,
} from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newSelfSigned } from '../src/v1/client-certificates/self-signed.js';
import { badRequest, newMockApi, notFound, refused } from './build-api.js';
import { startSystem, type TestSystem } from './system.js';

let system: TestSystem;
let restApiId: string;
beforeAll(async () => {
  system = await startSystem();
  ({ restApiId } = await newMockApi(system));
  await system.aws.send(new CreateDeploymentCommand({ restApiId, stageName: 'prod' }));
});
beforeEach(() => { system.work.touched.length = 0; });
afterAll(async () => {
  await system.close();
  expect(system.unexpected).toEqual([]);
});

const send: TestSystem['aws']['send'] = ((command: never) => system.aws.send(command)) as never;
const ACM = 'arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555';
let names = 0;
const create = (more: Partial<CreateDomainNameCommandInput> = {}) => send(new CreateDomainNameCommand({ domainName: `d${++names}.example.com`, endpointConfiguration: { types: ['REGIONAL'] }, ...more }));
const patch = (domainName: string, ...patchOperations: PatchOperation[]) => send(new UpdateDomainNameCommand({ domainName, patchOperations }));
const POLICY = '{"Version":"2012-10-17","Statement":[]}';

describe('CreateDomainName', () => {
  it.each([
    ['no host name', { domainName: 'example' }, 'Invalid domain name specified'], ['a path', { domainName: 'a.com/x' }, 'Invalid domain name specified'], ['a star inside', { domainName: 'a.*.com' }, 'Invalid domain name specified'],
    ['a label of dashes', { domainName: '-a.com' }, 'Invalid domain name specified'], ['an empty label', { domainName: 'a..com' }, 'Invalid domain name specified'],
    ['an address', { domainName: '127.0.0.1' }, 'Invalid domain name specified'], ['an address in hex', { domainName: '127.0x1' }, 'Invalid domain name specified'],
    ['two endpoint types', { endpointConfiguration: { types: ['EDGE', 'REGIONAL'] } }, 'Cannot create a domain name with multiple Endpoint Types.'],
    ['an edge certificate on a regional name', { certificateArn: ACM }, 'Certificates of another endpoint type cannot be used with a regional domain name.'],
    ['a regional certificate on an edge name', { endpointConfiguration: { types: ['EDGE'] }, regionalCertificateArn: ACM }, 'Certificates of another endpoint type cannot be used with a edge-optimized domain name.'],
    ['an ARN that is none', { regionalCertificateArn: 'invalid-arn' }, 'Invalid ARN. ARN is not well formed invalid-arn'],
    ['a policy on a public name', { policy: POLICY }, 'policy can only be specified with private domain names.'],
    ['a broken policy', { endpointConfiguration: { types: ['PRIVATE'] }, policy: 'x' }, 'Invalid policy document. Please check the policy syntax and ensure that Principals are valid.'],
    ['mutual TLS at the edge', { endpointConfiguration: { types: ['EDGE'] }, mutualTlsAuthentication: { truststoreUri: 's3://b/k' } }, 'Mutual TLS is only supported for regional domain names.'],
    ['a truststore that is no object', { mutualTlsAuthentication: { truststoreUri: 'https://b/k' } }, 'Invalid truststore URI specified: it must look like s3://bucket/key'],
    ['half a certificate', { certificateBody: 'x', certificateName: 'n' }, 'A certificate needs certificateName, certificateBody and certificatePrivateKey.'],
    ['a certificate that is none', { endpointConfiguration: { types: ['EDGE'] }, certificateName: 'n', certificateBody: 'x', certificatePrivateKey: 'y' }, 'Invalid certificate specified: the body is no certificate in PEM, or the private key is not its key.'],
    ['IPv4 for a private name', { endpointConfiguration: { types: ['PRIVATE'], ipAddressType: 'ipv4' } }, 'Only dualstack ipAddressType is supported for Private domain names.'],
  ] as const)('%s · 400', async (_what, more, message) => {
    await expect(create(more as unknown as Partial<CreateDomainNameCommandInput>)).rejects.toEqual(badRequest(message));
    expect(system.work.touched).toEqual([]);
  });

  it('an enum that does not know the value · the aggregated ValidationException', async () => {
    await expect(create({ endpointConfiguration: { types: ['wrong' as 'EDGE'] } })).rejects.toEqual(refused('ValidationException', "1 validation error detected: Value '[wrong]' at 'createDomainNameInput.endpointConfiguration.types' failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value set: [PRIVATE, EDGE, REGIONAL]]"));
  });

  it('the name is there already · 400, in whatever case', async () => {
    await create({ domainName: 'taken.example.com' });
    await expect(create({ domainName: 'Taken.Example.com' })).rejects.toEqual(badRequest('The domain name you provided already exists.'));
  });

  it('is edge-optimised unless told, with what a DNS record needs', async () => {
    const made = await send(new CreateDomainNameCommand({ domainName: 'Edge.Example.com', certificateArn: ACM, tags: { a: 'b' } }));
    expect(made).toMatchObject({
      domainName: 'edge.example.com', domainNameArn: 'arn:aws:apigateway:us-east-1::/domainnames/edge.example.com', certificateArn: ACM, endpointConfiguration: { types: ['EDGE'], ipAddressType: 'ipv4' },
      domainNameStatus: 'AVAILABLE', securityPolicy: 'TLS_1_2', routingMode: 'BASE_PATH_MAPPING_ONLY', tags: { a: 'b' }, distributionHostedZoneId: 'Z2FDTNDATAQYW2',
    });
    expect(made.distributionDomainName).toMatch(/^e-[a-z0-9]{10}\.execute-api\.localhost$/);
    expect(made.certificateUploadDate).toBeInstanceOf(Date);
    expect([made.domainNameId, made.regionalDomainName, made.policy]).toEqual([undefined, undefined, undefined]);
    const { $metadata: _, ...again } = await send(new GetDomainNameCommand({ domainName: 'EDGE.example.com' }));
    const { $metadata: __, ...first } = made;
    expect(again).toEqual(first);
  });

  it('regional names have addresses of their own and share the hosted zone of their region', async () => {
    const [one, two] = [await create(), await create()];
    expect(one.regionalDomainName).not.toBe(two.regionalDomainName);
    expect(one.regionalHostedZoneId).toMatch(/^Z[A-Z0-9]{10}$/);
    expect(two.regionalHostedZoneId).toBe(one.regionalHostedZoneId);
  });

  it('a private name has an id of its own, and may exist again', async () => {
    const [one, two] = [await create({ domainName: 'private.example.com', endpointConfiguration: { types: ['PRIVATE'] }, policy: POLICY }), await create({ domainName: 'private.example.com', endpointConfiguration: { types: ['PRIVATE'] } })];
    expect(one.domainNameArn).toBe(`arn:aws:apigateway:us-east-1:123456789012:/domainnames/private.example.com+${one.domainNameId}`);
    expect(one.domainNameId).not.toBe(two.domainNameId);
    expect(one.policy).toBe(POLICY);
    await expect(send(new GetDomainNameCommand({ domainName: 'private.example.com' }))).rejects.toEqual(notFound('Invalid domain name identifier specified'));
    expect((await send(new GetDomainNameCommand({ domainName: 'private.example.com', domainNameId: two.domainNameId }))).domainNameId).toBe(two.domainNameId);
    await send(new DeleteDomainNameCommand({ domainName: 'private.example.com', domainNameId: two.domainNameId }));
    expect((await send(new GetDomainNameCommand({ domainName: 'private.example.com' }))).domainNameId).toBe(one.domainNameId);
  });

  it('takes a certificate with its own key, and tells the key nobody', async () => {
    const { certificatePem, privateKeyPem } = await newSelfSigned('mine.example.com', new Date());
    const { privateKey: other } = generateKeyPairSync('ec', { namedCurve: 'P-256', privateKeyEncoding: { type: 'pkcs8', format: 'pem' }, publicKeyEncoding: { type: 'spki', format: 'pem' } });
    const certificate = { domainName: 'mine.example.com', endpointConfiguration: { types: ['EDGE' as const] }, certificateName: 'mine', certificateBody: certificatePem };
    await expect(create({ ...certificate, certificatePrivateKey: other })).rejects.toMatchObject({ name: 'BadRequestException' });
    const made = await create({ ...certificate, certificatePrivateKey: privateKeyPem });
    expect(made.certificateName).toBe('mine');
    const rows = await system.app.get<{ query(sql: string): Promise<unknown> }>((await import('typeorm')).DataSource).query("select fields from domain_names where domain_name = 'mine.example.com'");
    expect(JSON.stringify([made, rows, system.work.named.at(-1)])).not.toContain(privateKeyPem.split('\n')[1]);
  });
});

describe('UpdateDomainName', () => {
  it.each([
    ['an unknown path', { op: 'replace', path: '/domainName', value: 'x' }, 'Invalid patch path /domainName'], ['a verb that is not for it', { op: 'remove', path: '/securityPolicy' }, 'Invalid patch operation specified. Must be one of: [replace]'],
    ['a type that is none', { op: 'replace', path: '/endpointConfiguration/types/0', value: 'OTHER' }, 'Invalid EndpointTypes specified. Valid options are REGIONAL,EDGE,PRIVATE'],
    ['a type that is not there', { op: 'replace', path: '/endpointConfiguration/types/EDGE', value: 'EDGE' }, 'Invalid endpoint type specified'],
    ['no type at all', { op: 'remove', path: '/endpointConfiguration/types', value: 'REGIONAL' }, 'Cannot create a domain name with multiple Endpoint Types.'],
    ['a public name made private', { op: 'replace', path: '/endpointConfiguration/types/0', value: 'PRIVATE' }, 'Cannot create a domain name with multiple Endpoint Types.'],
    ['a truststore version without mutual TLS', { op: 'replace', path: '/mutualTlsAuthentication/truststoreVersion', value: '1' }, 'Mutual TLS is not configured'],
    ['a policy on a public name', { op: 'replace', path: '/policy', value: POLICY }, 'policy can only be specified with private domain names.'],
  ] as const)('%s · 400, and nothing has changed', async (_what, operation, message) => {
    const { $metadata: _, ...before } = await create();
    await expect(patch(before.domainName!, operation)).rejects.toEqual(badRequest(message));
    const { $metadata: __, ...after } = await send(new GetDomainNameCommand({ domainName: before.domainName }));
    expect(after).toEqual(before);
  });

  it('moves from regional to edge, and back, as Terraform and as AWS\'s table write it', async () => {
    const { domainName } = await create({ regionalCertificateArn: ACM });
    const edge = await patch(domainName!, { op: 'remove', path: '/regionalCertificateArn' }, { op: 'add', path: '/certificateArn', value: ACM }, { op: 'replace', path: '/endpointConfiguration/types/0', value: 'EDGE' });
    expect(edge).toMatchObject({ certificateArn: ACM, endpointConfiguration: { types: ['EDGE'] } });
    expect(edge.regionalCertificateArn).toBeUndefined();
    const { $metadata: _, ...back } = await patch(domainName!, { op: 'remove', path: '/certificateArn' }, { op: 'replace', path: '/endpointConfiguration/types/EDGE', value: 'REGIONAL' });
    const { $metadata: __, ...read } = await send(new GetDomainNameCommand({ domainName }));
    expect(read).toEqual(back);
  });

  it('switches mutual TLS on, and off by an empty truststore', async () => {
    const { domainName } = await create();
    const on = await patch(domainName!, { op: 'replace', path: '/mutualTlsAuthentication/truststoreUri', value: 's3://b/k' }, { op: 'replace', path: '/mutualTlsAuthentication/truststoreVersion', value: '7' });
    expect(on.mutualTlsAuthentication).toEqual({ truststoreUri: 's3://b/k', truststoreVersion: '7' });
    expect((await patch(domainName!, { op: 'replace', path: '/mutualTlsAuthentication/truststoreUri', value: '' })).mutualTlsAuthentication).toBeUndefined();
  });

  it('shares a private name with other accounts by its management policy, answered as it was given, until the policy is removed', async () => {
    const { domainName } = await create({ endpointConfiguration: { types: ['PRIVATE'] } });
    expect((await patch(domainName!, { op: 'replace', path: '/managementPolicy', value: POLICY })).managementPolicy).toBe(POLICY);
    expect((await patch(domainName!, { op: 'remove', path: '/managementPolicy' })).managementPolicy).toBeUndefined();
  });
});

describe('GetDomainNames and DeleteDomainName', () => {
  it('pages by name, and shows nobody else\'s', async () => {
    const seen: string[] = [];
    let position: string | undefined;
    do {
      const page = await send(new GetDomainNamesCommand({ limit: 3, ...(position && { position }) }));
      seen.push(...page.items!.map(item => `${item.domainName} ${item.domainNameId ?? ''}`));
      position = page.position;
    } while (position);
    expect(seen).toEqual([...seen].sort());
    expect(new Set(seen).size).toBe(seen.length);
    expect((await send(new GetDomainNamesCommand({ resourceOwner: 'OTHER_ACCOUNTS' }))).items ?? []).toEqual([]);
  });

  it('takes the mappings along, and gateways hear of it', async () => {
    const { domainName } = await create();
    await send(new CreateBasePathMappingCommand({ domainName, restApiId, stage: 'prod' }));
    system.work.touched.length = 0;
    await send(new DeleteDomainNameCommand({ domainName }));
    expect(system.work.touched).toEqual([`domain ${domainName} `]);
    await expect(send(new GetBasePathMappingsCommand({ domainName }))).rejects.toEqual(notFound('Invalid domain name identifier specified'));
    await expect(send(new DeleteDomainNameCommand({ domainName }))).rejects.toEqual(notFound('Invalid domain name identifier specified'));
  });

  it('a domain carries tags by its ARN', async () => {
    const { domainNameArn } = await create();
    await send(new TagResourceCommand({ resourceArn: domainNameArn, tags: { a: '1' } }));
    expect((await send(new GetTagsCommand({ resourceArn: domainNameArn }))).tags).toEqual({ a: '1' });
  });
});

describe('base path mappings', () => {
  it.each([
    ['an unknown domain', { domainName: 'nobody.example.com' }, notFound('Invalid domain name identifier specified')], ['an unknown API', { restApiId: 'nobody' }, badRequest('Invalid REST API identifier specified')],
    ['an unknown stage', { stage: 'nobody' }, badRequest('Invalid stage identifier specified')], ['a path of two segments', { basePath: 'a/b' }, badRequest("Invalid base path specified: it may hold letters, numbers and $-_.+!*'()")],
    ['a dot segment', { basePath: '..' }, badRequest("Invalid base path specified: it may hold letters, numbers and $-_.+!*'()")],
    ['a blank', { basePath: 'a b' }, badRequest("Invalid base path specified: it may hold letters, numbers and $-_.+!*'()")],
  ])('CreateBasePathMapping · %s · refused', async (_what, more, fault) => {
    const { domainName } = await create();
    await expect(send(new CreateBasePathMappingCommand({ domainName, restApiId, stage: 'prod', ...more }))).rejects.toEqual(fault);
  });

  it('the root is (none), with and without being named, and a base path is taken once', async () => {
    const { domainName } = await create();
    system.work.touched.length = 0;
    expect(await send(new CreateBasePathMappingCommand({ domainName, restApiId }))).toMatchObject({ basePath: '(none)', restApiId });
    expect(system.work.touched).toEqual([`domain ${domainName} `]);
    expect((await send(new GetBasePathMappingCommand({ domainName, basePath: '(none)' }))).stage).toBeUndefined();
    for (const basePath of ['(none)', '', undefined]) await expect(send(new CreateBasePathMappingCommand({ domainName, restApiId, ...(basePath !== undefined && { basePath }) }))).rejects.toEqual(refused('ConflictException', 'Base path already exists for this domain name'));
  });

  it.each(['/basePath', '/basepath'])('UpdateBasePathMapping · %s moves it, in one piece with its stage', async path => {
    const { domainName } = await create();
    await send(new CreateBasePathMappingCommand({ domainName, restApiId, basePath: 'v1' }));
    await send(new CreateBasePathMappingCommand({ domainName, restApiId, basePath: 'v9' }));
    const update = (basePath: string, ...patchOperations: PatchOperation[]) => send(new UpdateBasePathMappingCommand({ domainName, basePath, patchOperations }));
    await expect(update('v1', { op: 'replace', path, value: 'v9' })).rejects.toMatchObject({ name: 'ConflictException' });
    await expect(update('v1', { op: 'replace', path, value: 'v2' }, { op: 'replace', path: '/stage', value: 'nobody' })).rejects.toEqual(badRequest('Invalid stage identifier specified'));
    const { $metadata: _, ...moved } = await update('v1', { op: 'replace', path, value: 'v2' }, { op: 'replace', path: '/stage', value: 'prod' });
    expect(moved).toEqual({ basePath: 'v2', restApiId, stage: 'prod' });
    const { $metadata: __, ...read } = await send(new GetBasePathMappingCommand({ domainName, basePath: 'v2' }));
    expect(read).toEqual(moved);
    await expect(send(new GetBasePathMappingCommand({ domainName, basePath: 'v1' }))).rejects.toEqual(notFound('Invalid base path mapping identifier specified'));
    expect(await update('v2', { op: 'replace', path: '/restapiId', value: restApiId }, { op: 'replace', path, value: '' })).toMatchObject({ basePath: '(none)' });
  });

  it('pages, and is deleted once', async () => {
    const { domainName } = await create();
    for (const basePath of ['c', 'a', 'b', '']) await send(new CreateBasePathMappingCommand({ domainName, restApiId, basePath }));
    const first = await send(new GetBasePathMappingsCommand({ domainName, limit: 3 }));
    const second = await send(new GetBasePathMappingsCommand({ domainName, limit: 3, position: first.position }));
    expect([...first.items!, ...second.items!].map(item => item.basePath)).toEqual(['(none)', 'a', 'b', 'c']);
    await send(new DeleteBasePathMappingCommand({ domainName, basePath: 'a' }));
    await expect(send(new DeleteBasePathMappingCommand({ domainName, basePath: 'a' }))).rejects.toEqual(notFound('Invalid base path mapping identifier specified'));
  });

  it('hold their API and their stage', async () => {
    const { restApiId: own } = await newMockApi(system);
    await send(new CreateDeploymentCommand({ restApiId: own, stageName: 'dev' }));
    const { domainName } = await create();
    await send(new CreateBasePathMappingCommand({ domainName, restApiId: own, stage: 'dev' }));
    await expect(send(new DeleteStageCommand({ restApiId: own, stageName: 'dev' }))).rejects.toEqual(badRequest('Please remove all base path mappings related to the stage in your domain name before deleting it.'));
    await expect(send(new DeleteRestApiCommand({ restApiId: own }))).rejects.toEqual(badRequest('Please remove all base path mappings related to the API in your domain name before deleting it.'));
    await send(new DeleteBasePathMappingCommand({ domainName, basePath: '(none)' }));
    await send(new DeleteRestApiCommand({ restApiId: own }));
  });
});

describe('domain name access associations', () => {
  const associate = (domainNameArn: string, accessAssociationSource = 'vpce-0a1b2c3d') => send(new CreateDomainNameAccessAssociationCommand({ domainNameArn, accessAssociationSource, accessAssociationSourceType: 'VPCE' }));

  it('only private domains, only VPC endpoints, only once, only ARNs of ours', async () => {
    const regional = await create();
    const made = await create({ domainName: 'assoc.example.com', endpointConfiguration: { types: ['PRIVATE'] } });
    await expect(associate(regional.domainNameArn!)).rejects.toEqual(badRequest('Access associations can only be created for private domain names.'));
    await expect(associate(made.domainNameArn!, 'eni-1')).rejects.toEqual(badRequest('Invalid access association source specified: it must be the id of a VPC endpoint'));
    await expect(associate('nonsense')).rejects.toEqual(badRequest('Invalid ARN. ARN is not well formed nonsense'));
    await expect(associate('arn:aws:apigateway:us-east-1:123456789012:/domainnames/nobody.example.com+abc')).rejects.toEqual(notFound('Invalid domain name identifier specified'));
    await expect(associate('arn:aws:apigateway:eu-west-1:123456789012:/domainnames/assoc.example.com+abc')).rejects.toEqual(badRequest('Invalid ARN specified in the request'));
    const { $metadata: _, ...association } = await associate(made.domainNameArn!);
    expect(association).toEqual({
      domainNameAccessAssociationArn: 'arn:aws:apigateway:us-east-1:123456789012:/domainnameaccessassociations/domainname/assoc.example.com/vpcesource/vpce-0a1b2c3d', domainNameArn: made.domainNameArn,
      accessAssociationSourceType: 'VPCE', accessAssociationSource: 'vpce-0a1b2c3d', tags: {},
    });
    await expect(associate(made.domainNameArn!)).rejects.toMatchObject({ name: 'ConflictException' });
    await send(new TagResourceCommand({ resourceArn: association.domainNameAccessAssociationArn, tags: { team: 'a' } }));
    expect((await send(new GetTagsCommand({ resourceArn: association.domainNameAccessAssociationArn }))).tags).toEqual({ team: 'a' });
  });

  it('are listed, rejected by the domain\'s owner and deleted by the endpoint\'s, and gateways hear of it', async () => {
    const made = await create({ domainName: 'listed.example.com', endpointConfiguration: { types: ['PRIVATE'] } });
    const [one, two] = [await associate(made.domainNameArn!, 'vpce-1'), await associate(made.domainNameArn!, 'vpce-2')];
    const sources = async () => (await send(new GetDomainNameAccessAssociationsCommand({ limit: 500 }))).items!.filter(item => item.domainNameArn === made.domainNameArn).map(item => item.accessAssociationSource).sort();
    expect(await sources()).toEqual(['vpce-1', 'vpce-2']);
    system.work.touched.length = 0;
    await expect(send(new RejectDomainNameAccessAssociationCommand({ domainNameAccessAssociationArn: one.domainNameAccessAssociationArn, domainNameArn: 'arn:aws:apigateway:us-east-1:123456789012:/domainnames/other.example.com+x' }))).rejects.toEqual(notFound('Invalid domain name access association identifier specified'));
    await send(new RejectDomainNameAccessAssociationCommand({ domainNameAccessAssociationArn: one.domainNameAccessAssociationArn, domainNameArn: made.domainNameArn }));
    await send(new DeleteDomainNameAccessAssociationCommand({ domainNameAccessAssociationArn: two.domainNameAccessAssociationArn }));
    expect(system.work.touched).toEqual([`domain listed.example.com ${made.domainNameId}`, `domain listed.example.com ${made.domainNameId}`]);
    expect(await sources()).toEqual([]);
    await expect(send(new DeleteDomainNameAccessAssociationCommand({ domainNameAccessAssociationArn: two.domainNameAccessAssociationArn }))).rejects.toMatchObject({ name: 'NotFoundException' });
  });
});
