import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { ask } from '../http.js';
import { eventually } from '../own-rest.js';
import { DATA_SOURCES } from './data-sources.js';
import { Provider } from './provider.js';
import { RESOURCES } from './registry.js';
import { type Resource } from './resource.js';
import { World } from './world.js';

const reach = inject('system');
const world = new World(new Provider(reach));
const guide = readFileSync(path.resolve(import.meta.dirname, '../../../../docs/guides/terraform.md'), 'utf8');
const all = Object.values<Resource>(RESOURCES);
const snake = (name: string): string => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);
const table = guide.slice(guide.indexOf('| resource | maps to |'), guide.indexOf('## What differs'));
const firstColumn = table.split('\n').slice(2).map(line => line.split('|')[1] ?? '');
const names = (cells: readonly string[]): readonly string[] => cells.flatMap(cell => [...cell.matchAll(/`([a-z_]+)`/g)].map(([, name]) => name!)).sort();

afterAll(() => world.leave());

describe('docs/guides/terraform.md', () => {
  it('names every resource and every data source that is replayed, and no other', () => {
    const told = names(firstColumn.filter(cell => !cell.includes('data sources'))).filter(name => name !== 'body');
    expect(told).toEqual(all.map(({ name }) => name.replace('aws_api_gateway_', '')).sort());
    expect(names(firstColumn.filter(cell => cell.includes('data sources')))).toEqual(Object.keys(DATA_SOURCES).map(snake).sort());
  });

  it('shows only attributes that the provider has', () => {
    const blocks = [...guide.matchAll(/^resource "(\w+)" "\w+" \{\n([\s\S]*?)^\}/gm)];
    expect(blocks.length).toBeGreaterThan(5);
    for (const [, name, body] of blocks) {
      const { schema } = all.find(each => each.name === name)!;
      for (const [, attribute] of body!.matchAll(/^ {2}(\w+) +[={]/gm)) if (attribute !== 'lifecycle') expect(schema, `${name}.${attribute}`).toHaveProperty(attribute!);
    }
  });

  it('its example answers at the address that it tells', async () => {
    const api = await world.api({ endpoint_configuration: [{ types: ['REGIONAL'] }] });
    const method = await world.method(api, 'pets');
    await world.make(RESOURCES.integration, { ...method, type: 'HTTP_PROXY', integration_http_method: 'GET', uri: `${reach.petstoreUrl}/pets` });
    await world.stage(api, await world.deployment(api, { triggers: { redeployment: 'a' } }), 'dev');
    const body = await eventually(async () => {
      const answer = await ask(`${reach.gatewayUrl}/dev/pets`, { host: `${api.id}.execute-api.localhost` });
      return answer.status === 200 ? answer.body : null;
    });
    expect(JSON.parse(body)).toContainEqual(expect.objectContaining({ id: 1, type: 'dog' }));
  });
});
