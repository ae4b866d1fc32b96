import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type JsonObject } from './json.js';
import { writeJson, writeYaml } from './text.js';

const DOCUMENT: JsonObject = JSON.parse('{"a":{"b":[{"c":1},"d",[]],"e":{},"f":null,"200":"y","__proto__":{"on":"no"}},"t":"two\\nlines: \\"x\\" # y","d":"2020-01-31","z":[]}') as JsonObject;

describe('a document as text', () => {
  it('JSON: two blanks a level, blanks around the colon, lists on the line of their bracket', () => {
    expect(writeJson({ a: { b: [{ c: 1 }, 'd', []], e: {} }, z: [] })).toBe('{\n  "a" : {\n    "b" : [ {\n      "c" : 1\n    }, "d", [ ] ],\n    "e" : { }\n  },\n  "z" : [ ]\n}');
  });

  it('JSON and YAML say the same', () => {
    expect(JSON.parse(writeJson(DOCUMENT))).toEqual(DOCUMENT);
    expect(JSON.stringify(parse(writeYaml(DOCUMENT)))).toBe(JSON.stringify(DOCUMENT));
  });

  it.each(['1.1', '1.2'] as const)('names that look like something else stay names in YAML %s', version => {
    const odd = JSON.parse('{"on":"x","y":"n","200":1,"2020-01-31":"a","<<":"b","1_000":"z","0o7":"q","~":"t","":"e","k: v":"w","# c":"d",".nan":"m","null":"o","- x":"p","{a}":"r","*b":"s","__proto__":"u"}') as JsonObject;
    expect(JSON.stringify(parse(writeYaml(odd), { version, merge: false }))).toBe(JSON.stringify(odd));
  });

  it('YAML: no text can be taken for a date, a number or a flag, in any version of YAML', () => {
    expect(writeYaml({ version: '2020-01-31', on: 'no', statusCode: '200', 200: { xy: 'y' }, list: [{ a: '1e3' }], e: {}, l: [] }))
      .toBe('"200":\n  xy: "y"\nversion: "2020-01-31"\n"on": "no"\nstatusCode: "200"\nlist:\n- a: "1e3"\ne: {}\nl: []\n');
  });

  it('YAML has no anchors, even when a value stands in it twice', () => {
    const same = { type: 'string' };
    expect(writeYaml({ a: same, b: same })).toBe('a:\n  type: "string"\nb:\n  type: "string"\n');
  });
});
