import { Injectable } from '@nestjs/common';
import { newShortId, parseArn } from '@gatehouse/contract-primitives';
import {
  badRequest, type CreateVpcLinkRequest, type DeleteVpcLinkRequest, type GetVpcLinkRequest, type GetVpcLinksRequest, type UpdateVpcLinkRequest, type VpcLink, type VpcLinks,
} from '@gatehouse/contract-wire';
import { holdVersion, pageOf, readPage } from '@gatehouse/control-operation';
import { insertRow, IntegrationRow, updateRow, VpcLinkRow } from '@gatehouse/control-store';
import { LISTED, patchTable, replace, text, textOrNull } from '@gatehouse/engine-patch';
import { MoreThan, Raw } from 'typeorm';
import { patched } from '../patching.js';
import { checkTags } from '../tag-rules.js';
import { checkLengths } from '../text-rules.js';
import { scopeOf, type V1UseCase } from '../use-case.js';
import { findVpcLink } from './find-vpc-link.js';
import { checkTarget } from './vpc-link.rules.js';

const patch = patchTable<{ name: string; description: string | null }>({ '/name': replace(text), '/description': replace(textOrNull) }, LISTED);

@Injectable()
export class VpcLinksService {
  /** There is nothing to provision here, so a link is available as soon as it is made. */
  async create(input: CreateVpcLinkRequest, useCase: V1UseCase): Promise<VpcLink> {
    const tags = checkTarget(checkTags(input.tags ?? {}));
    checkLink({ name: input.name, description: input.description || null });
    if (input.targetArns.length !== 1) throw badRequest('Exactly one target ARN must be specified');
    for (const arn of input.targetArns) if (parseArn(arn)?.service !== 'elasticloadbalancing') throw badRequest(`Invalid ARN. ARN is not well formed ${arn.slice(0, 200)}`);
    const row = await insertRow(useCase.manager, VpcLinkRow, { ...scopeOf(useCase), id: newShortId(), name: input.name, description: input.description || null, targetArns: input.targetArns, tags }, useCase.now);
    useCase.touched.vpcLink(row.id);
    useCase.etag.set(row.version);
    return present(row);
  }

  async get({ vpcLinkId }: GetVpcLinkRequest, useCase: V1UseCase): Promise<VpcLink> {
    const row = await findVpcLink(useCase, vpcLinkId);
    useCase.etag.set(row.version);
    return present(row);
  }

  async list(input: GetVpcLinksRequest, useCase: V1UseCase): Promise<VpcLinks> {
    const page = readPage(input);
    const rows = await useCase.manager.find(VpcLinkRow, { where: { ...scopeOf(useCase), ...(page.after && { id: MoreThan(page.after[0]!) }) }, order: { id: 'ASC' }, take: page.limit + 1 });
    return pageOf(rows, page, row => [row.id], present);
  }

  async update({ vpcLinkId, patchOperations }: UpdateVpcLinkRequest, useCase: V1UseCase): Promise<VpcLink> {
    const row = await findVpcLink(useCase, vpcLinkId, true);
    holdVersion(useCase, row);
    const draft = patched(patch, { name: row.name, description: row.description }, patchOperations);
    checkLink(draft);
    const updated = await updateRow(useCase.manager, VpcLinkRow, row, draft, useCase.now);
    useCase.touched.vpcLink(row.id);
    useCase.etag.set(updated.version);
    return present(updated);
  }

  async delete({ vpcLinkId }: DeleteVpcLinkRequest, useCase: V1UseCase): Promise<void> {
    const row = await findVpcLink(useCase, vpcLinkId, true);
    holdVersion(useCase, row);
    const user = await useCase.manager.findOne(IntegrationRow, { select: { restApiId: true, resourceId: true, httpMethod: true }, where: { ...scopeOf(useCase), fields: Raw(column => `${column} ->> 'connectionId' = :id`, { id: row.id }) } });
    if (user) throw badRequest(`Cannot delete vpc link. Vpc link '${row.id}', is referenced in [${user.httpMethod}:${user.resourceId}:${user.restApiId}]`);
    await useCase.manager.delete(VpcLinkRow, { ...scopeOf(useCase), id: row.id });
    useCase.touched.vpcLink(row.id);
  }
}

function checkLink({ name, description }: { readonly name: string; readonly description: string | null }): void {
  if (name === '') throw badRequest('Name cannot be empty');
  if (name.length > 1_024) throw badRequest('Invalid VPC link name, can be at most 1024 characters.');
  checkLengths({ description });
}

const present = ({ id, name, description, targetArns, tags }: VpcLinkRow): VpcLink => ({ id, name, description: description ?? undefined, targetArns, status: 'AVAILABLE', statusMessage: 'Your vpc link is ready for use', tags });
