import { type StageFields } from '@gatehouse/control-store';
import { checkLengths } from '../text-rules.js';
import * as faults from './stages.faults.js';

const VARIABLE_NAME = /^\w{1,64}$/;
const VARIABLE_VALUE = /^[A-Za-z0-9\-._~:/?#&=,]{0,512}$/;

/** Letters, digits, hyphens and underscores, at most 128. */
export function checkStageName(stageName: string): string {
  if (!/^[\w-]+$/.test(stageName)) throw faults.badStageName();
  if (stageName.length > 128) throw faults.longStageName();
  return stageName;
}

function checkVariables(variables: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(variables)) {
    if (!VARIABLE_NAME.test(name)) throw faults.badVariableName(name);
    if (!VARIABLE_VALUE.test(value)) throw faults.badVariableValue(name);
  }
}

/** What must hold of a stage after a create or a patch, by itself; what it refers to is held by `holdStageReferences`. */
export function checkStage({ description, variables, canarySettings, accessLogSettings }: StageFields): void {
  checkLengths({ description });
  checkVariables(variables);
  if (canarySettings) {
    checkVariables(canarySettings.stageVariableOverrides);
    if (!(canarySettings.percentTraffic >= 0 && canarySettings.percentTraffic <= 100)) throw faults.badPercent();
  }
  if (accessLogSettings?.format && !/\$context\.(requestId|extendedRequestId)/.test(accessLogSettings.format)) throw faults.badLogFormat();
}
