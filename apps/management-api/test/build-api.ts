import {
  CreateResourceCommand, CreateRestApiCommand, PutIntegrationCommand, PutIntegrationResponseCommand, PutMethodCommand, PutMethodResponseCommand, type PutIntegrationCommandInput, type PutMethodCommandInput,
} from '@aws-sdk/client-api-gateway';
import { expect } from 'vitest';
import { type TestSystem } from './system.js';

/** An API under construction, as a person builds one with AWS's client. */
export interface Draft { readonly restApiId: string; readonly rootId: string }

/** What a refusal of AWS's client looks like. */
export const refused = (name: string, message: string): unknown => expect.objectContaining({ name, message });
/** The same for faults that share a name. */
export const badRequest = (message: string): unknown => refused('BadRequestException', message);
export const notFound = (message: string): unknown => refused('NotFoundException', message);

export async function newApi({ aws }: TestSystem, name = 'pets'): Promise<Draft> {
  const made = await aws.send(new CreateRestApiCommand({ name }));
  return { restApiId: made.id!, rootId: made.rootResourceId! };
}

export async function newResource({ aws }: TestSystem, { restApiId }: Draft, parentId: string, pathPart: string): Promise<string> {
  return (await aws.send(new CreateResourceCommand({ restApiId, parentId, pathPart }))).id!;
}

export async function putMethod({ aws }: TestSystem, { restApiId }: Draft, resourceId: string, httpMethod = 'GET', more: Partial<PutMethodCommandInput> = {}): Promise<void> {
  await aws.send(new PutMethodCommand({ restApiId, resourceId, httpMethod, authorizationType: 'NONE', ...more }));
}

export async function putIntegration({ aws }: TestSystem, { restApiId }: Draft, resourceId: string, httpMethod = 'GET', more: Partial<PutIntegrationCommandInput> = {}): Promise<void> {
  await aws.send(new PutIntegrationCommand({ restApiId, resourceId, httpMethod, type: 'MOCK', ...more }));
}

/** `GET /` with a MOCK integration that answers 200: the least that can be deployed. */
export async function newMockApi(system: TestSystem): Promise<Draft> {
  const draft = await newApi(system);
  const place = { restApiId: draft.restApiId, resourceId: draft.rootId, httpMethod: 'GET' };
  await putMethod(system, draft, draft.rootId);
  await putIntegration(system, draft, draft.rootId, 'GET', { requestTemplates: { 'application/json': '{"statusCode": 200}' } });
  await system.aws.send(new PutMethodResponseCommand({ ...place, statusCode: '200', responseParameters: { 'method.response.header.x-kind': false } }));
  await system.aws.send(new PutIntegrationResponseCommand({ ...place, statusCode: '200', responseTemplates: { 'application/json': '{"ok": true}' } }));
  return draft;
}
