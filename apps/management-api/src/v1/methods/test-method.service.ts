import { Injectable } from '@nestjs/common';
import { type ApiSnapshot, FORMAT, type StageSettings, type TestInvocationAnswer } from '@gatehouse/contract-snapshot';
import { type TestInvokeMethodRequest, type TestInvokeMethodResponse } from '@gatehouse/contract-wire';
import { freezeRestApi } from '@gatehouse/control-freeze';
import { ClientCertificateRow, loadSource, type RestApiSource } from '@gatehouse/control-store';
import { checkHeader } from '../header-rules.js';
import { checkHttpMethod } from '../http-methods.js';
import { noSuchResource } from '../resources/resources.faults.js';
import { scopeOf, type V1UseCase } from '../use-case.js';
import * as faults from './methods.faults.js';
import { TestInvoker } from './test-invoker.js';

/** AWS's name for the stage that a test call sees. */
const TEST_STAGE = 'test-invoke-stage';

/** TestInvokeMethod: the draft as it is now, called once by its owner through a gateway, and told line by line. */
@Injectable()
export class TestMethodService {
  constructor(private readonly invoker: TestInvoker) {}

  async invoke(input: TestInvokeMethodRequest, useCase: V1UseCase): Promise<TestInvokeMethodResponse> {
    const { restApiId, resourceId } = input;
    const verb = checkHttpMethod(input.httpMethod);
    const source = await loadSource(useCase.manager, { ...scopeOf(useCase), restApiId });
    const resource = source?.resources.find(candidate => candidate.id === resourceId);
    if (!source || !resource) throw noSuchResource();
    const method = resource.methods.find(candidate => candidate.httpMethod === verb) ?? resource.methods.find(candidate => candidate.httpMethod === 'ANY');
    if (!method) throw faults.noSuchMethod();
    if (input.clientCertificateId && !(await useCase.manager.existsBy(ClientCertificateRow, { ...scopeOf(useCase), id: input.clientCertificateId }))) throw faults.noSuchCertificate();
    const pathWithQuery = input.pathWithQueryString || resource.path;
    if (!fits(resource.path, pathWithQuery.split('?', 1)[0]!)) throw faults.foreignPath(pathWithQuery, resource.path);
    const answer = await this.invoker.invoke({
      kind: 'test-invoke',
      api: draftOf(source, resourceId),
      stage: stageOf(source, input.stageVariables ?? {}),
      resourceId, httpMethod: method.httpMethod, verb: verb === 'ANY' ? 'GET' : verb,
      pathWithQuery, headers: headersOf(input), body: input.body ?? '',
    });
    return present(answer);
  }
}

/** The frozen draft with nothing but the resource that is called. A method without an integration stays in: calling it tells so. */
function draftOf(source: RestApiSource, resourceId: string): ApiSnapshot {
  return freezeRestApi({ ...source, resources: source.resources.filter(resource => resource.id === resourceId) });
}

const stageOf = ({ accountId, region, api }: RestApiSource, variables: Readonly<Record<string, string>>): StageSettings => ({
  format: FORMAT, kind: 'stage', accountId, region, restApiId: api.id, stageName: TEST_STAGE, deploymentId: '', snapshot: '', variables: { ...variables }, methodSettings: {}, accessLog: null, canary: null,
  tracingEnabled: false, cacheClusterEnabled: false, cacheClusterSize: null, cacheGeneration: 0, authorizerCacheGeneration: 0,
});

/** Whether a path could have led to the resource. */
function fits(template: string, path: string): boolean {
  const source = template.split('/').map(part => (/^\{.*\+\}$/.test(part) ? '.+' : part.startsWith('{') ? '[^/]+' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))).join('/');
  return template === path || new RegExp(`^${source}$`).test(path);
}

/** `multiValueHeaders` wins over `headers` for the names that it has. */
function headersOf({ headers = {}, multiValueHeaders = {} }: TestInvokeMethodRequest): string[] {
  const several = new Set(Object.keys(multiValueHeaders).map(name => name.toLowerCase()));
  const flat: string[] = [];
  for (const [name, values] of Object.entries(multiValueHeaders)) for (const value of values) flat.push(name, value);
  for (const [name, value] of Object.entries(headers)) if (!several.has(name.toLowerCase())) flat.push(name, value);
  for (let i = 0; i < flat.length; i += 2) checkHeader(flat[i]!, flat[i + 1]!);
  return flat;
}

function present({ status, headers: flat, body, log, latencyMs }: TestInvocationAnswer): TestInvokeMethodResponse {
  const multiValueHeaders: Record<string, string[]> = Object.create(null) as Record<string, string[]>;
  for (let i = 0; i < flat.length; i += 2) (multiValueHeaders[flat[i]!] ??= []).push(flat[i + 1]!);
  const headers = Object.fromEntries(Object.entries(multiValueHeaders).map(([name, values]) => [name, values.at(-1)!]));
  return { status, body: Buffer.from(body, 'base64').toString('utf8'), headers, multiValueHeaders, log, latency: latencyMs };
}
