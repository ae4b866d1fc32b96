import { Injectable } from '@nestjs/common';
import { newApiId } from '@gatehouse/contract-primitives';
import {
  type CreateDomainNameRequest, type DeleteDomainNameRequest, type DomainName, type DomainNames, type GetDomainNameRequest, type GetDomainNamesRequest, type UpdateDomainNameRequest,
} from '@gatehouse/contract-wire';
import { holdVersion, pageOf, readPage } from '@gatehouse/control-operation';
import { type DomainNameFields, DomainNameRow, insertRow, updateRow, Vault } from '@gatehouse/control-store';
import { MoreThan } from 'typeorm';
import { StageAddresses } from '../exports/stage-addresses.js';
import { patched } from '../patching.js';
import { checkTags } from '../tag-rules.js';
import { scopeOf, type V1UseCase } from '../use-case.js';
import * as faults from './domain-names.faults.js';
import { domainNamePatch } from './domain-name.patch.js';
import { presentDomainName } from './domain-name.presenter.js';
import { checkDomain, checkDomainName, checkUpload } from './domain-name.rules.js';
import { findDomain } from './find-domain-name.js';

@Injectable()
export class DomainNamesService {
  constructor(private readonly addresses: StageAddresses, private readonly vault: Vault) {}

  /** Public names are unique; a private one gets an id of its own, so the same name may exist again. */
  async create(input: CreateDomainNameRequest, useCase: V1UseCase): Promise<DomainName> {
    const domainName = checkDomainName(input.domainName);
    const fields = this.#newFields(input, useCase.now);
    checkDomain(fields);
    const isPrivate = fields.endpointTypes.includes('PRIVATE');
    const domainNameId = isPrivate ? newApiId() : '';
    if (!isPrivate && (await useCase.manager.existsBy(DomainNameRow, { ...scopeOf(useCase), domainName, domainNameId }))) throw faults.domainExists();
    const row = await insertRow(useCase.manager, DomainNameRow, { ...scopeOf(useCase), domainName, domainNameId, fields, tags: checkTags(input.tags ?? {}) }, useCase.now);
    useCase.touched.domain(domainName, domainNameId);
    useCase.etag.set(row.version);
    return presentDomainName(row, this.addresses.domain);
  }

  async get(input: GetDomainNameRequest, useCase: V1UseCase): Promise<DomainName> {
    const row = await findDomain(useCase, input);
    useCase.etag.set(row.version);
    return presentDomainName(row, this.addresses.domain);
  }

  /** Domains of other accounts are never shared with this one, so that list is empty. */
  async list(input: GetDomainNamesRequest, useCase: V1UseCase): Promise<DomainNames> {
    const page = readPage(input);
    if (input.resourceOwner === 'OTHER_ACCOUNTS') return { items: [] };
    const [name = '', id = ''] = page.after ?? [];
    const scope = scopeOf(useCase);
    const where = page.after ? [{ ...scope, domainName: name, domainNameId: MoreThan(id) }, { ...scope, domainName: MoreThan(name) }] : scope;
    const rows = await useCase.manager.find(DomainNameRow, { where, order: { domainName: 'ASC', domainNameId: 'ASC' }, take: page.limit + 1 });
    return pageOf(rows, page, row => [row.domainName, row.domainNameId], row => presentDomainName(row, this.addresses.domain));
  }

  async update(input: UpdateDomainNameRequest, useCase: V1UseCase): Promise<DomainName> {
    const row = await findDomain(useCase, input, true);
    holdVersion(useCase, row);
    const fields = patched(domainNamePatch, { ...row.fields }, input.patchOperations);
    checkDomain(fields);
    // A name is public or private from its birth: the id in its ARN says so.
    if (fields.endpointTypes.includes('PRIVATE') !== row.fields.endpointTypes.includes('PRIVATE')) throw faults.oneEndpointType();
    const updated = await updateRow(useCase.manager, DomainNameRow, row, { fields }, useCase.now);
    useCase.touched.domain(row.domainName, row.domainNameId);
    useCase.etag.set(updated.version);
    return presentDomainName(updated, this.addresses.domain);
  }

  /** Its mappings and associations go with it. */
  async delete(input: DeleteDomainNameRequest, useCase: V1UseCase): Promise<void> {
    const { domainName, domainNameId, ...row } = await findDomain(useCase, input, true);
    holdVersion(useCase, row);
    await useCase.manager.delete(DomainNameRow, { ...scopeOf(useCase), domainName, domainNameId });
    useCase.touched.domain(domainName, domainNameId);
  }

  /** Edge-optimised unless told, as at AWS. An uploaded certificate's key is sealed at once. */
  #newFields(input: CreateDomainNameRequest, now: Date): DomainNameFields {
    const endpointTypes = input.endpointConfiguration?.types?.length ? [...input.endpointConfiguration.types] : (['EDGE'] as const);
    const uploads = [input.certificateBody, input.certificatePrivateKey];
    if (input.certificateArn && input.certificateBody) throw faults.twoCertificates();
    if (uploads.some(Boolean) && !(uploads.every(Boolean) && (input.certificateName || input.regionalCertificateName))) throw faults.halfCertificate();
    if (input.certificateBody && input.certificatePrivateKey) checkUpload(input.certificateBody, input.certificatePrivateKey);
    const { mutualTlsAuthentication: mutualTls } = input;
    return {
      certificateName: input.certificateName || null,
      certificateArn: input.certificateArn || null,
      certificateUploadDate: input.certificateBody || input.certificateArn || input.regionalCertificateArn ? now.toISOString() : null,
      uploadedCertificate: input.certificateBody && input.certificatePrivateKey
        ? { body: input.certificateBody, chain: input.certificateChain || null, sealedPrivateKey: this.vault.seal(input.certificatePrivateKey, input.domainName.toLowerCase()) } : null,
      regionalCertificateName: input.regionalCertificateName || null,
      regionalCertificateArn: input.regionalCertificateArn || null,
      endpointTypes,
      ipAddressType: input.endpointConfiguration?.ipAddressType ?? (endpointTypes.some(type => type === 'PRIVATE') ? 'dualstack' : 'ipv4'),
      securityPolicy: input.securityPolicy ?? 'TLS_1_2',
      endpointAccessMode: input.endpointAccessMode ?? null,
      mutualTlsAuthentication: mutualTls?.truststoreUri ? { truststoreUri: mutualTls.truststoreUri, truststoreVersion: mutualTls.truststoreVersion || null, truststoreWarnings: [] } : null,
      ownershipVerificationCertificateArn: input.ownershipVerificationCertificateArn || null,
      routingMode: input.routingMode ?? 'BASE_PATH_MAPPING_ONLY',
      policy: input.policy || null,
      managementPolicy: null,
    };
  }
}
