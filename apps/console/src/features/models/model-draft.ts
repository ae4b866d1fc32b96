import { prepare, replaced, V1, type Call, type Model } from '@gatehouse/client-calls';
import { z } from 'zod';
import { jsonProblem, pretty } from '../../shared/parts/pretty';

/** The form of a model. */
export interface ModelDraft {
  readonly name: string;
  readonly contentType: string;
  readonly description: string;
  readonly schema: string;
}

/** What the form of a new model begins with. */
export const NEW_MODEL: ModelDraft = {
  name: '',
  contentType: 'application/json',
  description: '',
  schema: pretty('{"$schema":"http://json-schema.org/draft-04/schema#","type":"object","properties":{}}'),
};

const isJson = (contentType: string): boolean => /[/+]json\b/.test(contentType);

/** AWS's rule for names; a schema of a JSON type must be a JSON object. Whether it is a schema, the server says. */
export const ModelForm = z
  .object({
    name: z.string().regex(/^[A-Za-z0-9]+$/, 'Letters and digits only.'),
    contentType: z.string().regex(/^[^\s/]+\/[^\s/]+.*$/, 'A content type, such as application/json.'),
    description: z.string(),
    schema: z.string(),
  })
  .superRefine(({ contentType, schema }, context) => {
    const problem = schema !== '' && isJson(contentType) ? jsonProblem(schema) : null;
    if (problem) context.addIssue({ code: 'custom', path: ['schema'], message: problem });
  });

/** The form of a model as it is stored, letter by letter. */
export const draftOfModel = (model: Model): ModelDraft => ({
  name: model.name,
  contentType: model.contentType,
  description: model.description ?? '',
  schema: model.schema ?? '',
});

/** What makes a model. */
export const creation = (restApiId: string, { name, contentType, description, schema }: ModelDraft): readonly Call[] => [
  prepare(V1.CreateModel, { restApiId, name, contentType, ...(description ? { description } : {}), ...(schema ? { schema } : {}) }),
];

/** What turns one version of a model into another; its name and content type stay. */
export function change(restApiId: string, base: ModelDraft, after: ModelDraft): readonly Call[] {
  const patchOperations = replaced(base, after, ['description', 'schema']);
  return patchOperations.length > 0 ? [prepare(V1.UpdateModel, { restApiId, modelName: base.name, patchOperations })] : [];
}
