import { type RestApiSource } from '@gatehouse/control-store';
import { type EntityManager } from 'typeorm';
import { type V1UseCase } from '../use-case.js';

/** Port: freezes a deployment's source into a stored document, inside the use case's transaction, and answers the document's digest. */
export abstract class Freezer {
  abstract freezeApi(manager: EntityManager, useCase: V1UseCase, deploymentId: string, source: RestApiSource): Promise<string>;
}
