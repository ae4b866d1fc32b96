import { mapChanges, prepare, replaced, V1, type Call, type GatewayResponse } from '@gatehouse/client-calls';
import { z } from 'zod';
import { mapOf, pairsForm, pairsOf, type Pair } from '../../shared/forms/pairs';

/** The form of a gateway response. An empty status leaves the type its own. */
export interface ResponseDraft {
  readonly statusCode: string;
  readonly responseParameters: readonly Pair[];
  readonly responseTemplates: readonly Pair[];
}

/** Headers are named in full, as a mapping names them. */
export const ResponseForm = z.object({
  statusCode: z.string().regex(/^([1-5]\d\d)?$/, 'A status from 100 to 599, or nothing.'),
  responseParameters: pairsForm({
    name: /^gatewayresponse\.header\.\S+$/,
    nameHint: 'Begins with gatewayresponse.header.',
    isEmptyAllowed: false,
  }),
  responseTemplates: pairsForm({ isEmptyAllowed: false }),
});

/** The form of a gateway response as it is answered now. */
export const draftOfResponse = (response: GatewayResponse): ResponseDraft => ({
  statusCode: response.statusCode ?? '',
  responseParameters: pairsOf(response.responseParameters),
  responseTemplates: pairsOf(response.responseTemplates),
});

interface Place {
  readonly restApiId: string;
  readonly response: GatewayResponse;
}

/** A default becomes one's own as a whole; one's own is changed where it differs. */
export function change({ restApiId, response }: Place, base: ResponseDraft, after: ResponseDraft): readonly Call[] {
  const { responseType } = response;
  const patchOperations = [
    ...replaced(base, after, ['statusCode']),
    ...mapChanges('/responseParameters', mapOf(base.responseParameters), mapOf(after.responseParameters)),
    ...mapChanges('/responseTemplates', mapOf(base.responseTemplates), mapOf(after.responseTemplates)),
  ];
  if (patchOperations.length === 0) return [];
  if (!response.defaultResponse) return [prepare(V1.UpdateGatewayResponse, { restApiId, responseType, patchOperations })];
  return [
    prepare(V1.PutGatewayResponse, {
      restApiId,
      responseType,
      ...(after.statusCode !== base.statusCode && after.statusCode ? { statusCode: after.statusCode } : {}),
      responseParameters: mapOf(after.responseParameters),
      responseTemplates: mapOf(after.responseTemplates),
    }),
  ];
}

const ORIGIN = 'gatewayresponse.header.Access-Control-Allow-Origin';

/** What lets browsers of any origin read the gateway's own refusals. Types that say something else already are left alone. */
export function corsCalls(restApiId: string, responses: readonly GatewayResponse[]): readonly Call[] {
  return responses
    .filter(({ responseType }) => responseType === 'DEFAULT_4XX' || responseType === 'DEFAULT_5XX')
    .filter(({ responseParameters = {} }) => !Object.hasOwn(responseParameters, ORIGIN))
    .map(({ responseType }) =>
      prepare(V1.UpdateGatewayResponse, {
        restApiId,
        responseType,
        patchOperations: [{ op: 'add', path: `/responseParameters/${ORIGIN}`, value: "'*'" }],
      }),
    );
}
