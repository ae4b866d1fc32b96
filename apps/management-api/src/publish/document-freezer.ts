import { Injectable } from '@nestjs/common';
import { freezeRestApi } from '@gatehouse/control-freeze';
import { type RestApiSource } from '@gatehouse/control-store';
import { type EntityManager } from 'typeorm';
import { Freezer } from '../v1/deployments/freezer.js';
import { type V1UseCase } from '../v1/use-case.js';
import { storeDocuments } from './documents.js';

/** Freezes an API's source and stores the document in the deployment's own transaction. */
@Injectable()
export class DocumentFreezer extends Freezer {
  async freezeApi(manager: EntityManager, useCase: V1UseCase, _deploymentId: string, source: RestApiSource): Promise<string> {
    const [digest] = await storeDocuments(manager, useCase, [freezeRestApi(source)]);
    return digest!;
  }
}
