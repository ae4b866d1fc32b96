import { CreateDeploymentCommand, FlushStageAuthorizersCacheCommand, FlushStageCacheCommand, GetStageCommand } from '@aws-sdk/client-api-gateway';
import { StageRow } from '@gatehouse/control-store';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newMockApi, notFound } from './build-api.js';
import { startSystem, type TestSystem } from './system.js';

let system: TestSystem;
beforeAll(async () => { system = await startSystem(); });
afterAll(async () => {
  await system.close();
  expect(system.unexpected).toEqual([]);
});

describe.each([['FlushStageCache', FlushStageCacheCommand, 'cacheGeneration'], ['FlushStageAuthorizersCache', FlushStageAuthorizersCacheCommand, 'authorizerCacheGeneration']] as const)('%s', (_name, Command, generation) => {
  it('an unknown API or stage · 404', async () => {
    const { restApiId } = await newMockApi(system);
    await expect(system.aws.send(new Command({ restApiId: 'nobody', stageName: 'prod' }))).rejects.toEqual(notFound('Invalid API identifier specified 123456789012:nobody'));
    await expect(system.aws.send(new Command({ restApiId, stageName: 'prod' }))).rejects.toEqual(notFound('Invalid stage identifier specified'));
  });

  it('answers 202, tells gateways, and shows nothing in the stage', async () => {
    const { restApiId } = await newMockApi(system);
    await system.aws.send(new CreateDeploymentCommand({ restApiId, stageName: 'prod' }));
    const { $metadata: _before, ...before } = await system.aws.send(new GetStageCommand({ restApiId, stageName: 'prod' }));
    for (const round of [1, 2]) {
      system.work.touched.length = 0;
      const { $metadata } = await system.aws.send(new Command({ restApiId, stageName: 'prod' }));
      expect([$metadata.httpStatusCode, system.work.touched]).toEqual([202, [`stage ${restApiId}/prod`]]);
      const row = await system.app.get(DataSource).manager.findOneByOrFail(StageRow, { restApiId, stageName: 'prod' });
      expect(row.fields[generation]).toBe(round);
    }
    const { $metadata: _after, ...after } = await system.aws.send(new GetStageCommand({ restApiId, stageName: 'prod' }));
    expect({ ...after, lastUpdatedDate: null }).toEqual({ ...before, lastUpdatedDate: null });
  });

  it('another version than the caller read · 412', async () => {
    const { restApiId } = await newMockApi(system);
    await system.aws.send(new CreateDeploymentCommand({ restApiId, stageName: 'prod' }));
    const kind = generation === 'cacheGeneration' ? 'data' : 'authorizers';
    expect((await system.request('DELETE', `/restapis/${restApiId}/stages/prod/cache/${kind}`, undefined, { 'if-match': '"9"' })).status).toBe(412);
  });
});
