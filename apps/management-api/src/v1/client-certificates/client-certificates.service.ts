import { Injectable } from '@nestjs/common';
import { newShortId } from '@gatehouse/contract-primitives';
import {
  type ClientCertificate, type ClientCertificates, type DeleteClientCertificateRequest, type GenerateClientCertificateRequest, type GetClientCertificateRequest, type GetClientCertificatesRequest,
  type UpdateClientCertificateRequest,
} from '@gatehouse/contract-wire';
import { holdVersion, pageOf, readPage } from '@gatehouse/control-operation';
import { ClientCertificateRow, insertRow, StageRow, updateRow, Vault } from '@gatehouse/control-store';
import { patchTable, replace, textOrNull } from '@gatehouse/engine-patch';
import { MoreThan, Raw } from 'typeorm';
import { patched } from '../patching.js';
import { checkTags } from '../tag-rules.js';
import { checkLengths } from '../text-rules.js';
import { scopeOf, type V1UseCase } from '../use-case.js';
import { presentClientCertificate } from './client-certificate.presenter.js';
import * as faults from './client-certificates.faults.js';
import { newSelfSigned } from './self-signed.js';

const patch = patchTable<{ description: string | null }>({ '/description': replace(textOrNull) });

@Injectable()
export class ClientCertificatesService {
  constructor(private readonly vault: Vault) {}

  /** The private key is sealed before the row is written and leaves the control tower only to gateways. */
  async generate(input: GenerateClientCertificateRequest, useCase: V1UseCase): Promise<ClientCertificate> {
    const tags = checkTags(input.tags ?? {});
    checkLengths({ description: input.description ?? null });
    const id = newShortId();
    const { certificatePem, privateKeyPem, expiresAt } = await newSelfSigned('ApiGateway', useCase.now);
    const row = await insertRow(useCase.manager, ClientCertificateRow, {
      ...scopeOf(useCase), id, description: input.description || null, pemEncodedCertificate: certificatePem, sealedPrivateKey: this.vault.seal(privateKeyPem, id), expiresAt, tags,
    }, useCase.now);
    useCase.etag.set(row.version);
    return presentClientCertificate(row);
  }

  async get({ clientCertificateId }: GetClientCertificateRequest, useCase: V1UseCase): Promise<ClientCertificate> {
    const row = await this.#find(useCase, clientCertificateId, false);
    useCase.etag.set(row.version);
    return presentClientCertificate(row);
  }

  async list(input: GetClientCertificatesRequest, useCase: V1UseCase): Promise<ClientCertificates> {
    const page = readPage(input);
    const where = { ...scopeOf(useCase), ...(page.after && { id: MoreThan(page.after[0]!) }) };
    const rows = await useCase.manager.find(ClientCertificateRow, { where, order: { id: 'ASC' }, take: page.limit + 1 });
    return pageOf(rows, page, row => [row.id], presentClientCertificate);
  }

  async update({ clientCertificateId, patchOperations }: UpdateClientCertificateRequest, useCase: V1UseCase): Promise<ClientCertificate> {
    const row = await this.#find(useCase, clientCertificateId, true);
    holdVersion(useCase, row);
    const { description } = patched(patch, { description: row.description }, patchOperations);
    checkLengths({ description });
    const updated = await updateRow(useCase.manager, ClientCertificateRow, row, { description }, useCase.now);
    useCase.etag.set(updated.version);
    return presentClientCertificate(updated);
  }

  async delete({ clientCertificateId }: DeleteClientCertificateRequest, useCase: V1UseCase): Promise<void> {
    const row = await this.#find(useCase, clientCertificateId, true);
    holdVersion(useCase, row);
    const stages = await useCase.manager.find(StageRow, { select: { restApiId: true, stageName: true }, where: { ...scopeOf(useCase), fields: Raw(column => `${column} ->> 'clientCertificateId' = :id`, { id: row.id }) }, take: 5 });
    if (stages.length > 0) throw faults.certificateInUse(stages.map(stage => `${stage.restApiId}:${stage.stageName}`));
    await useCase.manager.delete(ClientCertificateRow, { ...scopeOf(useCase), id: row.id });
  }

  async #find(useCase: V1UseCase, id: string, isWriter: boolean): Promise<ClientCertificateRow> {
    const row = await useCase.manager.findOne(ClientCertificateRow, { where: { ...scopeOf(useCase), id }, ...(isWriter && { lock: { mode: 'for_no_key_update' as const } }) });
    if (!row) throw faults.noSuchCertificate();
    return row;
  }
}
