import http from 'node:http';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import { LOG } from '../platform/log-token.js';
import { Settings } from '../platform/settings.js';
import { GatewayRoutes, type DoorRoute } from './gateway-routes.js';
import { Gateways, type Enrollee } from './gateways.service.js';

/** Telemetry batches are the largest bodies: 5,000 series of histograms. */
const LARGEST_BODY = 16 * 1024 * 1024;

const NOBODY: Enrollee = { gatewayId: '', role: 'gateway' };

class DoorRefusal extends Error {
  constructor(readonly status: number, message: string) {
    super(message);
  }
}

/** The gateways' own door, apart from the people's: plain HTTP, a table of routes, and every route but health asks for a gateway's key. */
@Injectable()
export class GatewaysDoor implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #server = http.createServer({ keepAliveTimeout: 30_000, headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 1_000 }, (request, response) => {
    this.#answer(request, response).catch((error: unknown) => this.#fail(response, error));
  });

  constructor(private readonly settings: Settings, private readonly gateways: Gateways, private readonly routes: GatewayRoutes, @Inject(LOG) private readonly log: Logger) {}

  get port(): number {
    const address = this.#server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  onApplicationBootstrap(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(this.settings.gatewaysPort, this.settings.bind, () => resolve());
    });
  }

  onApplicationShutdown(): Promise<void> {
    return new Promise(resolve => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  async #answer(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://door');
    const route = this.routes.find(request.method ?? '', url.pathname);
    const { gatewayId, role } = await this.#authenticate(route, request);
    if (route === undefined) throw new DoorRefusal(404, 'No such route');
    await route.handle({ gatewayId, role, query: url.searchParams, body: await readBody(request), response });
  }

  /** Unknown routes ask for a key too: a stranger learns nothing but that it needs one. */
  async #authenticate(route: DoorRoute | undefined, request: http.IncomingMessage): Promise<Enrollee> {
    if (route?.auth === 'none') return NOBODY;
    const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
    if (route?.auth === 'enrol-token') {
      if (bearer !== '' && this.gateways.isEnrolToken(bearer)) return NOBODY;
      throw new DoorRefusal(401, 'A valid enrol token is needed');
    }
    const enrollee = bearer === '' ? null : await this.gateways.authenticate(bearer);
    if (enrollee === null) throw new DoorRefusal(401, "A gateway's key is needed");
    // A process has what its role needs: a gateway reads no function's code, a functions app holds no quota.
    if (route !== undefined && route.auth !== 'any' && route.auth !== enrollee.role) throw new DoorRefusal(403, `This is for processes of the role ${route.auth}`);
    return enrollee;
  }

  #fail(response: http.ServerResponse, error: unknown): void {
    const status = error instanceof DoorRefusal ? error.status : error instanceof SyntaxError || (error as Error).name === 'ZodError' ? 400 : 503;
    if (status === 503) this.log.warn({ err: error }, 'the gateways\' door could not answer');
    if (response.headersSent) { response.destroy(); return; }
    response.writeHead(status, { 'content-type': 'application/json', 'connection': 'close' });
    response.end(JSON.stringify({ message: status === 503 ? 'The control plane cannot answer now' : (error as Error).message.slice(0, 500) }));
  }
}

async function readBody(request: http.IncomingMessage): Promise<unknown> {
  if (request.method !== 'POST') return null;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > LARGEST_BODY) throw new DoorRefusal(413, 'The body is too large');
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown;
}
