import { type CreateApiKeyRequest } from '@gatehouse/contract-wire';
import { findStage } from '../stages/find-stage.js';
import { type V1UseCase } from '../use-case.js';

/** Stage keys as rows and answers have them: `restApiId/stageName`. */
export const stageKeysOf = ({ stageKeys = [] }: CreateApiKeyRequest): readonly string[] => stageKeys.map(({ restApiId = '', stageName = '' }) => `${restApiId}/${stageName}`);

/** Refuses a key for a stage that is not there: 404, which AWS's model names for this. */
export async function checkStageKeys(useCase: V1UseCase, stageKeys: readonly string[]): Promise<void> {
  for (const key of stageKeys) {
    const [restApiId = '', ...stageName] = key.split('/');
    await findStage(useCase, restApiId, stageName.join('/'));
  }
}
