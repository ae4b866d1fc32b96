import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type RestApiDefinition } from '@gatehouse/contract-definition';
import { describe, expect, it } from 'vitest';
import { readApi } from '../read/read-api.js';
import { readDocument } from '../read/read-document.js';
import { type WriteOptions } from './scope.js';
import { writeJson, writeYaml } from './text.js';
import { writeOpenApi } from './write-openapi.js';

const FOLDER = path.resolve(import.meta.dirname, '../../samples');
const SAMPLES = readdirSync(FOLDER).sort();
const FORMS = [['oas30', writeJson], ['oas30', writeYaml], ['swagger', writeJson], ['swagger', writeYaml]] as const;

const read = (text: string): RestApiDefinition => {
  const { definition, errors } = readApi(readDocument(text));
  expect(errors).toEqual([]);
  return definition;
};
const options = (exportType: WriteOptions['exportType'], extension: 'apigateway' | 'gatehouse'): WriteOptions => ({
  exportType, extensions: new Set([extension]), server: { scheme: 'https', host: 'abc123.execute-api.us-east-1.example.com', stageName: 'prod' }, region: 'us-east-1',
  createdDate: '2026-01-02T03:04:05Z', documentation: { version: '1', createdDate: '2026-01-02T03:04:05Z' },
});
/** What OpenAPI has no place for: the types of the endpoint, and the API's own description when its documentation has another. */
const LOST: Readonly<Record<string, readonly (keyof RestApiDefinition['fields'])[]>> = { 'documentation.json': ['description'], 'gateway-responses-policy.yaml': ['endpointTypes', 'ipAddressType'] };

/** An API without what only an import knows of (what it kept), without what such a document loses, and without blanks in its JSON texts. */
const told = ({ fields, documentationParts, ...api }: RestApiDefinition, sample: string): unknown => ({
  ...api,
  fields: Object.fromEntries(Object.entries(fields).filter(([name]) => name !== 'kept' && !LOST[sample]?.some(lost => lost === name))),
  documentationParts: documentationParts.map(({ location, properties }) => ({ location, properties: JSON.parse(properties) as unknown })),
});

describe.each(SAMPLES)('%s', sample => {
  const api = read(readFileSync(path.join(FOLDER, sample), 'utf8'));

  it.each(FORMS)('export -> import -> export gives the same bytes: %s', (exportType, write) => {
    for (const extension of ['apigateway', 'gatehouse'] as const) {
      const text = write(writeOpenApi(api, options(exportType, extension)));
      expect(write(writeOpenApi(read(text), options(exportType, extension)))).toBe(text);
    }
  });

  it('an export with apigateway holds everything but what AWS drops', () => {
    expect(told(read(writeJson(writeOpenApi({ ...api, models: used(api) }, options('oas30', 'apigateway')))), sample)).toEqual(told({ ...api, models: used(api) }, sample));
  });

  it('an export with gatehouse holds everything, and OpenAPI 3 needs next to no extension for it', () => {
    const document = writeOpenApi(api, options('oas30', 'gatehouse'));
    const { facts } = (document['x-gatehouse-lost'] ?? { facts: {} }) as { readonly facts: Readonly<Record<string, unknown>> };
    expect(Object.keys(facts)).toEqual((LOST[sample] ?? []).map(name => `/fields/${name}`));
    for (const whole of [document, writeOpenApi(api, options('swagger', 'gatehouse'))]) {
      const again = read(writeJson(whole));
      expect({ ...again, documentationParts: again.documentationParts.length }).toEqual({ ...api, documentationParts: api.documentationParts.length });
    }
  });
});

/** Models that methods speak of, themselves or through others: AWS exports no more. */
function used({ resources, models }: RestApiDefinition): RestApiDefinition['models'] {
  const found = new Set(resources.flatMap(({ methods }) => methods.flatMap(({ fields, methodResponses }) => [fields.requestModels, ...methodResponses.map(response => response.fields.responseModels)].flatMap(map => Object.values(map)))));
  for (const name of found) for (const [, other] of (models.find(model => model.name === name)?.fields.schema ?? '').matchAll(/"#\/definitions\/(\w+)/g)) found.add(other!);
  return models.filter(({ name }) => found.has(name));
}
