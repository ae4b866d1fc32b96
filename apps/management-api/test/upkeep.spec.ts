import { CreateApiKeyCommand, CreateDeploymentCommand, CreateRestApiCommand, GetResourcesCommand, PutIntegrationCommand, PutMethodCommand } from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DataSource } from 'typeorm';
import { Sweeper } from '../src/publish/sweeper.js';
import { Partitions } from '../src/telemetry/partitions.js';
import { startPlatform, type Platform } from './platform.js';

let platform: Platform;
let store: DataSource;
beforeAll(async () => {
  platform = await startPlatform({ GATEHOUSE_METRICS_RETENTION_DAYS: '3' });
  store = platform.app.get(DataSource);
});
afterAll(async () => {
  await platform.close();
  expect(platform.unexpected).toEqual([]);
});

const age = (table: string, column: string): Promise<unknown> => store.query(`update ${table} set ${column} = now() - interval '2 days'`);
const digests = async (): Promise<readonly string[]> => ((await store.query('select digest from documents order by digest')) as { digest: string }[]).map(row => row.digest);

describe('the sweep', () => {
  it('keeps what a pointer or a deployment names and the newest revision, and takes the rest after a day', async () => {
    const aws = platform.aws();
    const { id } = await aws.send(new CreateRestApiCommand({ name: 'swept' }));
    const { items } = await aws.send(new GetResourcesCommand({ restApiId: id! }));
    const place = { restApiId: id!, resourceId: items![0]!.id!, httpMethod: 'GET' };
    await aws.send(new PutMethodCommand({ ...place, authorizationType: 'NONE' }));
    await aws.send(new PutIntegrationCommand({ ...place, type: 'MOCK' }));
    await aws.send(new CreateDeploymentCommand({ restApiId: id! }));
    await aws.send(new CreateApiKeyCommand({ name: 'pointed at', enabled: true }));
    await store.query("insert into documents (account_id, region, digest, kind, body) values ('123456789012', 'us-east-1', 'nobody-names-me', 'key', '{}')");
    const before = await digests();

    await platform.app.get(Sweeper, { strict: false }).sweep();
    expect(await digests()).toEqual(before);
    await age('documents', 'updated_at');
    await age('revisions', 'created_at');
    await platform.app.get(Sweeper, { strict: false }).sweep();

    expect(await digests()).toEqual(before.filter(digest => digest !== 'nobody-names-me'));
    const named: { digest: string }[] = await store.query('select snapshot_digest as digest from deployments union select digest from pointers');
    expect(await digests()).toEqual(expect.arrayContaining(named.map(row => row.digest)));
    const revisions: { n: string }[] = await store.query('select n from revisions');
    expect(revisions).toHaveLength(1);
  });
});

describe('partitions of metrics', () => {
  const names = async (): Promise<readonly string[]> => ((await store.query("select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid join pg_class p on p.oid = i.inhparent where p.relname = 'metric_minutes' order by 1")) as { name: string }[]).map(row => row.name.slice(-8));

  it('are there for the days around today, and dropped whole when they are older than the retention', async () => {
    const partitions = platform.app.get(Partitions, { strict: false });
    const noon = Date.UTC(2026, 0, 10, 12);
    await partitions.keep(noon);
    expect(await names()).toEqual(expect.arrayContaining(['20260108', '20260109', '20260110', '20260111', '20260112', '20260113']));
    await partitions.keep(noon);
    await partitions.keep(noon + 4 * 86_400_000);
    const kept = await names();
    expect(kept).not.toContain('20260110');
    expect(kept).toContain('20260111');
  });
});
