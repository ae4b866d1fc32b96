import { mapChanges, prepare, replaced, V1, type Call, type Method, type PatchOperation } from '@gatehouse/client-calls';
import { z } from 'zod';
import { mapOf, pairsForm, pairsOf, type Pair } from '../../shared/forms/pairs';
import type { MethodPlace } from './method-place';

/** The names in a path: `/pets/{petId}/{rest+}` has petId and rest. */
export const pathParameters = (path: string): readonly string[] => [...path.matchAll(/\{([^}+]+)\+?\}/g)].map(match => match[1]!);

/** One declared parameter of a request. */
export interface Parameter {
  readonly place: string;
  readonly name: string;
  readonly isRequired: boolean;
}

/** The form of a method request. */
export interface MethodRequestDraft {
  readonly authorizationType: string;
  /** Empty unless the type is CUSTOM or COGNITO_USER_POOLS. */
  readonly authorizerId: string;
  /** Scopes of which a token must have one; only user pools have them. */
  readonly scopes: readonly string[];
  /** Empty = nothing is checked. */
  readonly requestValidatorId: string;
  /** Content type -> model. */
  readonly requestModels: readonly Pair[];
  readonly apiKeyRequired: boolean;
  readonly operationName: string;
  readonly parameters: readonly Parameter[];
}

const PREFIX = 'method.request.';

/** The form of a method as it is stored. */
export const draftOfMethod = (method: Method): MethodRequestDraft => ({
  authorizationType: method.authorizationType ?? 'NONE',
  authorizerId: method.authorizerId ?? '',
  scopes: method.authorizationScopes ?? [],
  requestValidatorId: method.requestValidatorId ?? '',
  requestModels: pairsOf(method.requestModels),
  apiKeyRequired: method.apiKeyRequired ?? false,
  operationName: method.operationName ?? '',
  parameters: Object.entries(method.requestParameters ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, isRequired]) => {
      const [place = '', ...name] = key.slice(PREFIX.length).split('.');
      return { place, name: name.join('.'), isRequired };
    }),
});

const declared = (parameters: readonly Parameter[]): Record<string, boolean> =>
  Object.fromEntries(parameters.map(({ place, name, isRequired }) => [`${PREFIX}${place}.${name}`, isRequired]));

/** A parameter is one of its place and name, so none may be there twice. */
export const MethodRequestForm = z.object({
  authorizationType: z.string(),
  authorizerId: z.string(),
  scopes: z.array(z.string()),
  requestValidatorId: z.string(),
  requestModels: pairsForm({ isEmptyAllowed: false }),
  apiKeyRequired: z.boolean(),
  operationName: z.string(),
  parameters: z
    .array(
      z.object({
        place: z.string(),
        name: z.string().regex(/^[A-Za-z0-9_.$-]+$/, 'Letters, digits, and . _ - $'),
        isRequired: z.boolean(),
      }),
    )
    .superRefine((parameters, context) => {
      parameters.forEach(({ place, name }, index) => {
        if (parameters.findIndex(other => other.place === place && other.name === name) < index)
          context.addIssue({ code: 'custom', path: [index, 'name'], message: 'This parameter is there twice.' });
      });
    }),
});

/** Entries of a list are added and removed by their value. */
const listChanges = (path: string, before: readonly string[], after: readonly string[]): PatchOperation[] => [
  ...before.filter(value => !after.includes(value)).map(value => ({ op: 'remove' as const, path, value })),
  ...after.filter(value => !before.includes(value)).map(value => ({ op: 'add' as const, path, value })),
];

/** What turns one version of a method request into another; nothing when they are equal. */
export function changeMethod(place: MethodPlace, base: MethodRequestDraft, after: MethodRequestDraft): readonly Call[] {
  const patchOperations = [
    ...replaced(base, after, ['authorizationType', 'authorizerId', 'apiKeyRequired', 'operationName', 'requestValidatorId']),
    ...listChanges('/authorizationScopes', base.scopes, after.scopes),
    ...mapChanges('/requestModels', mapOf(base.requestModels), mapOf(after.requestModels)),
    ...mapChanges('/requestParameters', declared(base.parameters), declared(after.parameters)),
  ];
  return patchOperations.length > 0 ? [prepare(V1.UpdateMethod, { ...place, patchOperations })] : [];
}
