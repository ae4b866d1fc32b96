import { mapChanges, prepare, replaced, V1, type Call, type Integration, type PatchOperation } from '@gatehouse/client-calls';
import { z } from 'zod';
import { mapOf, pairsForm, pairsOf, type Pair } from '../../shared/forms/pairs';
import type { MethodPlace } from './method-place';

/** The form of an integration request. */
export interface IntegrationDraft {
  readonly type: string;
  readonly httpMethod: string;
  readonly uri: string;
  /** The VPC link that leads to the backend, or a stage variable that names one; empty = called directly. */
  readonly connectionId: string;
  readonly timeoutInMillis: string;
  readonly passthroughBehavior: string;
  readonly requestParameters: readonly Pair[];
  readonly requestTemplates: readonly Pair[];
}

/** What a method is served by. Proxies pass everything through; the others map requests and answers. */
export const INTEGRATIONS: Readonly<
  Record<string, { readonly label: string; readonly description: string; readonly isProxy: boolean; readonly callsHttp: boolean }>
> = {
  HTTP_PROXY: {
    label: 'HTTP proxy',
    description: 'Passes the request to an HTTP backend and its answer back, unchanged.',
    isProxy: true,
    callsHttp: true,
  },
  HTTP: { label: 'HTTP', description: 'Calls an HTTP backend; requests and answers can be mapped.', isProxy: false, callsHttp: true },
  MOCK: { label: 'Mock', description: 'Answers at the gateway, without a backend.', isProxy: false, callsHttp: false },
};
/** Proxies pass requests and answers through, so nothing of theirs can be mapped. */
export const isProxy = (type: string): boolean => type.endsWith('_PROXY');
/** Types that this form does not know are taken to have an address, so that it is shown and kept. */
export const callsHttp = (type: string): boolean => INTEGRATIONS[type]?.callsHttp ?? true;

/** A mock answers with the status that its request template names. */
export const MOCK_TEMPLATE: Pair = { name: 'application/json', value: '{"statusCode": 200}' };
/** What the form of a new integration begins with: AWS's defaults. */
export const NEW_INTEGRATION: IntegrationDraft = {
  type: 'HTTP_PROXY',
  httpMethod: 'GET',
  uri: '',
  connectionId: '',
  timeoutInMillis: '29000',
  passthroughBehavior: 'WHEN_NO_MATCH',
  requestParameters: [],
  requestTemplates: [],
};

/** The form with another type: the template that only a mock can read goes with the mock. */
export function retyped(draft: IntegrationDraft, type: string): Partial<IntegrationDraft> {
  const isMocks =
    draft.type === 'MOCK' &&
    draft.requestTemplates.length === 1 &&
    draft.requestTemplates[0]?.value.replaceAll(/\s/g, '') === MOCK_TEMPLATE.value.replaceAll(/\s/g, '');
  return { type, ...(type !== 'MOCK' && isMocks ? { requestTemplates: [] } : {}) };
}

const PARAMETER = /^integration\.request\.(path|querystring|header)\.\S+$/;

/** An address and a method are asked for only where a backend is called. */
export const IntegrationForm = z
  .object({
    type: z.string(),
    httpMethod: z.string(),
    uri: z.string(),
    connectionId: z.string(),
    passthroughBehavior: z.string(),
    timeoutInMillis: z.string().regex(/^\d+$/, 'A whole number of milliseconds.'),
    requestParameters: pairsForm({
      name: PARAMETER,
      nameHint: 'Begins with integration.request.path., .querystring. or .header.',
      isEmptyAllowed: false,
    }),
    requestTemplates: pairsForm(),
  })
  .superRefine((draft, context) => {
    if (!callsHttp(draft.type)) return;
    if (!draft.uri) context.addIssue({ code: 'custom', path: ['uri'], message: 'Enter the address of the backend.' });
    if (!draft.httpMethod)
      context.addIssue({ code: 'custom', path: ['httpMethod'], message: 'Choose the method that the backend is called with.' });
  });

/** The form of an integration as it is stored. */
export const draftOfIntegration = (integration: Integration): IntegrationDraft => ({
  type: integration.type,
  httpMethod: integration.httpMethod ?? '',
  uri: integration.uri ?? '',
  connectionId: integration.connectionId ?? '',
  timeoutInMillis: String(integration.timeoutInMillis ?? 29000),
  passthroughBehavior: integration.passthroughBehavior ?? 'WHEN_NO_MATCH',
  requestParameters: pairsOf(integration.requestParameters),
  requestTemplates: pairsOf(integration.requestTemplates),
});

