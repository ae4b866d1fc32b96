import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FileLogs, logGroupOf } from './file-logs.js';

const ARN = 'arn:aws:logs:us-east-1:123456789012:log-group:access';
let folder = '';
beforeEach(() => { folder = mkdtempSync(path.join(tmpdir(), 'gatehouse-logs-')); });
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it.each([
  ['', null], ['nonsense', null], ['arn:aws:s3:::bucket', null], ['arn:aws:logs:us-east-1:1:log-group:', null], [ARN, 'access'], [`${ARN}:*`, 'access'],
  ['arn:aws:logs:us-east-1:1:log-group:/aws/../../etc/passwd', '_aws_.._.._etc_passwd'], ['arn:aws:logs:us-east-1:1:log-group:..', '_'], ['arn:aws:firehose:us-east-1:1:deliverystream/amazon-apigateway-x', 'amazon-apigateway-x'],
])('the log group of %s is %s', (arn, group) => {
  expect(logGroupOf(arn)).toBe(group);
});

it('loses no line over rotations, keeps only so many files, and one stream for one group', async () => {
  const logs = new FileLogs({ folder, maxFileBytes: 20_000, keptFiles: 3, flushMs: 5, onError: error => { throw error; } });
  const stream = logs.stream(ARN)!;
  expect(logs.stream(`${ARN}:*`)).toBe(stream);
  for (let i = 0; i < 600; i++) {
    stream.append(`line ${String(i).padStart(90, '0')}`);
    if (i % 50 === 0) await new Promise(resolve => setTimeout(resolve, 10));
  }
  await logs.close();
  const files = readdirSync(folder).sort();
  expect(files.length).toBeGreaterThan(1);
  expect(files.length).toBeLessThanOrEqual(4);
  const lines = files.reverse().flatMap(file => readFileSync(path.join(folder, file), 'utf8').trim().split('\n'));
  expect(lines.at(-1)).toBe(`line ${'599'.padStart(90, '0')}`);
  expect(lines.every((line, at) => at === 0 || Number(line.slice(5)) === Number(lines[at - 1]!.slice(5)) + 1)).toBe(true);
});
