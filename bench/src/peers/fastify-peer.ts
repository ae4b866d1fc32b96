import httpProxy from '@fastify/http-proxy';
import rateLimit from '@fastify/rate-limit';
import { fastify } from 'fastify';

// A peer of the same kind: @fastify/http-proxy with a key check and @fastify/rate-limit, as its own documentation sets them up.
const [port, origin, apiKey] = process.argv.slice(2);
const app = fastify({ logger: false });
await app.register(rateLimit, { max: 1_000_000_000, timeWindow: 1_000 });
await app.register(httpProxy, {
  upstream: `http://127.0.0.1:${origin}`,
  preHandler: (request, reply, done) => {
    if (request.headers['x-api-key'] === apiKey) return done();
    void reply.code(403).send({ message: 'Forbidden' });
  },
});
await app.listen({ port: Number(port), host: '127.0.0.1' });
