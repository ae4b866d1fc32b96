import 'reflect-metadata';
import path from 'node:path';
import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { DiscoveryModule, DiscoveryService, MetadataScanner, NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessDecision, CallerVerifier, collectOperations, Dispatcher, type RawRequest, type ServiceQuotas, UnitOfWork } from '@gatehouse/control-operation';
import { ACCESS_ENTITIES, API_ENTITIES, dataSourceOptions, DOMAIN_ENTITIES, PLATFORM_ENTITIES } from '@gatehouse/control-store';
import { MIGRATIONS } from '@gatehouse/migrations';
import { type Logger } from 'pino';
import { type EntityManager } from 'typeorm';
import { serveConsole } from './door/console-files.js';
import { DoorAdapter } from './door/door-adapter.js';
import { FaultFilter } from './door/fault.filter.js';
import { FrontDoor } from './door/front-door.js';
import { HealthController } from './door/health.controller.js';
import { Patience } from './door/patience.js';
import { nestLogger } from './door/log.js';
import { V1Module } from './v1/v1.module.js';

/** What the app needs from whoever starts it. `modules` provide CallerVerifier, AccessDecision, UnitOfWork and Freezer, and our own REST. */
export interface AppParts {
  readonly databaseUrl: string;
  readonly region: string;
  readonly consoleDist: string | null;
  readonly modules: readonly (DynamicModule | Type)[];
  readonly log: Logger;
  /** The service's own limits; none unless given. */
  readonly quotas?: ServiceQuotas<EntityManager>;
}

/** A caller whose write has waited this long for another one hears of the collision (409) and may try again. */
const LOCK_TIMEOUT_MS = 5_000;
const CONSOLE_DIST = path.resolve(import.meta.dirname, '../../console/dist');

@Module({})
class AppModule {
  static with({ databaseUrl, modules, log }: AppParts): DynamicModule {
    const options = dataSourceOptions({
      url: databaseUrl, entities: [...PLATFORM_ENTITIES, ...API_ENTITIES, ...ACCESS_ENTITIES, ...DOMAIN_ENTITIES], migrations: MIGRATIONS, poolSize: 20, lockTimeoutMs: LOCK_TIMEOUT_MS,
      onPoolError: error => log.warn({ err: error }, 'a database connection broke'),
    });
    return { module: AppModule, imports: [DiscoveryModule, TypeOrmModule.forRoot(options), ...modules, V1Module], controllers: [HealthController] };
  }
}

/** Builds the management API. The caller listens, or runs it in a test. */
export async function createApp(parts: AppParts): Promise<NestExpressApplication> {
  const { region, consoleDist, log } = parts;
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(parts), new DoorAdapter(), { bodyParser: false, abortOnError: false, logger: nestLogger(log) });
  const onUnexpected = (error: unknown, request?: { readonly requestId: string; readonly method: string; readonly rawPath: string }): void => {
    log.error({ err: error, requestId: request?.requestId, method: request?.method, path: request?.rawPath }, 'a request failed unexpectedly');
  };
  const dispatcher = new Dispatcher({
    handlers: collectOperations(app.get(DiscoveryService), app.get(MetadataScanner)),
    verifier: app.get(CallerVerifier, { strict: false }),
    access: app.get(AccessDecision, { strict: false }),
    unitOfWork: app.get<UnitOfWork<unknown>>(UnitOfWork, { strict: false }),
    region,
    quotas: (parts.quotas as ServiceQuotas<unknown> | undefined) ?? null,
    onUnexpected,
  });
  app.disable('x-powered-by');
  app.disable('etag');
  // What changed is worth a line; what was only read is told when somebody asks for it. The query is left out: it may hold a caller's words.
  const onAnswered = ({ requestId, method, rawPath, sourceAddress }: RawRequest, status: number, ms: number): void => {
    log[method === 'GET' ? 'debug' : 'info']({ requestId, method, path: rawPath, sourceAddress, status, ms: Math.round(ms) }, 'answered');
  };
  app.use(new FrontDoor(dispatcher, app.get(Patience, { strict: false }), { onUnexpected, onAnswered }).handle);
  serveConsole(app, consoleDist ?? CONSOLE_DIST);
  app.useGlobalFilters(new FaultFilter(onUnexpected));
  app.enableShutdownHooks();
  return app;
}
