import { type MethodFields } from '@gatehouse/contract-definition';
import { holdAuthorizer, needsAuthorizer } from '../authorizers/hold-authorizer.js';
import { holdModels } from '../models/hold-models.js';
import { holdRequestValidator } from '../request-validators/hold-request-validator.js';
import { type V1UseCase } from '../use-case.js';

/** A method without a custom authorization holds on to no authorizer, so that the authorizer can go. */
export const withoutIdleAuthorizer = (fields: MethodFields): MethodFields => (needsAuthorizer(fields.authorizationType) ? fields : { ...fields, authorizerId: null });

/** Refuses a method that refers to what its API has not: an authorizer, a request validator or a model. */
export async function holdReferences(useCase: V1UseCase, restApiId: string, fields: MethodFields): Promise<void> {
  await holdAuthorizer(useCase, restApiId, fields);
  await holdRequestValidator(useCase, restApiId, fields.requestValidatorId);
  await holdModels(useCase, restApiId, fields.requestModels);
}
