import { createServer, type Server, type ServerResponse } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** What the private door can tell. Nothing of it is secret, and nothing of it names a caller, a key or a path. */
export interface GatewayState { isReady(): boolean; requests(): { readonly requests: number; readonly error4xx: number; readonly error5xx: number }; inFlight(): number; stages(): number; revision(): number }

interface Answer { readonly status: number; readonly type: string; readonly body: string }

/** Health and Prometheus, on a port of their own. Everything else is 404. */
export function privateDoor(state: GatewayState): Server {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  const routes: Readonly<Record<string, () => Answer>> = {
    '/health/live': () => ({ status: 200, type: 'application/json', body: '{"status":"live"}' }),
    '/health/ready': () => (state.isReady() ? { status: 200, type: 'application/json', body: '{"status":"ready"}' } : { status: 503, type: 'application/json', body: '{"status":"starting"}' }),
    '/metrics': () => ({ status: 200, type: 'text/plain; version=0.0.4; charset=utf-8', body: metricsText(state, delay.percentile(99) / 1e9) }),
  };
  const server = createServer({ maxHeaderSize: 8_192, headersTimeout: 5_000, requestTimeout: 5_000 }, (request, response) => {
    const path = (request.url ?? '').split('?', 1)[0] ?? '';
    const route = Object.hasOwn(routes, path) ? routes[path] : undefined;
    if (route === undefined) return send(response, { status: 404, type: 'application/json', body: '{"message":"Not Found"}' });
    if (request.method !== 'GET' && request.method !== 'HEAD') return send(response, { status: 405, type: 'application/json', body: '{"message":"Method Not Allowed"}' });
    return send(response, route());
  });
  server.on('clientError', (_error, socket) => socket.destroy());
  server.on('close', () => delay.disable());
  return server;
}

function send(response: ServerResponse, { status, type, body }: Answer): void {
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body), 'Cache-Control': 'no-store' });
  response.end(body);
}

function metricsText(state: GatewayState, loopDelaySeconds: number): string {
  const { requests, error4xx, error5xx } = state.requests();
  const { rss, heapUsed } = process.memoryUsage();
  const rows: readonly (readonly [name: string, type: 'counter' | 'gauge', help: string, value: number])[] = [
    ['gatehouse_requests_total', 'counter', 'Requests answered for deployed apis.', requests],
    ['gatehouse_client_errors_total', 'counter', 'Answers with a 4xx status.', error4xx],
    ['gatehouse_server_errors_total', 'counter', 'Answers with a 5xx status.', error5xx],
    ['gatehouse_requests_in_flight', 'gauge', 'Requests under way.', state.inFlight()],
    ['gatehouse_stages', 'gauge', 'Stages served.', state.stages()],
    ['gatehouse_revision', 'gauge', 'Last configuration revision in force.', state.revision()],
    ['gatehouse_event_loop_delay_p99_seconds', 'gauge', 'Event loop delay.', loopDelaySeconds],
    ['process_resident_memory_bytes', 'gauge', 'Resident memory.', rss],
    ['process_heap_bytes', 'gauge', 'Heap in use.', heapUsed],
    ['process_cpu_seconds_total', 'counter', 'CPU time, user and system.', (process.cpuUsage().user + process.cpuUsage().system) / 1e6],
  ];
  return rows.map(([name, type, help, value]) => `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${name} ${value}\n`).join('');
}
