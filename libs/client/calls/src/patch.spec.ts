import { describe, expect, it } from 'vitest';
import { mapChanges, pointer, replaced } from './patch.js';

describe('patch operations', () => {
  it('writes nothing for a form that was opened and saved unchanged', () => {
    const stage: { description?: string; rate: number } = { rate: 5 };
    expect(replaced(stage, { ...stage, description: '' }, ['description', 'rate'])).toEqual([]);
    expect(mapChanges('/variables', { a: '1' }, { a: '1' })).toEqual([]);
  });

  it('sends text for every value, as v1 wants it', () => {
    expect(replaced({ rate: 5, on: false }, { rate: 7.5, on: true }, ['rate', 'on'])).toEqual([
      { op: 'replace', path: '/rate', value: '7.5' },
      { op: 'replace', path: '/on', value: 'true' },
    ]);
  });

  it('adds, replaces and removes keys, escaping slashes and tildes', () => {
    expect(
      mapChanges('/requestTemplates', { 'application/json': 'old', 'text/xml': 'x' }, { 'application/json': 'new', 'a~b/c': 'y' }),
    ).toEqual([
      { op: 'remove', path: '/requestTemplates/text~1xml' },
      { op: 'replace', path: '/requestTemplates/application~1json', value: 'new' },
      { op: 'add', path: '/requestTemplates/a~0b~1c', value: 'y' },
    ]);
    expect(pointer('/pets/{petId}', 'GET')).toBe('/~1pets~1{petId}/GET');
  });
});
