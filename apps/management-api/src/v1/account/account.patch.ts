import { custom, PatchRefused, patchTable, replace, textOrNull } from '@gatehouse/engine-patch';
import { type Draft } from '../patching.js';
import { FEATURE_STAYS, UNKNOWN_FEATURE } from './account.faults.js';

export type AccountDraft = Draft<{ cloudwatchRoleArn: string | null; features: readonly string[] }>;

/** UpdateAccount. The one feature there is can be switched on, and never off again. */
export const accountPatch = patchTable<AccountDraft>({
  '/cloudwatchRoleArn': replace(textOrNull),
  '/features': [
    custom<AccountDraft>('add', (draft, { operation }) => {
      if (operation.value !== 'UsagePlans') throw new PatchRefused(UNKNOWN_FEATURE);
      draft.features = [...new Set([...draft.features, 'UsagePlans'])];
    }),
    custom<AccountDraft>('remove', (_, { operation }) => { throw new PatchRefused(operation.value === 'UsagePlans' ? FEATURE_STAYS : UNKNOWN_FEATURE); }),
  ],
});
