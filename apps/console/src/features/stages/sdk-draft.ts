import { prepare, V1, type Call, type SdkType } from '@gatehouse/client-calls';
import { z } from 'zod';
import type { StagePlace } from './stage-place';

/** The form of a client library: its type, and the parameters which that type asks for. */
export interface SdkDraft {
  readonly sdkType: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** A type with its parameters at their defaults. */
export const startOf = (type: SdkType | undefined): SdkDraft => ({
  sdkType: type?.id ?? '',
  parameters: Object.fromEntries((type?.configurationProperties ?? []).map(({ name = '', defaultValue = '' }) => [name, defaultValue])),
});

/** A parameter that is needed is asked for before anything is sent. */
export const sdkForm = (types: readonly SdkType[]) =>
  z
    .object({ sdkType: z.string().min(1, 'Choose a platform.'), parameters: z.record(z.string(), z.string()) })
    .superRefine(({ sdkType, parameters }, context) => {
      for (const { name = '', required } of types.find(({ id }) => id === sdkType)?.configurationProperties ?? [])
        if (required && !parameters[name]) context.addIssue({ code: 'custom', path: ['parameters', name], message: 'This is needed.' });
    });

/** What asks for the library; parameters left empty are not sent. */
export function sdkOf(place: StagePlace, { sdkType, parameters }: SdkDraft): Call {
  const given = Object.entries(parameters).filter(([, value]) => value !== '');
  return prepare(V1.GetSdk, { ...place, sdkType, ...(given.length > 0 ? { parameters: Object.fromEntries(given) } : {}) });
}
