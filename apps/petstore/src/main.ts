import { petstoreServer } from './petstore-server.js';

const port = Number(process.env['GATEHOUSE_PETSTORE_PORT'] ?? 4010);
const host = process.env['GATEHOUSE_BIND'] ?? '127.0.0.1';
const server = petstoreServer();
server.listen(port, host, () => console.log(JSON.stringify({ level: 30, name: 'petstore', msg: `serving on http://${host}:${port}` })));
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    setTimeout(() => process.exit(0), 5_000).unref();
  });
}
