import { describe, expect, it } from 'vitest';
import { writeOutput } from './write-output.js';

describe('writeOutput', () => {
  it('leaves out what is absent and what the shape does not know', () => {
    expect(writeOutput({ id: 'a', description: undefined, version: null, secret: 's' }, 'RestApi').body).toBe('{"id":"a"}');
  });

  it('writes dates as whole epoch seconds and lists under the wire\'s name', () => {
    expect(writeOutput({ items: [{ id: 'a', createdDate: new Date(1_763_600_000_999) }], position: 'p' }, 'RestApis').body).toBe('{"items":[],"position":"p"}'.replace('"items":[]', '"item":[{"id":"a","createdDate":1763600000}]'));
    expect(writeOutput({ usagePlanId: 'u', items: { k: [[1, 2]] } }, 'Usage').body).toBe('{"usagePlanId":"u","values":{"k":[[1,2]]}}');
  });

  it('keeps members of maps whatever they are called', () => {
    const tags = JSON.parse('{"__proto__":"p","constructor":"c"}') as Record<string, string>;
    expect(writeOutput({ tags }, 'RestApi').body).toBe('{"tags":{"__proto__":"p","constructor":"c"}}');
  });

  it('sends a raw document as bytes, with the headers that the shape names', () => {
    const body = new TextEncoder().encode('openapi: 3');
    expect(writeOutput({ contentType: 'application/yaml', contentDisposition: 'attachment', body }, 'ExportResponse')).toEqual({ body, headers: { 'Content-Type': 'application/yaml', 'Content-Disposition': 'attachment' } });
  });

  it('sends nothing where nothing travels', () => {
    expect(writeOutput(undefined, null)).toEqual({ body: null, headers: {} });
  });
});
