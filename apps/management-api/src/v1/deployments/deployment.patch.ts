import { patchTable, replace, textOrNull } from '@gatehouse/engine-patch';

export interface DeploymentDraft { description: string | null }

export const deploymentPatch = patchTable<DeploymentDraft>({ '/description': replace(textOrNull) });
