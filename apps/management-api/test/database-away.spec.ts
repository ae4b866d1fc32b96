import { CreateRestApiCommand } from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DatabaseLine, newDatabaseLine } from './database-line.js';
import { startSystem, type TestSystem } from './system.js';

let system: TestSystem;
let line: DatabaseLine;
beforeAll(async () => {
  const made = await newDatabaseLine();
  ({ line } = made);
  system = await startSystem({ databaseUrl: made.databaseUrl });
});
afterAll(async () => {
  await system.close();
  await line.cut();
});

describe('a database that is away', () => {
  it('answers reads, writes and readiness with 503 within two seconds, and everything works again when it is back', async () => {
    const made = await system.aws.send(new CreateRestApiCommand({ name: 'before' }));
    await line.cut();
    for (const [method, path, body] of [['GET', '/restapis', undefined], ['POST', '/restapis', { name: 'x' }], ['DELETE', `/restapis/${made.id}`, undefined]] as const) {
      const started = Date.now();
      const answer = await system.request(method, path, body);
      expect([answer.status, answer.headers.get('x-amzn-errortype'), answer.headers.get('retry-after')]).toEqual([503, 'ServiceUnavailableException', '1']);
      expect(answer.text).not.toMatch(/ECONNREFUSED|127\.0\.0\.1/);
      expect(Date.now() - started).toBeLessThan(2_000);
    }
    expect((await system.request('GET', '/health/ready')).status).toBe(503);
    expect((await system.request('GET', '/health/live')).status).toBe(200);
    await line.open();
    const after = await system.request('GET', `/restapis/${made.id}`);
    expect([after.status, after.body['name']]).toEqual([200, 'before']);
    expect(system.unexpected.length).toBeGreaterThan(0);
  });
});
