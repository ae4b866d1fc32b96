import { Injectable } from '@nestjs/common';
import { fullMatch } from '@gatehouse/contract-text';
import { type TestInvokeAuthorizerRequest, type TestInvokeAuthorizerResponse } from '@gatehouse/contract-wire';
import { type AuthorizerRow } from '@gatehouse/control-store';
import { type V1UseCase } from '../use-case.js';
import { type AuthorizerCall, AuthorizerInvoker, type AuthorizerVerdict } from './authorizer-invoker.js';
import { readTarget, type AuthorizerTarget } from './authorizer-target.js';
import { sourcesOf } from './authorizer.rules.js';
import { executionLog, masked } from './execution-log.js';
import { findAuthorizer } from './find-authorizer.js';
import { identityValue, readTestRequest, type TestRequest } from './test-request.js';

/** Where the functions of a region are called, as the log names it. */
const endpoint = ({ region, functionArn }: AuthorizerTarget): string => `https://lambda.${region}.amazonaws.com/2015-03-31/functions/${functionArn}/invocations`;

@Injectable()
export class TestInvokeAuthorizerService {
  constructor(private readonly invoker: AuthorizerInvoker) {}

  /** What the gateway would do with a request that the caller makes up: the identity is looked for first, and only who has one is asked about. */
  async test(input: TestInvokeAuthorizerRequest, useCase: V1UseCase): Promise<TestInvokeAuthorizerResponse> {
    const startedAt = performance.now();
    const row = await findAuthorizer(useCase, input.restApiId, input.authorizerId);
    const { requestId, now } = useCase;
    const lines = [`Starting authorizer: ${row.id} for request: ${requestId}`];
    const answer = (verdict: AuthorizerVerdict): TestInvokeAuthorizerResponse => ({
      ...outcome(verdict),
      log: executionLog(requestId, now, [...lines, ...verdict.lines]),
      latency: Math.round(performance.now() - startedAt),
    });
    const request = readTestRequest(input);
    const identity = identityOf(row, request);
    if (!identity) return answer({ kind: 'unauthorized', lines: [`Unauthorized request: ${requestId}`] });
    lines.push(`Incoming identity: ${shown(row, identity)}`);
    const target = targetOf(row, request);
    if (target === 'unknown') return answer({ kind: 'failed', lines: ['Execution failed due to configuration error: Invalid endpoint address', 'AuthorizerConfigurationException'] });
    if (target) lines.push(`Endpoint request URI: ${endpoint(target)}`);
    const call: AuthorizerCall = { authorizerId: row.id, fields: row.fields, target, identity, request };
    return answer(await this.invoker.invoke(call));
  }
}

/**
 * The values of all identity sources, or null when one is missing, or a token does not have the form that it must have. Without caching a REQUEST
 * authorizer is asked whatever is missing.
 */
function identityOf({ fields }: AuthorizerRow, request: TestRequest): ReadonlyMap<string, string> | null {
  const isOptional = fields.type === 'REQUEST' && fields.authorizerResultTtlInSeconds === 0;
  const identity = new Map<string, string>();
  for (const source of sourcesOf(fields.identitySource)) {
    const value = identityValue(request, source);
    if (value !== null) identity.set(source, value);
    else if (!isOptional) return null;
  }
  const expression = fields.type === 'TOKEN' ? fields.identityValidationExpression : null;
  if (expression !== null && ![...identity.values()].every(fullMatch(expression))) return null;
  return identity;
}

/** A token stands alone; the values of a request stand behind their sources. */
const shown = ({ fields }: AuthorizerRow, identity: ReadonlyMap<string, string>): string =>
  (fields.type === 'REQUEST' ? `{${[...identity].map(([source, value]) => `${source}=${masked(value)}`).join(', ')}}` : [...identity.values()].map(masked).join(''));

/** The function with stage variables put in; null for user pools, which are no function. */
function targetOf({ fields }: AuthorizerRow, { stageVariables }: TestRequest): AuthorizerTarget | null | 'unknown' {
  if (fields.type === 'COGNITO_USER_POOLS') return null;
  const uri = (fields.authorizerUri ?? '').replace(/\$\{stageVariables\.(\w+)\}/g, (_, name: string) => stageVariables.get(name) ?? '');
  const target = readTarget(uri);
  return target && target.functionArn.startsWith('arn:') ? target : 'unknown';
}

/** AWS's numbers: 0 for an authorizer that decided, else the status that the caller would have seen. */
function outcome(verdict: AuthorizerVerdict): Pick<TestInvokeAuthorizerResponse, 'clientStatus' | 'principalId' | 'policy' | 'authorization' | 'claims'> {
  if (verdict.kind !== 'decided') return { clientStatus: verdict.kind === 'unauthorized' ? 401 : 500 };
  const { principalId, policy, authorization, claims } = verdict;
  return { clientStatus: 0, principalId: principalId ?? undefined, policy: policy ?? undefined, authorization, claims: claims ?? undefined };
}
