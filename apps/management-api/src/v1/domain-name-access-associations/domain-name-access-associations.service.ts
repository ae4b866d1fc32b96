import { Injectable } from '@nestjs/common';
import { newApiId, parseArn } from '@gatehouse/contract-primitives';
import {
  type CreateDomainNameAccessAssociationRequest, type DeleteDomainNameAccessAssociationRequest, type DomainNameAccessAssociation, type DomainNameAccessAssociations,
  type GetDomainNameAccessAssociationsRequest, type RejectDomainNameAccessAssociationRequest,
} from '@gatehouse/contract-wire';
import { holdVersion, pageOf, readPage } from '@gatehouse/control-operation';
import { DomainNameAccessAssociationRow, DomainNameRow, insertRow } from '@gatehouse/control-store';
import { MoreThan } from 'typeorm';
import { domainNameArn, readDomainNameArn } from '../domain-names/domain-name.arn.js';
import { badArn, noSuchDomain } from '../domain-names/domain-names.faults.js';
import { checkTags } from '../tag-rules.js';
import { scopeOf, type V1UseCase } from '../use-case.js';
import * as faults from './domain-name-access-associations.faults.js';

@Injectable()
export class DomainNameAccessAssociationsService {
  async create(input: CreateDomainNameAccessAssociationRequest, useCase: V1UseCase): Promise<DomainNameAccessAssociation> {
    const { accessAssociationSource, accessAssociationSourceType } = input;
    const place = readDomainNameArn(input.domainNameArn, useCase);
    const domain = await useCase.manager.findOne(DomainNameRow, { where: { ...scopeOf(useCase), ...place }, lock: { mode: 'for_no_key_update' } });
    if (!domain) throw noSuchDomain();
    if (!domain.fields.endpointTypes.includes('PRIVATE')) throw faults.publicDomain();
    if (!/^vpce-[0-9a-z]+$/.test(accessAssociationSource)) throw faults.badSource();
    // One endpoint reaches one domain of a name, so that the name says where a request goes.
    const known = await useCase.manager.findOneBy(DomainNameAccessAssociationRow, { ...scopeOf(useCase), domainName: domain.domainName, accessAssociationSource });
    if (known) throw faults.associationExists();
    const row = await insertRow(useCase.manager, DomainNameAccessAssociationRow, {
      ...scopeOf(useCase), id: newApiId(), domainName: domain.domainName, domainNameId: domain.domainNameId, accessAssociationSource, accessAssociationSourceType, tags: checkTags(input.tags ?? {}),
    }, useCase.now);
    useCase.touched.domain(domain.domainName, domain.domainNameId);
    useCase.etag.set(row.version);
    return present(row);
  }

  async list(input: GetDomainNameAccessAssociationsRequest, useCase: V1UseCase): Promise<DomainNameAccessAssociations> {
    const page = readPage(input);
    if (input.resourceOwner === 'OTHER_ACCOUNTS') return { items: [] };
    const where = { ...scopeOf(useCase), ...(page.after && { id: MoreThan(page.after[0]!) }) };
    const rows = await useCase.manager.find(DomainNameAccessAssociationRow, { where, order: { id: 'ASC' }, take: page.limit + 1 });
    return pageOf(rows, page, row => [row.id], present);
  }

  async delete({ domainNameAccessAssociationArn }: DeleteDomainNameAccessAssociationRequest, useCase: V1UseCase): Promise<void> {
    const row = await find(useCase, domainNameAccessAssociationArn);
    holdVersion(useCase, row);
    await useCase.manager.delete(DomainNameAccessAssociationRow, { ...scopeOf(useCase), id: row.id });
    useCase.touched.domain(row.domainName, row.domainNameId);
  }

  /** The owner of the domain takes the access away. Domain and endpoint belong to one account here, so nothing of the association is left. */
  async reject({ domainNameAccessAssociationArn, domainNameArn: arn }: RejectDomainNameAccessAssociationRequest, useCase: V1UseCase): Promise<void> {
    const place = readDomainNameArn(arn, useCase);
    const row = await find(useCase, domainNameAccessAssociationArn);
    if (row.domainName !== place.domainName || row.domainNameId !== place.domainNameId) throw faults.noSuchAssociation();
    await useCase.manager.delete(DomainNameAccessAssociationRow, { ...scopeOf(useCase), id: row.id });
    useCase.touched.domain(row.domainName, row.domainNameId);
  }
}

const arnOf = ({ accountId, region, domainName, accessAssociationSource }: DomainNameAccessAssociationRow): string =>
  `arn:aws:apigateway:${region}:${accountId}:/domainnameaccessassociations/domainname/${domainName}/vpcesource/${accessAssociationSource}`;

const present = (row: DomainNameAccessAssociationRow): DomainNameAccessAssociation => ({
  domainNameAccessAssociationArn: arnOf(row),
  domainNameArn: domainNameArn(row),
  accessAssociationSourceType: row.accessAssociationSourceType,
  accessAssociationSource: row.accessAssociationSource,
  tags: row.tags,
});

async function find(useCase: V1UseCase, text: string): Promise<DomainNameAccessAssociationRow> {
  const arn = parseArn(text);
  if (arn === null) throw badArn(text);
  const match = /^\/domainnameaccessassociations\/domainname\/([^/]+)\/vpcesource\/([^/]+)$/.exec(arn.resource);
  if (match === null || arn.service !== 'apigateway' || arn.region !== useCase.region || arn.accountId !== useCase.accountId) throw faults.foreignArn();
  const row = await useCase.manager.findOne(DomainNameAccessAssociationRow, {
    where: { ...scopeOf(useCase), domainName: match[1]!.toLowerCase(), accessAssociationSource: match[2]! }, lock: { mode: 'for_no_key_update' },
  });
  if (!row) throw faults.noSuchAssociation();
  return row;
}
