import { type ModelFields } from './fields.js';

const schema = (title: string, rest: string): string => `{\n  "$schema" : "http://json-schema.org/draft-04/schema#",\n  "title" : "${title}",\n  "type" : "object"${rest}\n}`;

/** The two models that every REST API is born with. */
export const DEFAULT_MODELS: readonly { readonly name: string; readonly fields: ModelFields }[] = [
  { name: 'Empty', fields: { description: 'This is a default empty schema model', contentType: 'application/json', schema: schema('Empty Schema', '') } },
  {
    name: 'Error',
    fields: {
      description: 'This is a default error schema model', contentType: 'application/json',
      schema: schema('Error Schema', ',\n  "properties" : {\n    "message" : { "type" : "string" }\n  }'),
    },
  },
];
