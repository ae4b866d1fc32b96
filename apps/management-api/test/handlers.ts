import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { collectOperations, type Handlers } from '@gatehouse/control-operation';

/** What the running application serves, by `service:name`. */
export const handlersOf = (app: NestExpressApplication): Handlers => collectOperations(app.get(DiscoveryService), app.get(MetadataScanner));
