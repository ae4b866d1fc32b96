import { describe, expect, it } from 'vitest';
import { change, creation, draftOfModel, ModelForm, NEW_MODEL } from './model-draft';

const problems = (draft: typeof NEW_MODEL) => ModelForm.safeParse(draft).error?.issues.map(({ path }) => path.join('.')) ?? [];

describe('a model', () => {
  it('is refused without a name of letters and digits, a content type, and a schema that is an object', () => {
    expect(problems({ ...NEW_MODEL, name: 'a-b', contentType: 'json' })).toEqual(['name', 'contentType']);
    expect(problems({ ...NEW_MODEL, name: 'Pet', schema: '{"type":' })).toEqual(['schema']);
    expect(problems({ ...NEW_MODEL, name: 'Pet', schema: '[]' })).toEqual(['schema']);
  });

  it('of another content type may hold any text, and any model may hold none', () => {
    expect(problems({ ...NEW_MODEL, name: 'Pet', contentType: 'text/xml', schema: '<pet/>' })).toEqual([]);
    expect(problems({ ...NEW_MODEL, name: 'Pet', schema: '' })).toEqual([]);
  });

  it('opened and saved unchanged writes nothing, however its schema is laid out', () => {
    const stored = draftOfModel({ name: 'Pet', contentType: 'application/json', schema: '{ "type":"object"}' });
    expect(change('a', stored, stored)).toEqual([]);
  });

  it('is made whole and changed by what differs', () => {
    expect(creation('a', { ...NEW_MODEL, name: 'Pet', schema: '{}' })[0]!.input).toEqual({
      restApiId: 'a',
      name: 'Pet',
      contentType: 'application/json',
      schema: '{}',
    });
    const base = draftOfModel({ name: 'Pet', contentType: 'application/json', schema: '{}' });
    expect(change('a', base, { ...base, description: 'cats' })[0]!.input).toEqual({
      restApiId: 'a',
      modelName: 'Pet',
      patchOperations: [{ op: 'replace', path: '/description', value: 'cats' }],
    });
  });
});
