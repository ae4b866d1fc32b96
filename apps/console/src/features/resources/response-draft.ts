import { mapChanges, prepare, replaced, V1, type Call, type IntegrationResponse, type MethodResponse } from '@gatehouse/client-calls';
import { z } from 'zod';
import { mapOf, pairsForm, pairsOf, type Pair } from '../../shared/forms/pairs';
import type { MethodPlace } from './method-place';

const STATUS = z.string().regex(/^[1-5]\d\d$/, 'A status from 100 to 599.');

/** The form of an integration response. An empty pattern marks the default one. */
export interface IntegrationResponseDraft {
  readonly statusCode: string;
  readonly selectionPattern: string;
  readonly responseParameters: readonly Pair[];
  readonly responseTemplates: readonly Pair[];
}
/** What the form of a new integration response begins with. */
export const NEW_INTEGRATION_RESPONSE: IntegrationResponseDraft = {
  statusCode: '',
  selectionPattern: '',
  responseParameters: [],
  responseTemplates: [],
};

function isPattern(text: string): boolean {
  try {
    return Boolean(new RegExp(text));
  } catch (malformed) {
    if (malformed instanceof SyntaxError) return false;
    throw malformed;
  }
}

/** A pattern must be a regular expression; a mapping must name a response header. */
export const IntegrationResponseForm = z.object({
  statusCode: STATUS,
  selectionPattern: z.string().refine(isPattern, 'This is no regular expression.'),
  responseParameters: pairsForm({
    name: /^method\.response\.header\.\S+$/,
    nameHint: 'Begins with method.response.header.',
    isEmptyAllowed: false,
  }),
  responseTemplates: pairsForm(),
});

/** The form of an integration response as it is stored. */
export const draftOfIntegrationResponse = (response: IntegrationResponse): IntegrationResponseDraft => ({
  statusCode: response.statusCode,
  selectionPattern: response.selectionPattern ?? '',
  responseParameters: pairsOf(response.responseParameters),
  responseTemplates: pairsOf(response.responseTemplates),
});

/** A new response is put as a whole (base null); a stored one gets a patch, or nothing when it is equal. */
export function changeIntegrationResponse(
  place: MethodPlace,
  base: IntegrationResponseDraft | null,
  after: IntegrationResponseDraft,
): readonly Call[] {
  const { statusCode } = after;
  if (!base) {
    return [
      prepare(V1.PutIntegrationResponse, {
        ...place,
        statusCode,
        ...(after.selectionPattern ? { selectionPattern: after.selectionPattern } : {}),
        ...(after.responseParameters.length > 0 ? { responseParameters: mapOf(after.responseParameters) } : {}),
        ...(after.responseTemplates.length > 0 ? { responseTemplates: mapOf(after.responseTemplates) } : {}),
      }),
    ];
  }
  const patchOperations = [
    ...replaced(base, after, ['selectionPattern']),
    ...mapChanges('/responseParameters', mapOf(base.responseParameters), mapOf(after.responseParameters)),
    ...mapChanges('/responseTemplates', mapOf(base.responseTemplates), mapOf(after.responseTemplates)),
  ];
  return patchOperations.length > 0 ? [prepare(V1.UpdateIntegrationResponse, { ...place, statusCode, patchOperations })] : [];
}

/** The form of a method response: a status, the headers a client may see, the model of each content type. */
export interface MethodResponseDraft {
  readonly statusCode: string;
  readonly headers: readonly { readonly name: string }[];
  readonly responseModels: readonly Pair[];
}
/** What the form of a new method response begins with; Empty is the model that every API has. */
export const NEW_METHOD_RESPONSE: MethodResponseDraft = {
  statusCode: '',
  headers: [],
  responseModels: [{ name: 'application/json', value: 'Empty' }],
};
const HEADER = 'method.response.header.';

/** Headers are named without their prefix, as people know them. */
export const MethodResponseForm = z.object({
  statusCode: STATUS,
  responseModels: pairsForm({ isEmptyAllowed: false }),
  headers: z.array(z.object({ name: z.string().regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/, 'The name of a header.') })),
});

/** The form of a method response as it is stored. */
export const draftOfMethodResponse = (response: MethodResponse): MethodResponseDraft => ({
  statusCode: response.statusCode,
  headers: Object.keys(response.responseParameters ?? {})
    .sort()
    .map(key => ({ name: key.replace(HEADER, '') })),
  responseModels: pairsOf(response.responseModels),
});

/** A flag that another tool set on a header is kept. */
const flags = (draft: MethodResponseDraft, before: MethodResponse | null): Record<string, boolean> =>
  Object.fromEntries(draft.headers.map(({ name }) => [HEADER + name, before?.responseParameters?.[HEADER + name] ?? false]));

/** A new response is put as a whole (before null); a stored one gets a patch, or nothing when it is equal. */
export function changeMethodResponse(place: MethodPlace, before: MethodResponse | null, after: MethodResponseDraft): readonly Call[] {
  const { statusCode } = after;
  if (!before) {
    return [
      prepare(V1.PutMethodResponse, {
        ...place,
        statusCode,
        ...(after.headers.length > 0 ? { responseParameters: flags(after, null) } : {}),
        ...(after.responseModels.length > 0 ? { responseModels: mapOf(after.responseModels) } : {}),
      }),
    ];
  }
  const patchOperations = [
    ...mapChanges('/responseParameters', before.responseParameters, flags(after, before)),
    ...mapChanges('/responseModels', before.responseModels, mapOf(after.responseModels)),
  ];
  return patchOperations.length > 0 ? [prepare(V1.UpdateMethodResponse, { ...place, statusCode, patchOperations })] : [];
}
