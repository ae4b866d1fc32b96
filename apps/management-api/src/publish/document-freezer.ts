import { Injectable } from '@nestjs/common';
import { freezeRestApi } from '@gatehouse/control-freeze';
import { type RestApiSource } from '@gatehouse/control-store';
import { type EntityManager } from 'typeorm';
import { Freezer } from '../v1/deployments/freezer.js';
import { type V1UseCase } from '../v1/use-case.js';
import { storeDocuments } from './documents.js';

/** Freezes a deployment into the documents that gateways fetch by digest. */
@Injectable()
export class DocumentFreezer extends Freezer {
  async freezeApi(manager: EntityManager, { accountId, region }: V1UseCase, _deploymentId: string, source: RestApiSource): Promise<string> {
    const [digest] = await storeDocuments(manager, { accountId, region }, [freezeRestApi(source)]);
    if (digest === undefined) throw new Error('a document was stored without a digest');
    return digest;
  }
}
