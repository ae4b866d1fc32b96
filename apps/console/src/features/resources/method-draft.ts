import { mapChanges, prepare, replaced, V1, type Call, type Method } from '@gatehouse/client-calls';
import { z } from 'zod';
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
  readonly apiKeyRequired: boolean;
  readonly operationName: string;
  readonly parameters: readonly Parameter[];
}

const PREFIX = 'method.request.';

/** The form of a method as it is stored. */
export const draftOfMethod = (method: Method): MethodRequestDraft => ({
  authorizationType: method.authorizationType ?? 'NONE',
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

/** What turns one version of a method request into another; nothing when they are equal. */
export function changeMethod(place: MethodPlace, base: MethodRequestDraft, after: MethodRequestDraft): readonly Call[] {
  const patchOperations = [
    ...replaced(base, after, ['authorizationType', 'apiKeyRequired', 'operationName']),
    ...mapChanges('/requestParameters', declared(base.parameters), declared(after.parameters)),
  ];
  return patchOperations.length > 0 ? [prepare(V1.UpdateMethod, { ...place, patchOperations })] : [];
}
