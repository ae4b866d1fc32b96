import * as sdk from '@aws-sdk/client-api-gateway';
import { V1 } from '@gatehouse/contract-wire';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AwsQuotas } from '../../src/platform/aws-quotas.js';
import { startSystem, type TestSystem } from '../system.js';
import { type Full, LIMITS } from './limits.js';
import { type OperationName, Recorder } from './recorder.js';
import { BUILD, TOUR, walk } from './tour.js';
import { ACCOUNT, emptyWorld, type World } from './world.js';

const OPERATIONS = Object.keys(V1) as OperationName[];

describe('TooManyRequestsException', () => {
  it('every operation, once the forty that may come at once have come', async () => {
    const quotas = new AwsQuotas(() => 0);
    for (let calls = 0; calls < 40; calls++) quotas.admit(V1.GetAccount);
    const system = await startSystem({ quotas });
    const recorder = new Recorder(system.aws);
    for (const operation of OPERATIONS) {
      const { status, headers, json, error } = await recorder.send(operation, TOUR.find(step => step.operation === operation)!.input(emptyWorld()) as never);
      expect([operation, status, headers['x-amzn-errortype'], json]).toEqual([operation, 429, 'TooManyRequestsException', { message: 'Too Many Requests' }]);
      expect(error).toBeInstanceOf(sdk.TooManyRequestsException);
      expect([headers['retry-after'], (error as sdk.TooManyRequestsException).retryAfterSeconds]).toEqual([expect.stringMatching(/^[1-9]\d?$/), headers['retry-after']]);
    }
    await system.close();
    expect(system.unexpected).toEqual([]);
  });
});

describe('LimitExceededException', () => {
  let system: TestSystem;
  let recorder: Recorder;
  let world: World;
  let store: DataSource;
  beforeAll(async () => {
    // A minute passes between any two calls: only what is counted can be too much.
    let minutes = 0;
    system = await startSystem({ quotas: new AwsQuotas(() => ++minutes * 60_000) });
    recorder = new Recorder(system.aws);
    ({ world } = await walk(recorder, BUILD));
    store = system.app.get(DataSource);
  });
  afterAll(async () => {
    await system.close();
    expect(system.unexpected).toEqual([]);
  });

  const countOf = async (table: string, only = 'true'): Promise<number> => Number(((await store.query(`select count(*) as n from ${table} where ${only}`)) as { n: string }[])[0]!.n);
  /** Repeats one row of a table under other names until there are as many as may be. */
  async function fill({ table, names, limit, isOfApi, only = 'true', from = only, more = "'{}'::jsonb" }: Full): Promise<void> {
    const api = isOfApi ? `rest_api_id = '${world.restApiId}'` : 'true';
    const others = names.map(name => `'${name}', 'f${limit}x' || n`).join(', ');
    const missing = limit - (await countOf(table, `${api} and ${only}`));
    await store.query(`insert into ${table} select (jsonb_populate_record(t.r, jsonb_build_object(${others}) || ${more})).* from (select r from ${table} r where ${api} and ${from} limit 1) t, generate_series(1, ${Math.max(0, missing)}) n`);
  }
  /** Everything that an operation could have made. */
  const everything = async (): Promise<readonly number[]> => Promise.all(['rest_apis', 'resources', 'stages', 'deployments', 'api_keys', 'usage_plans', 'documentation_parts'].map(table => countOf(table)));

  it.each(LIMITS.map(row => [row.operation, row.full?.limit ?? 'in the call', row] as const))('%s · %s · 429, and nothing is made', async (operation, _, { full, input }) => {
    if (full !== null) await fill(full);
    const before = await everything();
    const { status, headers, json, error } = await recorder.send(operation, input(world) as never);
    expect([status, headers['x-amzn-errortype'], json, headers['retry-after']]).toEqual([429, 'LimitExceededException', { message: expect.stringMatching(/^(Maximum number of .* has been reached|The number of tags cannot exceed 50)/) as string }, '60']);
    expect(error).toBeInstanceOf(sdk.LimitExceededException);
    expect((error as sdk.LimitExceededException).retryAfterSeconds).toBe('60');
    expect(await everything()).toEqual(before);
  });

  it('of ten at once for the last place one gets it, time after time', async () => {
    for (let round = 0; round < 5; round++) {
      const { output } = await recorder.send('GetVpcLinks', {});
      await recorder.send('DeleteVpcLink', { vpcLinkId: output!.items!.find(item => item.id !== world.vpcLinkId)!.id });
      const answers = await Promise.all(Array.from({ length: 10 }, () => recorder.send('CreateVpcLink', { name: 'last', targetArns: [`arn:aws:elasticloadbalancing:us-east-1:${ACCOUNT}:loadbalancer/net/a/1`] })));
      expect(answers.map(({ status }) => status).sort()).toEqual([202, ...Array.from({ length: 9 }, () => 429)]);
      expect(await countOf('vpc_links')).toBe(20);
    }
  });
});
