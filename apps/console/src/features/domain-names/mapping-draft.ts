import { prepare, replaced, V1, type BasePathMapping, type Call } from '@gatehouse/client-calls';
import { z } from 'zod';
import { ROOT, type DomainPlace } from './domain-place';

/** The form of a mapping. An empty base path is the root; without a stage the next segment names it. */
export interface MappingDraft {
  readonly basePath: string;
  readonly restApiId: string;
  readonly stage: string;
}

/** What the form of a new mapping begins with. */
export const NEW_MAPPING: MappingDraft = { basePath: '', restApiId: '', stage: '' };

/** AWS's rule for base paths. */
export const MappingForm = z.object({
  basePath: z.string().regex(/^[\w$.+!*'()-]{0,255}$/, "One segment of letters, digits and $-_.+!*'()."),
  restApiId: z.string().min(1, 'Choose an API.'),
  stage: z.string(),
});

/** The form of a mapping as it is stored. */
export const draftOfMapping = ({ basePath, restApiId, stage }: BasePathMapping): MappingDraft => ({
  basePath: basePath === ROOT ? '' : basePath,
  restApiId,
  stage: stage ?? '',
});

/** What makes a mapping, or turns one (base) into another. */
export function write(place: DomainPlace, base: MappingDraft | null, after: MappingDraft): readonly Call[] {
  if (!base) {
    const { basePath, restApiId, stage } = after;
    return [prepare(V1.CreateBasePathMapping, { ...place, restApiId, ...(basePath ? { basePath } : {}), ...(stage ? { stage } : {}) })];
  }
  const patchOperations = replaced({ ...base, basePath: base.basePath || ROOT }, { ...after, basePath: after.basePath || ROOT }, [
    'basePath',
    'restApiId',
    'stage',
  ]);
  return patchOperations.length > 0
    ? [prepare(V1.UpdateBasePathMapping, { ...place, basePath: base.basePath || ROOT, patchOperations })]
    : [];
}
