import { describe, expect, it } from 'vitest';
import { ImportForm, importation, importationInto, languageOf, NEW_IMPORT } from './import-draft';

const draft = { ...NEW_IMPORT, text: '{"openapi":"3.0.1"}' };

describe('an import', () => {
  it('of nothing is not sent', () => {
    expect(ImportForm.safeParse({ ...NEW_IMPORT, text: ' \n' }).success).toBe(false);
  });

  it('of more than the server takes is not sent', () => {
    expect(ImportForm.safeParse({ ...NEW_IMPORT, text: 'x'.repeat(6 * 1024 * 1024 + 1) }).success).toBe(false);
  });

  it('names an option only where it is not the default', () => {
    expect(importation(draft, true).input).toEqual({ body: new TextEncoder().encode(draft.text), failOnWarnings: true });
    expect(importation({ ...draft, basepath: 'split', endpointType: 'REGIONAL', ignoreDocumentation: true }, false).input).toMatchObject({
      failOnWarnings: false,
      parameters: { basepath: 'split', endpointConfigurationTypes: 'REGIONAL', ignore: 'documentation' },
    });
  });

  it('into an API leaves its endpoint type alone', () => {
    expect(importationInto('a1', { ...draft, mode: 'overwrite', endpointType: 'EDGE' }, true).input).toEqual({
      restApiId: 'a1',
      body: new TextEncoder().encode(draft.text),
      mode: 'overwrite',
      failOnWarnings: true,
    });
  });

  it('is coloured as what it is', () => {
    expect(['\n {"a":1}', 'openapi: 3.0.1', ''].map(languageOf)).toEqual(['json', 'yaml', 'yaml']);
  });
});
