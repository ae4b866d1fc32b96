import { type MethodResponse } from '@gatehouse/contract-wire';
import { type MethodResponseRow } from '@gatehouse/control-store';
import { filledMap } from '../present-map.js';

/** Row -> AWS's MethodResponse. */
export const presentMethodResponse = ({ statusCode, fields }: Pick<MethodResponseRow, 'statusCode' | 'fields'>): MethodResponse =>
  ({ statusCode, responseParameters: filledMap(fields.responseParameters), responseModels: filledMap(fields.responseModels) });