type PutInput = Parameters<NonNullable<(typeof V1.PutIntegration)['_io']>>[0];

/** Writes an integration from nothing, or with another type. Settings that the form does not show come along. */
export function putIntegration(place: MethodPlace, draft: IntegrationDraft, before?: Integration): Call {
  const templates = draft.type === 'MOCK' && draft.requestTemplates.length === 0 ? [MOCK_TEMPLATE] : draft.requestTemplates;
  const { credentials, contentHandling, cacheNamespace, cacheKeyParameters, tlsConfig } = before ?? {};
  return prepare(V1.PutIntegration, {
    ...place,
    type: draft.type as PutInput['type'],
    ...defined({ credentials, contentHandling, cacheNamespace, cacheKeyParameters, tlsConfig }),
    ...(callsHttp(draft.type) ? { integrationHttpMethod: draft.httpMethod, uri: draft.uri, ...connectionOf(draft, before) } : {}),
    ...(draft.timeoutInMillis === '29000' ? {} : { timeoutInMillis: Number(draft.timeoutInMillis) }),
    ...(isProxy(draft.type)
      ? {}
      : { passthroughBehavior: draft.passthroughBehavior, ...(templates.length > 0 ? { requestTemplates: mapOf(templates) } : {}) }),
    ...(draft.requestParameters.length > 0 ? { requestParameters: mapOf(draft.requestParameters) } : {}),
  });
}

/** A link says so by its type; a type that another tool wrote without a link is kept. */
function connectionOf({ connectionId }: IntegrationDraft, before: Integration | undefined): Pick<PutInput, 'connectionType' | 'connectionId'> {
  if (connectionId) return { connectionType: 'VPC_LINK', connectionId };
  return before?.connectionType === 'INTERNET' ? { connectionType: 'INTERNET' } : {};
}

const connectionChanges = (base: IntegrationDraft, after: IntegrationDraft): PatchOperation[] =>
  base.connectionId === after.connectionId
    ? []
    : [
        { op: 'replace', path: '/connectionType', value: after.connectionId ? 'VPC_LINK' : 'INTERNET' },
        { op: 'replace', path: '/connectionId', value: after.connectionId },
      ];

const defined = <T extends object>(members: T): Partial<T> =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Partial<T>;

/** What turns the integration as it was into what the form says: a patch, or a new one when the type changed. */
export function changeIntegration(
  place: MethodPlace,
  before: Integration,
  base: IntegrationDraft,
  after: IntegrationDraft,
): readonly Call[] {
  if (base.type !== after.type) return [putIntegration(place, after, before), ...responsesAgain(place, before, after.type)];
  const members = callsHttp(after.type)
    ? (['httpMethod', 'uri', 'timeoutInMillis', 'passthroughBehavior'] as const)
    : (['timeoutInMillis', 'passthroughBehavior'] as const);
  const patchOperations = [
    ...replaced(base, after, members),
    ...connectionChanges(base, after),
    ...mapChanges('/requestParameters', mapOf(base.requestParameters), mapOf(after.requestParameters)),
    ...mapChanges('/requestTemplates', mapOf(base.requestTemplates), mapOf(after.requestTemplates)),
  ];
  return patchOperations.length > 0 ? [prepare(V1.UpdateIntegration, { ...place, patchOperations })] : [];
}

/** A put begins anew, so the responses that a mapping type needs are written again. */
function responsesAgain(place: MethodPlace, before: Integration, type: string): readonly Call[] {
  if (isProxy(type)) return [];
  const kept = Object.values(before.integrationResponses ?? {});
  if (kept.length === 0) return defaultResponses(place);
  return kept.map(response => prepare(V1.PutIntegrationResponse, { ...place, ...response }));
}

/** The pair of responses without which a mapping type cannot answer. */
export const defaultResponses = (place: MethodPlace): readonly Call[] => [
  prepare(V1.PutMethodResponse, { ...place, statusCode: '200', responseModels: { 'application/json': 'Empty' } }),
  prepare(V1.PutIntegrationResponse, { ...place, statusCode: '200' }),
];
