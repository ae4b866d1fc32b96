import { describe, expect, it } from 'vitest';
import { ExportForm, exportOf, impliedBy, NEW_EXPORT } from './export-draft';

const place = { restApiId: 'a', stageName: 'dev' };

describe('an export', () => {
  it('of an unknown type is not asked for', () => {
    expect(ExportForm.safeParse({ ...NEW_EXPORT, exportType: 'raml' }).success).toBe(false);
  });

  it('without extensions names none', () => {
    expect(exportOf(place, { exportType: 'swagger', format: 'yaml', extensions: [] }).input).toEqual({
      ...place,
      exportType: 'swagger',
      accepts: 'application/yaml',
    });
  });

  it('names an extension once, and not what another brings along', () => {
    const named = (extensions: readonly string[]) => exportOf(place, { ...NEW_EXPORT, extensions }).input['parameters'];
    expect(named(['postman', 'integrations', 'apigateway'])).toEqual({ extensions: 'apigateway,postman' });
    expect(named(['gatehouse', 'apigateway'])).toEqual({ extensions: 'gatehouse' });
    expect(impliedBy(['postman']).size).toBe(0);
  });
});
