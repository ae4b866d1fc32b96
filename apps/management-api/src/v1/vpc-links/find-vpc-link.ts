import { type IntegrationFields } from '@gatehouse/contract-definition';
import { notFound, type ServiceFault } from '@gatehouse/contract-wire';
import { VpcLinkRow } from '@gatehouse/control-store';
import { scopeOf, type V1UseCase } from '../use-case.js';

export const noSuchLink = (): ServiceFault => notFound('Invalid Vpc Link identifier specified');

/** The link of that id, or AWS's 404. */
export async function findVpcLink(useCase: V1UseCase, id: string, isWriter = false): Promise<VpcLinkRow> {
  const row = await useCase.manager.findOne(VpcLinkRow, { where: { ...scopeOf(useCase), id }, ...(isWriter && { lock: { mode: 'for_no_key_update' as const } }) });
  if (!row) throw noSuchLink();
  return row;
}

/** Refuses an integration whose VPC link nobody made. A stage variable may name one that comes later. */
export async function checkVpcLink(useCase: V1UseCase, { connectionType, connectionId }: Pick<IntegrationFields, 'connectionType' | 'connectionId'>): Promise<void> {
  if (connectionType !== 'VPC_LINK' || connectionId?.includes('${stageVariables.')) return;
  await findVpcLink(useCase, connectionId ?? '');
}
