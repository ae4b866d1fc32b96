import { prepare, replaced, V1, type ApiKey, type Call } from '@gatehouse/client-calls';
import { z } from 'zod';

/** The form of an API key. A value is given only when the key is made; afterwards it cannot change. */
export interface KeyDraft {
  readonly name: string;
  readonly description: string;
  readonly customerId: string;
  readonly enabled: boolean;
  readonly isOwnValue: boolean;
  readonly value: string;
}

/** What the form of a new key begins with. */
export const NEW_KEY: KeyDraft = { name: '', description: '', customerId: '', enabled: true, isOwnValue: false, value: '' };
/** The form of a stored key; its value is never part of it. */
export const draftOfKey = (key: ApiKey): KeyDraft => ({
  ...NEW_KEY,
  name: key.name ?? '',
  description: key.description ?? '',
  customerId: key.customerId ?? '',
  enabled: key.enabled,
});

/** AWS's bounds of a value hold only for an own one. */
export const KeyForm = z
  .object({
    name: z
      .string()
      .refine(name => name.trim() !== '', 'Give the key a name.')
      .max(1024, 'At most 1,024 characters.'),
    description: z.string(),
    customerId: z.string(),
    enabled: z.boolean(),
    isOwnValue: z.boolean(),
    value: z.string(),
  })
  .superRefine((draft, context) => {
    if (draft.isOwnValue && (draft.value.length < 20 || draft.value.length > 128))
      context.addIssue({ code: 'custom', path: ['value'], message: 'From 20 to 128 characters.' });
  });

/** What creates a key. */
export const creation = (draft: KeyDraft): readonly Call[] => [
  prepare(V1.CreateApiKey, {
    name: draft.name,
    enabled: draft.enabled,
    ...(draft.description ? { description: draft.description } : {}),
    ...(draft.customerId ? { customerId: draft.customerId } : {}),
    ...(draft.isOwnValue ? { value: draft.value } : {}),
  }),
];

/** What turns one version of a key into another; nothing when they are equal. */
export function changeKey(apiKey: string, base: KeyDraft, after: KeyDraft): readonly Call[] {
  const patchOperations = replaced(base, after, ['name', 'description', 'customerId', 'enabled']);
  return patchOperations.length > 0 ? [prepare(V1.UpdateApiKey, { apiKey, patchOperations })] : [];
}
