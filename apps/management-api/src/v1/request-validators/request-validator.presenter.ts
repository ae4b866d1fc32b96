import { type RequestValidator } from '@gatehouse/contract-wire';
import { type RequestValidatorRow } from '@gatehouse/control-store';

/** Row -> AWS's RequestValidator. */
export const presentRequestValidator = ({ id, name, fields }: RequestValidatorRow): RequestValidator =>
  ({ id, name, validateRequestBody: fields.validateRequestBody, validateRequestParameters: fields.validateRequestParameters });
