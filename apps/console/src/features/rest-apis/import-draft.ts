import { prepare, V1, type Call } from '@gatehouse/client-calls';
import { z } from 'zod';

/** The form of an import. `endpointType` empty = as the definition says. */
export interface ImportDraft {
  readonly text: string;
  readonly mode: 'merge' | 'overwrite';
  readonly basepath: 'ignore' | 'prepend' | 'split';
  readonly endpointType: string;
  readonly ignoreDocumentation: boolean;
  /** Whether warnings are shown before anything is written. */
  readonly asksFirst: boolean;
}

/** What the form of an import begins with. */
export const NEW_IMPORT: ImportDraft = {
  text: '',
  mode: 'merge',
  basepath: 'ignore',
  endpointType: '',
  ignoreDocumentation: false,
  asksFirst: true,
};

/** The server's limit for one definition, in bytes. */
const MAX_BYTES = 6 * 1024 * 1024;
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** Whether it is OpenAPI at all, the server says. */
export const ImportForm = z.object({
  text: z
    .string()
    .refine(text => text.trim() !== '', 'Choose a file, or paste a definition.')
    .refine(text => text.length <= MAX_BYTES, 'A definition has at most 6 MB.'),
  mode: z.enum(['merge', 'overwrite']),
  basepath: z.enum(['ignore', 'prepend', 'split']),
  endpointType: z.string(),
  ignoreDocumentation: z.boolean(),
  asksFirst: z.boolean(),
});

/** A definition that begins with a brace is JSON, any other YAML. */
export const languageOf = (text: string): 'json' | 'yaml' => (/^\s*[{[]/.test(text) ? 'json' : 'yaml');

const optionsOf = ({ basepath, endpointType, ignoreDocumentation }: ImportDraft): { readonly parameters?: Record<string, string> } => {
  const parameters = {
    ...(basepath === 'ignore' ? {} : { basepath }),
    ...(endpointType ? { endpointConfigurationTypes: endpointType } : {}),
    ...(ignoreDocumentation ? { ignore: 'documentation' } : {}),
  };
  return Object.keys(parameters).length > 0 ? { parameters } : {};
};

/** What makes an API of a definition. */
export const importation = (draft: ImportDraft, failOnWarnings: boolean): Call =>
  prepare(V1.ImportRestApi, { body: bytesOf(draft.text), failOnWarnings, ...optionsOf(draft) });

/** What puts a definition over an API that is there. */
export const importationInto = (restApiId: string, draft: ImportDraft, failOnWarnings: boolean): Call =>
  prepare(V1.PutRestApi, {
    restApiId,
    body: bytesOf(draft.text),
    mode: draft.mode,
    failOnWarnings,
    ...optionsOf({ ...draft, endpointType: '' }),
  });
