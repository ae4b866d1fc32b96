import {
  CreateVpcLinkCommand, DeleteVpcLinkCommand, GetTagsCommand, GetVpcLinkCommand, GetVpcLinksCommand, TagResourceCommand, UntagResourceCommand, UpdateVpcLinkCommand, type CreateVpcLinkCommandInput,
} from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { badRequest, newApi, notFound, putIntegration, putMethod } from './build-api.js';
import { startSystem, type TestSystem } from './system.js';

let system: TestSystem;
beforeAll(async () => { system = await startSystem(); });
beforeEach(() => { system.work.touched.length = 0; });
afterAll(async () => {
  await system.close();
  expect(system.unexpected).toEqual([]);
});

const send: TestSystem['aws']['send'] = ((command: never) => system.aws.send(command)) as never;
const NLB = 'arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/my-nlb/1234567890abcdef';
const create = (more: Partial<CreateVpcLinkCommandInput> = {}) => send(new CreateVpcLinkCommand({ name: 'inside', targetArns: [NLB], ...more }));
const NOBODY = notFound('Invalid Vpc Link identifier specified');

describe('VPC links', () => {
  it.each([
    ['Get', new GetVpcLinkCommand({ vpcLinkId: 'nobody' })], ['Delete', new DeleteVpcLinkCommand({ vpcLinkId: 'nobody' })], ['Update', new UpdateVpcLinkCommand({ vpcLinkId: 'nobody', patchOperations: [{ op: 'replace', path: '/name', value: 'x' }] })],
  ])('%sVpcLink · unknown id · 404', async (_name, command) => {
    await expect(system.aws.send(command as GetVpcLinkCommand)).rejects.toEqual(NOBODY);
  });

  it.each([
    ['an empty name', { name: '' }, 'Name cannot be empty'], ['no target', { targetArns: [] }, 'Exactly one target ARN must be specified'], ['two targets', { targetArns: [NLB, NLB] }, 'Exactly one target ARN must be specified'],
    ['a target that is no load balancer', { targetArns: ['arn:aws:s3:::bucket'] }, 'Invalid ARN. ARN is not well formed arn:aws:s3:::bucket'],
    ['an upstream that is no origin', { tags: { 'gatehouse:target': '10.0.0.5' } }, 'Invalid tag gatehouse:target specified: it must be an origin, such as http://10.0.0.5:8080'],
    ['an upstream with a path', { tags: { 'gatehouse:target': 'http://10.0.0.5/admin' } }, 'Invalid tag gatehouse:target specified: it must be an origin, such as http://10.0.0.5:8080'],
  ])('CreateVpcLink · %s · 400', async (_what, more, message) => {
    await expect(create(more)).rejects.toEqual(badRequest(message));
    expect(system.work.touched).toEqual([]);
  });

  it('is available as soon as it is made, answers 202, and gateways hear of it', async () => {
    const made = await create({ description: 'd', tags: { 'gatehouse:target': 'http://10.0.0.5:8080' } });
    expect(made.$metadata.httpStatusCode).toBe(202);
    expect(system.work.touched).toEqual([`vpc-link ${made.id}`]);
    const { $metadata: _, ...answer } = made;
    expect(answer).toEqual({ id: made.id, name: 'inside', description: 'd', targetArns: [NLB], status: 'AVAILABLE', statusMessage: 'Your vpc link is ready for use', tags: { 'gatehouse:target': 'http://10.0.0.5:8080' } });
    const { $metadata: __, ...read } = await send(new GetVpcLinkCommand({ vpcLinkId: made.id }));
    expect(read).toEqual(answer);
  });

  it('UpdateVpcLink · changes name and description, and lists what it can', async () => {
    const { id: vpcLinkId } = await create();
    await expect(send(new UpdateVpcLinkCommand({ vpcLinkId, patchOperations: [{ op: 'replace', path: '/targetArns', value: NLB }] }))).rejects.toEqual(badRequest("Invalid patch path  '/targetArns' specified for op 'replace'. Must be one of: [/name, /description]"));
    await expect(send(new UpdateVpcLinkCommand({ vpcLinkId, patchOperations: [{ op: 'replace', path: '/name', value: '' }] }))).rejects.toEqual(badRequest('Name cannot be empty'));
    expect(await send(new UpdateVpcLinkCommand({ vpcLinkId, patchOperations: [{ op: 'replace', path: '/name', value: 'n' }, { op: 'replace', path: '/description', value: 'x' }] }))).toMatchObject({ name: 'n', description: 'x' });
  });

  it('its target is moved by a tag, which is checked and told to gateways', async () => {
    const { id } = await create();
    const resourceArn = `arn:aws:apigateway:us-east-1::/vpclinks/${id}`;
    system.work.touched.length = 0;
    await expect(send(new TagResourceCommand({ resourceArn, tags: { 'gatehouse:target': 'nonsense' } }))).rejects.toMatchObject({ name: 'BadRequestException' });
    expect(system.work.touched).toEqual([]);
    await send(new TagResourceCommand({ resourceArn, tags: { 'gatehouse:target': 'https://10.0.0.6' } }));
    await send(new UntagResourceCommand({ resourceArn, tagKeys: ['gatehouse:target'] }));
    expect(system.work.touched).toEqual([`vpc-link ${id}`, `vpc-link ${id}`]);
    expect((await send(new GetTagsCommand({ resourceArn }))).tags).toEqual({});
  });

  it('pages, and is held by the integrations that use it', async () => {
    const { id: vpcLinkId } = await create();
    const api = await newApi(system);
    await putMethod(system, api, api.rootId);
    await putIntegration(system, api, api.rootId, 'GET', { type: 'HTTP_PROXY', integrationHttpMethod: 'GET', uri: 'http://inside.example/', connectionType: 'VPC_LINK', connectionId: vpcLinkId! });
    await expect(send(new DeleteVpcLinkCommand({ vpcLinkId }))).rejects.toEqual(badRequest(`Cannot delete vpc link. Vpc link '${vpcLinkId}', is referenced in [GET:${api.rootId}:${api.restApiId}]`));
    const seen: string[] = [];
    let position: string | undefined;
    do {
      const page = await send(new GetVpcLinksCommand({ limit: 2, ...(position && { position }) }));
      seen.push(...page.items!.map(item => item.id!));
      position = page.position;
    } while (position);
    expect([seen.includes(vpcLinkId!), new Set(seen).size]).toEqual([true, seen.length]);
    const { id: free } = await create();
    await send(new DeleteVpcLinkCommand({ vpcLinkId: free }));
    await expect(send(new GetVpcLinkCommand({ vpcLinkId: free }))).rejects.toEqual(NOBODY);
  });
});
