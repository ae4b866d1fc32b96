import { prepare, replaced, V1, type Call, type RestApi } from '@gatehouse/client-calls';
import { z } from 'zod';

/** The form of an API's own settings, for creating and for editing. */
export interface ApiDraft {
  readonly name: string;
  readonly description: string;
  readonly endpointType: string;
  readonly cloneFrom: string;
}

/** What the form of a new API begins with. */
export const NEW_API: ApiDraft = { name: '', description: '', endpointType: 'REGIONAL', cloneFrom: '' };

/** Names are free text: colons, slashes and markup are stored as typed. */
export const ApiForm = z.object({
  name: z
    .string()
    .refine(name => name.trim() !== '', 'Give the API a name.')
    .max(1024, 'At most 1,024 characters.'),
  description: z.string().max(1024, 'At most 1,024 characters.'),
  endpointType: z.string(),
  cloneFrom: z.string(),
});

/** The form of an API as it is stored. */
export const draftOf = (api: RestApi): ApiDraft => ({
  name: api.name,
  description: api.description ?? '',
  endpointType: api.endpointConfiguration?.types?.[0] ?? 'EDGE',
  cloneFrom: '',
});

/** What creates an API. */
export const creation = (draft: ApiDraft, isClone: boolean): readonly Call[] => [
  prepare(V1.CreateRestApi, {
    name: draft.name,
    ...(draft.description ? { description: draft.description } : {}),
    ...(isClone ? { cloneFrom: draft.cloneFrom } : { endpointConfiguration: { types: [draft.endpointType as 'EDGE' | 'REGIONAL'] } }),
  }),
];

/** What turns one version of an API's settings into another; nothing when they are equal. */
export function change(restApiId: string, before: ApiDraft, after: ApiDraft): readonly Call[] {
  const patchOperations = [
    ...replaced(before, after, ['name', 'description']),
    ...(before.endpointType === after.endpointType
      ? []
      : [{ op: 'replace' as const, path: `/endpointConfiguration/types/${before.endpointType}`, value: after.endpointType }]),
  ];
  return patchOperations.length > 0 ? [prepare(V1.UpdateRestApi, { restApiId, patchOperations })] : [];
}
