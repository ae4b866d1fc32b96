import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type RestApiDefinition } from '@gatehouse/contract-definition';
import { describe, expect, it } from 'vitest';
import { type Extension, type WriteOptions } from './scope.js';
import { writeJson, writeYaml } from './text.js';
import { writeOpenApi } from './write-openapi.js';

// `name.in.json` is an API, `name.{exportType}[.{extension}].out.{json|yaml}` what an export of it says. `UPDATE_GOLDENS=1` writes the answers anew: read the diff.
const FOLDER = path.resolve(import.meta.dirname, '../../goldens');
const isUpdating = process.env['UPDATE_GOLDENS'] === '1';

const OPTIONS = {
  server: { scheme: 'https', host: 'abc123.execute-api.us-east-1.example.com', stageName: 'prod' }, region: 'us-east-1', createdDate: '2026-01-02T03:04:05Z',
  documentation: { version: '1.0.0', createdDate: '2026-01-03T00:00:00Z' },
} as const satisfies Partial<WriteOptions>;
const NAMES = readdirSync(FOLDER).filter(name => name.endsWith('.in.json')).map(name => name.slice(0, -'.in.json'.length)).sort();
const EXTENSIONS: readonly (Extension | null)[] = [null, 'integrations', 'authorizers', 'documentation', 'validators', 'gatewayresponses', 'apigateway', 'postman', 'gatehouse'];

interface Golden { readonly file: string; readonly text: string }

function goldensOf(name: string): readonly Golden[] {
  const api = JSON.parse(readFileSync(path.join(FOLDER, `${name}.in.json`), 'utf8')) as RestApiDefinition;
  return (['oas30', 'swagger'] as const).flatMap(exportType => EXTENSIONS.flatMap(extension => {
    const document = writeOpenApi(api, { ...OPTIONS, documentation: name === 'bare' ? null : OPTIONS.documentation, exportType, extensions: new Set(extension ? [extension] : []) });
    const file = [name, exportType, ...(extension ? [extension] : []), 'out'].join('.');
    const json = { file: `${file}.json`, text: `${writeJson(document)}\n` };
    return extension === 'apigateway' ? [json, { file: `${file}.yaml`, text: writeYaml(document) }] : [json];
  }));
}
const GOLDENS = NAMES.flatMap(goldensOf);

describe('what an export says', () => {
  it.each(GOLDENS)('$file', ({ file, text }) => {
    const at = path.join(FOLDER, file);
    if (isUpdating) writeFileSync(at, text);
    expect(existsSync(at) ? readFileSync(at, 'utf8') : 'missing: run with UPDATE_GOLDENS=1').toBe(text);
  });

  it('no answer lies there without its question', () => {
    expect(readdirSync(FOLDER).filter(name => !name.endsWith('.in.json')).sort()).toEqual(GOLDENS.map(({ file }) => file).sort());
  });
});
