import { flag, LISTED, patchTable, replace, text, textOrNull, valuedEntry } from '@gatehouse/engine-patch';
import { type Draft } from '../patching.js';
import * as faults from './api-keys.faults.js';

/** What UpdateApiKey may change. */
export type ApiKeyDraft = Draft<{ name: string | null; description: string | null; enabled: boolean; customerId: string | null; stageKeys: readonly string[]; labels: readonly string[] }>;

/** UpdateApiKey. The order is the one in which AWS's refusal lists the paths. */
export const apiKeyPatch = patchTable<ApiKeyDraft>({
  '/description': replace(text),
  '/enabled': replace(flag(faults.BAD_ENABLED)),
  '/name': replace(text),
  '/customerId': replace(textOrNull),
  '/stages': valuedEntry({ read: draft => draft.stageKeys, write: (draft, entries) => { draft.stageKeys = entries; }, missing: faults.NO_SUCH_STAGE_KEY }),
  '/labels': valuedEntry({ read: draft => draft.labels, write: (draft, entries) => { draft.labels = entries; }, missing: faults.NO_SUCH_LABEL }),
}, LISTED);
