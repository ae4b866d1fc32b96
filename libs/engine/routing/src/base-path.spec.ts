import { describe, expect, it } from 'vitest';
import { BasePathTable } from './base-path.js';

const table = new BasePathTable(['api', 'api/v1', 'apis', 'Case', ''].map(basePath => ({ basePath, value: basePath })));
const withoutRoot = new BasePathTable([{ basePath: 'v1', value: 'v1' }]);

describe('base paths', () => {
  it.each(['/', '/v10', '/v1x/pets', '/V1', '/v', '', '/%76%31'])('%j has no mapping where only v1 is one', path => {
    expect(withoutRoot.find(path)).toBeNull();
  });

  it.each([
    ['/api', 'api', '/api', '/'], ['/api/', 'api', '/api', '/'], ['/api/v1', 'api/v1', '/api/v1', '/'], ['/api/v1/pets', 'api/v1', '/api/v1', '/pets'], ['/api/v10/pets', 'api', '/api', '/v10/pets'],
    ['/apis/pets', 'apis', '/apis', '/pets'], ['/apix', '', '', '/apix'], ['/', '', '', '/'], ['/case/x', '', '', '/case/x'], ['/Case/x', 'Case', '/Case', '/x'], ['/api//x', 'api', '/api', '//x'],
  ])('%s leads to %j', (path, value, basePath, rest) => {
    expect(table.find(path)).toEqual({ value, basePath, rest });
  });

  it('does not depend on the order of its entries', () => {
    const reversed = new BasePathTable(['', 'apis', 'api/v1', 'api'].map(basePath => ({ basePath, value: basePath })));
    for (const path of ['/api/v1/x', '/apis', '/api', '/other']) expect(reversed.find(path)).toEqual(table.find(path));
  });
});
