import { type IntegrationFields, type RestApiDefinition } from '@gatehouse/contract-definition';
import { VpcLinkRow } from '@gatehouse/control-store';
import { Any } from 'typeorm';
import { scopeOf, type V1UseCase } from '../use-case.js';

type Connection = Pick<IntegrationFields, 'connectionType' | 'connectionId'>;

/** The VPC link that an integration names, or null: it needs none, or a stage variable names it later. */
export const vpcLinkOf = ({ connectionType, connectionId }: Connection): string | null =>
  (connectionType !== 'VPC_LINK' || connectionId?.includes('${stageVariables.') ? null : (connectionId ?? ''));

/** Which of the VPC links that a document names are there: one statement for all its integrations. */
export async function knownVpcLinks(useCase: V1UseCase, { resources }: RestApiDefinition): Promise<ReadonlySet<string>> {
  const named = resources.flatMap(({ methods }) => methods.flatMap(({ integration }) => (integration ? [vpcLinkOf(integration.fields)] : []))).filter(id => id !== null);
  if (named.length === 0) return new Set();
  const rows = await useCase.manager.find(VpcLinkRow, { select: { id: true }, where: { ...scopeOf(useCase), id: Any([...new Set(named)]) } });
  return new Set(rows.map(row => row.id));
}
