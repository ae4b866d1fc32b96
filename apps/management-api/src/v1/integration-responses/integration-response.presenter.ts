import { type IntegrationResponse } from '@gatehouse/contract-wire';
import { type IntegrationResponseRow } from '@gatehouse/control-store';
import { filledMap } from '../present-map.js';

/** Row -> AWS's IntegrationResponse. */
export const presentIntegrationResponse = ({ statusCode, fields }: Pick<IntegrationResponseRow, 'statusCode' | 'fields'>): IntegrationResponse => ({
  statusCode,
  selectionPattern: fields.selectionPattern ?? undefined,
  responseParameters: filledMap(fields.responseParameters),
  responseTemplates: filledMap(fields.responseTemplates),
  contentHandling: fields.contentHandling ?? undefined,
});
