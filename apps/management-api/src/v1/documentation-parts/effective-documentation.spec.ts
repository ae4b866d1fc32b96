import { type DocumentationLocation, type DocumentationPartDefinition, type DocumentationPartType } from '@gatehouse/contract-definition';
import { describe, expect, it } from 'vitest';
import { effectiveDocumentation } from './effective-documentation.js';

const at = (type: DocumentationPartType, more: Partial<DocumentationLocation> = {}): DocumentationLocation => ({ type, path: null, method: null, statusCode: null, name: null, ...more });
const response = (path: string, method: string, statusCode: string): DocumentationLocation => at('RESPONSE', { path, method, statusCode });
const part = (location: DocumentationLocation, text: string): DocumentationPartDefinition => ({ location, properties: text });
const said = (entity: DocumentationLocation, ...parts: DocumentationPartDefinition[]): string | undefined => effectiveDocumentation([entity], parts)[0]?.properties;
const GENERAL = part(response('/', '*', '*'), 'general');

describe('the documentation of an entity', () => {
  it('is nothing where nobody wrote anything, and nothing of other types', () => {
    expect(effectiveDocumentation([at('API'), response('/pets', 'GET', '200')], [part(at('METHOD', { path: '/', method: '*' }), 'x')])).toEqual([]);
  });

  it.each<[string, DocumentationLocation, DocumentationLocation]>([
    ['another branch', response('/pets', 'GET', '200'), response('/owners', '*', '*')],
    ['a path that only begins with the same letters', response('/petshop', 'GET', '200'), response('/pets', '*', '*')],
    ['a child', response('/pets', 'GET', '200'), response('/pets/{id}', '*', '*')],
    ['another method', response('/pets', 'GET', '200'), response('/pets', 'POST', '*')],
    ['another status', response('/pets', 'GET', '200'), response('/pets', '*', '404')],
    ['another name', at('REQUEST_HEADER', { path: '/pets', method: 'GET', name: 'a' }), at('REQUEST_HEADER', { path: '/', method: '*', name: 'b' })],
    ['the parent of a resource, which inherits nothing', at('RESOURCE', { path: '/pets/{id}' }), at('RESOURCE', { path: '/pets' })],
  ])('does not come from %s', (_, entity, elsewhere) => {
    expect(said(entity, part(elsewhere, 'x'))).toBeUndefined();
  });

  it.each<[string, DocumentationLocation]>([['the root and every method', response('/', '*', '*')], ['the path above', response('/pets', '*', '*')], ['its own path', response('/pets/{id}', '*', '*')], ['its method', response('/', 'GET', '*')], ['its status', response('/', '*', '400')]])(
    'comes from a part about %s', (_, general) => {
      expect(effectiveDocumentation([response('/pets/{id}', 'GET', '400')], [part(general, 'x')])).toEqual([{ location: response('/pets/{id}', 'GET', '400'), properties: 'x', writtenAt: general }]);
    });

  it('is its own where it has one, whatever that says', () => {
    expect(said(response('/pets', 'GET', '200'), GENERAL, part(response('/pets', 'GET', '200'), '{}'))).toBe('{}');
  });

  it('comes from the most specific part: path before status, status before method, in whatever order they were written', () => {
    const status = part(response('/pets', '*', '200'), 'status');
    const method = part(response('/pets', 'GET', '*'), 'method');
    const path = part(response('/pets/{id}', '*', '*'), 'path');
    for (const parts of [[GENERAL, status, method, path], [path, method, status, GENERAL]]) {
      expect(said(response('/pets/{id}', 'GET', '200'), ...parts)).toBe('path');
      expect(said(response('/pets', 'GET', '200'), ...parts)).toBe('status');
      expect(said(response('/pets', 'GET', '404'), ...parts)).toBe('method');
      expect(said(response('/pets', 'PUT', '404'), ...parts)).toBe('general');
    }
  });

  it('of a method comes from the part of any method above it', () => {
    expect(said(at('METHOD', { path: '/pets', method: 'GET' }), part(at('METHOD', { path: '/', method: '*' }), 'all'))).toBe('all');
  });
});
