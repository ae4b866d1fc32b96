import { describe, expect, it } from 'vitest';
import { sdkForm, sdkOf, startOf } from './sdk-draft';

const ruby = { id: 'ruby', friendlyName: 'Ruby', configurationProperties: [{ name: 'service.name', required: true }, { name: 'build', defaultValue: 'gem' }] };
const place = { restApiId: 'a', stageName: 'dev' };

describe('a client library', () => {
  it('is not asked for without what it needs', () => {
    const result = sdkForm([ruby]).safeParse(startOf(ruby));
    expect(result.error?.issues.map(({ path }) => path.join('.'))).toEqual(['parameters.service.name']);
    expect(sdkForm([]).safeParse(startOf(undefined)).success).toBe(false);
  });

  it('begins with defaults and sends what was given', () => {
    expect(startOf(ruby).parameters).toEqual({ 'service.name': '', build: 'gem' });
    expect(sdkOf(place, { sdkType: 'ruby', parameters: { 'service.name': 'Pets', build: '' } }).input).toEqual({
      ...place,
      sdkType: 'ruby',
      parameters: { 'service.name': 'Pets' },
    });
    expect(sdkOf(place, { sdkType: 'javascript', parameters: {} }).input).toEqual({ ...place, sdkType: 'javascript' });
  });
});
