import { CreateAuthorizerCommand, CreateRestApiCommand, GetAccountCommand, GetAuthorizersCommand, GetRestApiCommand, TooManyRequestsException, LimitExceededException } from '@aws-sdk/client-api-gateway';
import { V1 } from '@gatehouse/contract-wire';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AwsQuotas } from '../src/platform/aws-quotas.js';
import { startPlatform, type Platform } from './platform.js';

describe('AWS\'s rates', () => {
  const until = (quotas: AwsQuotas, name: keyof typeof V1): number => {
    for (let calls = 0; calls < 1_000; calls++) {
      try {
        quotas.admit(V1[name]);
      } catch {
        return calls;
      }
    }
    return Infinity;
  };

  it.each([['CreateRestApi', 1], ['CreateResource', 5], ['GetResources', 5], ['CreateDomainName', 1], ['GetRestApi', 40], ['PutMethod', 40]] as const)('%s is taken %i times at once', (name, calls) => {
    expect(until(new AwsQuotas(() => 0), name)).toBe(calls);
  });

  it('all operations share forty, which come back at ten a second', () => {
    let now = 0;
    const quotas = new AwsQuotas(() => now);
    expect(until(quotas, 'GetStage') + until(quotas, 'GetModel')).toBe(40);
    now = 1_000;
    expect(until(quotas, 'GetStage')).toBe(10);
  });

  it('a refused call costs nothing, and says when to come again', () => {
    let now = 0;
    const quotas = new AwsQuotas(() => now);
    quotas.admit(V1.DeleteRestApi);
    for (let i = 0; i < 100; i++) expect(() => quotas.admit(V1.DeleteRestApi)).toThrow(expect.objectContaining({ code: 'TooManyRequestsException', headers: { 'Retry-After': '30' } }) as Error);
    expect(until(quotas, 'GetStage')).toBe(39);
    now = 30_000;
    expect(() => quotas.admit(V1.DeleteRestApi)).not.toThrow();
  });
});

describe('GATEHOUSE_CONTROL_LIMITS=aws', () => {
  let platform: Platform;
  beforeAll(async () => { platform = await startPlatform({ GATEHOUSE_CONTROL_LIMITS: 'aws' }); });
  afterAll(async () => {
    await platform.close();
    expect(platform.unexpected).toEqual([]);
  });

  it('refuses in AWS\'s words, and the refused call has made nothing', async () => {
    const aws = platform.aws();
    const { id: restApiId } = await aws.send(new CreateRestApiCommand({ name: 'one' }));
    const error = await aws.send(new CreateRestApiCommand({ name: 'two' })).catch((refusal: unknown) => refusal);
    expect(error).toBeInstanceOf(TooManyRequestsException);
    expect(error).toMatchObject({ message: 'Too Many Requests', retryAfterSeconds: '3', $metadata: { httpStatusCode: 429 } });
    for (let i = 0; i < 10; i++) await aws.send(new CreateAuthorizerCommand({ restApiId, name: `a${i}`, type: 'COGNITO_USER_POOLS', providerARNs: ['arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_abcdefghi'] }));
    const limit = await aws.send(new CreateAuthorizerCommand({ restApiId, name: 'eleven', type: 'COGNITO_USER_POOLS', providerARNs: ['arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_abcdefghi'] })).catch((refusal: unknown) => refusal);
    expect(limit).toBeInstanceOf(LimitExceededException);
    expect(limit).toMatchObject({ message: 'Maximum number of authorizers for this API has been reached. Please contact AWS if you need additional authorizers.', retryAfterSeconds: '60' });
    expect((await aws.send(new GetAuthorizersCommand({ restApiId, limit: 500 }))).items).toHaveLength(10);
    expect((await aws.send(new GetRestApiCommand({ restApiId }))).name).toBe('one');
  });
});

describe('without it', () => {
  it('nobody is slowed down', async () => {
    const platform = await startPlatform();
    await Promise.all(Array.from({ length: 60 }, () => platform.aws().send(new GetAccountCommand({}))));
    await platform.close();
    expect(platform.unexpected).toEqual([]);
  });
});
