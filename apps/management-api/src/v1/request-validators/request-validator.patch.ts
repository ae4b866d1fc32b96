import { type RequestValidatorFields } from '@gatehouse/contract-definition';
import { flag, LISTED, patchTable, replace, text } from '@gatehouse/engine-patch';
import { type Draft } from '../patching.js';
import { badFlag } from './request-validators.faults.js';

/** What UpdateRequestValidator may change. */
export type RequestValidatorDraft = Draft<RequestValidatorFields> & { name: string };

export const requestValidatorPatch = patchTable<RequestValidatorDraft>({
  '/name': replace(text),
  '/validateRequestParameters': replace(flag(badFlag('validateRequestParameters'))),
  '/validateRequestBody': replace(flag(badFlag('validateRequestBody'))),
}, LISTED);
