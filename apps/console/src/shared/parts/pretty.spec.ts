import { describe, expect, it } from 'vitest';
import { jsonProblem, pretty } from './pretty';

describe('a text that may be JSON', () => {
  it('is left as it is when it is none', () => {
    for (const text of ['', '<html>', '{"half":', 'true story']) expect(pretty(text)).toBe(text);
  });

  it('is indented when it is', () => {
    expect(pretty('{"a":[1]}')).toBe('{\n  "a": [\n    1\n  ]\n}');
  });

  it('tells why it is no object', () => {
    expect(jsonProblem('{"a":')).toMatch(/^This is no valid JSON: /);
    for (const text of ['[]', '1', 'null', '"text"']) expect(jsonProblem(text)).toBe('Write a JSON object: { … }.');
    expect(jsonProblem('{"a":1}')).toBeNull();
  });
});
