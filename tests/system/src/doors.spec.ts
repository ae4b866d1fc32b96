import { describe, expect, inject, it } from 'vitest';
import { ask } from './http.js';

const reach = inject('system');

describe('the private doors, called bare', () => {
  it('the gateway\'s private door answers health and Prometheus, and nothing else', async () => {
    for (const path of ['/health/live', '/health/ready', '/metrics']) expect([path, (await ask(reach.privateUrl + path)).status]).toEqual([path, 200]);
    for (const path of ['/', '/restapis', '/debug', '/json', '/metrics/../documents', '/feed', '/leases', '/snapshots', '/health']) {
      for (const method of ['GET', 'POST', 'DELETE']) expect([method, path, (await ask(reach.privateUrl + path, { method })).status]).toEqual([method, path, 404]);
    }
    const metrics = await ask(`${reach.privateUrl}/metrics`);
    for (const secret of [reach.password, reach.accessKeyId, reach.secretAccessKey]) expect(metrics.body).not.toContain(secret);
  });

  it('the gateways\' door answers health, and 401 for everything else', async () => {
    expect((await ask(`${reach.gatewaysUrl}/health/live`)).status).toBe(200);
    for (const path of ['/', '/feed', '/documents', '/heartbeats', '/leases', '/telemetry', '/enrolments', '/restapis', '/health', '/health/ready']) {
      for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
        const { status, body } = await ask(reach.gatewaysUrl + path, { method, ...(method === 'POST' && { body: '{}' }) });
        expect([method, path, status, Object.keys(JSON.parse(body) as object)]).toEqual([method, path, 401, ['message']]);
      }
    }
  });
});
