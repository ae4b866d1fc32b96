import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as management from '@aws-sdk/client-apigatewaymanagementapi';
import * as v1 from '@aws-sdk/client-api-gateway';
import * as v2 from '@aws-sdk/client-apigatewayv2';
import { describe, expect, it } from 'vitest';
import { constraintKeys, enumOrders } from './constraints.js';
import { renderCoverage } from './coverage.js';
import { MANAGEMENT } from './management.generated.js';
import { iamAction, resourceArn } from './operation.js';
import { ENUMS, STRUCTURES } from './v1-shapes.generated.js';
import { V1 } from './v1.generated.js';
import { V2 } from './v2.generated.js';

const commandsOf = (sdk: object): readonly string[] => Object.keys(sdk).filter(name => /^[A-Z]\w+Command$/.test(name)).map(name => name.slice(0, -'Command'.length)).sort();

describe('the operation tables', () => {
  it('name exactly the commands that the AWS SDK packages export: 124, 103 and 3', () => {
    expect(Object.keys(V1)).toEqual(commandsOf(v1));
    expect(Object.keys(V2)).toEqual(commandsOf(v2));
    expect(Object.keys(MANAGEMENT)).toEqual(commandsOf(management));
    expect([V1, V2, MANAGEMENT].map(table => Object.keys(table).length)).toEqual([124, 103, 3]);
  });

  it('bind each path label to a member of the input, and each label member to the path', () => {
    for (const row of Object.values(V1)) {
      const labels = [...row.path.matchAll(/\{(\w+)\}/g)].map(match => match[1]);
      const members = Object.entries(row.input ? STRUCTURES[row.input]! : {}).filter(([, member]) => member.in === 'path').map(([name]) => name);
      expect([row.name, [...labels].sort()]).toEqual([row.name, [...members].sort()]);
    }
  });

  it('never hold two operations with the same method, path and query', () => {
    const keys = [...Object.values(V1), ...Object.values(V2), ...Object.values(MANAGEMENT)].map(row => `${row.method} ${row.path.replace(/\{[^}]+\}/g, '{}')} ${JSON.stringify(row.query ?? {})}`);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('are as the generator writes them from the installed SDKs', () => {
    const run = spawnSync(process.execPath, [path.join(import.meta.dirname, '../tools/generate.mjs'), '--check'], { encoding: 'utf8' });
    expect(run.stderr).toBe('');
    expect(run.status).toBe(0);
  });

  it('name IAM actions by method and resources by path, with an ARN in a path kept percent-encoded', () => {
    expect(iamAction(V1.UpdateStage)).toBe('apigateway:PATCH');
    expect(resourceArn(V1.UpdateStage, 'eu-west-1', { restApiId: 'a1', stageName: 'dev' })).toBe('arn:aws:apigateway:eu-west-1::/restapis/a1/stages/dev');
    expect(resourceArn(V1.GetTags, 'us-east-1', { resourceArn: 'arn:aws:apigateway:us-east-1::/restapis/a1' })).toBe('arn:aws:apigateway:us-east-1::/tags/arn%3Aaws%3Aapigateway%3Aus-east-1%3A%3A%2Frestapis%2Fa1');
    expect(resourceArn(V2['GetApi']!, 'us-east-1', { ApiId: 'a1' })).toBe('arn:aws:apigateway:us-east-1::/apis/a1');
  });
});

describe('the constraints beside them', () => {
  it('order the very values of the model', () => {
    for (const [name, order] of Object.entries(enumOrders())) expect([name, [...order].sort()]).toEqual([name, [...(ENUMS[name] ?? [])].sort()]);
  });

  it('name members that exist', () => {
    const members = new Set(Object.entries(STRUCTURES).flatMap(([structure, data]) => Object.keys(data).flatMap(member => [member, `${structure}.${member}`])));
    expect(constraintKeys().filter(key => !members.has(key))).toEqual([]);
  });
});

describe('docs/coverage.md', () => {
  it('is as the table says', () => {
    expect(readFileSync(path.join(import.meta.dirname, '../../../../docs/coverage.md'), 'utf8')).toBe(renderCoverage());
  });
});
