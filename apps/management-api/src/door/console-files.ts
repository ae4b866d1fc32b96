import { existsSync, readFileSync } from 'node:fs';
import { type IncomingMessage, type ServerResponse } from 'node:http';
import path from 'node:path';
import { type NestExpressApplication } from '@nestjs/platform-express';

/** The console may run only what we ship; Cloudscape sets styles inline and carries its fonts inside the stylesheet. */
const POLICY = [
  "default-src 'self'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data:", "font-src 'self' data:", "connect-src 'self'", "worker-src 'self' blob:",
  "object-src 'none'", "base-uri 'self'", "form-action 'self'", "frame-ancestors 'none'",
].join('; ');

/** What the bundle is made of: files at its root and under `assets/`. Every other path is a screen, and names in it may hold dots, as domains do. */
const ASSET = /^\/(assets\/.*|[^/]*\.\w+|.*(\.|%2e){2}.*)$/i;

const GUARDS = [['Content-Security-Policy', POLICY], ['X-Content-Type-Options', 'nosniff'], ['Referrer-Policy', 'same-origin'], ['X-Frame-Options', 'DENY']] as const;

/** Serves the built console under `/console/`. A path without a file is a screen of the console, so it gets the page; a missing asset is 404. */
export function serveConsole(app: NestExpressApplication, folder: string): void {
  const page = path.join(folder, 'index.html');
  app.use('/console', (_request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    for (const [name, value] of GUARDS) response.setHeader(name, value);
    next();
  });
  app.useStaticAssets(folder, {
    prefix: '/console', index: false, redirect: false,
    setHeaders: (response: ServerResponse, file: string) => response.setHeader('Cache-Control', file.includes(`${path.sep}assets${path.sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache'),
  });
  app.use('/console', (request: IncomingMessage, response: ServerResponse): void => {
    const isAsset = ASSET.test((request.url ?? '').split('?', 1)[0]!);
    if (isAsset || !existsSync(page)) {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end(isAsset ? 'Not found' : 'The console is not built yet: npm run build:web');
      return;
    }
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache' }).end(readFileSync(page));
  });
}
