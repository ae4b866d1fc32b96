import { V1 } from '@gatehouse/contract-wire';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSystem, type TestSystem } from '../system.js';
import { Recorder, type Heard, type OperationName } from './recorder.js';
import { operationRow, wireFaults } from './sdk-shape.js';
import { BUILD, PATCH, READ, REMOVE, TOUR, walk, type Step } from './tour.js';
import { emptyWorld, type World } from './world.js';

let system: TestSystem;
let recorder: Recorder;
let world: World;
const heard: Heard[] = [];
const go = async (steps: readonly Step[]): Promise<readonly Heard[]> => {
  const walked = await walk(recorder, steps, world);
  heard.push(...walked.heard);
  return walked.heard;
};

beforeAll(async () => {
  system = await startSystem();
  recorder = new Recorder(system.aws);
  world = emptyWorld();
});
afterAll(async () => {
  await system.close();
  expect(system.unexpected).toEqual([]);
});

describe('a tour through all 124 operations', () => {
  it('makes one of everything and reads it', async () => {
    await go(BUILD);
    await go(READ);
  });

  it.each(PATCH.map(step => [step.operation, step] as const))('%s answers what the next read answers', async (_, patch) => {
    const [answer] = await go([patch]);
    const read = READ.find(step => step.operation === patch.reader)!;
    const plain = Object.fromEntries(Object.entries(patch.input(world)).filter(([name]) => name !== 'patchOperations'));
    // Usage is asked for by days; everything else by the names that the patch itself has.
    const next = await recorder.send(patch.reader, (patch.reader === 'GetUsage' ? read.input(world) : plain) as never);
    expect([patch.operation, next.json]).toEqual([patch.operation, answer!.json]);
  });

  it('takes everything away again', async () => {
    await go(REMOVE);
  });

  it('has left no operation out', () => {
    const done = new Set(TOUR.map(step => step.operation));
    expect((Object.keys(V1) as OperationName[]).filter(name => !done.has(name))).toEqual([]);
    expect(PATCH.map(step => step.operation).sort()).toEqual(Object.values(V1).filter(row => row.method === 'PATCH').map(row => row.name).sort());
  });
});

describe('every answer of the tour', () => {
  const each = <T>(of: (answer: Heard) => T): readonly (readonly [string, T])[] => heard.map(answer => [answer.operation, of(answer)]);
  const where = (isWrong: (answer: Heard) => boolean): readonly string[] => heard.filter(isWrong).map(({ operation, status, text }) => `${operation} ${status} ${text.slice(0, 200)}`);

  it('has the status of AWS\'s model', () => {
    expect(each(answer => answer.status)).toEqual(each(({ operation }) => operationRow(operation).status));
  });

  it('carries a request id, its media type, and no error type', () => {
    expect(where(({ headers }) => !/^[0-9a-f-]{36}$/.test(headers['x-amzn-requestid'] ?? '') || 'x-amzn-errortype' in headers)).toEqual([]);
    expect(where(({ operation, headers, text }) => !['GetExport', 'GetSdk'].includes(operation) && headers['content-type'] !== (text === '' ? undefined : 'application/json'))).toEqual([]);
  });

  it('has exactly the members of AWS\'s shape, in AWS\'s types: epoch seconds, item, nothing null', () => {
    expect(heard.flatMap(({ operation, json, text }) => (text === '' || ['GetExport', 'GetSdk'].includes(operation) ? [] : wireFaults(operation, json)))).toEqual([]);
  });

  it('would be told from a wrong one', () => {
    const stage = { stageName: 'dev', createdDate: 1_700_000_000.5, lastUpdatedDate: '2026-01-01T00:00:00Z', variables: null, canarySettings: { percentTraffic: '1' }, methodSettings: { '*/*': { wrong: 1 } }, tracingEnabled: 'true' };
    expect(wireFaults('GetStages', { item: [stage], items: [] })).toEqual([
      'GetStages.item[0].createdDate is 1700000000.5, not epoch seconds', 'GetStages.item[0].lastUpdatedDate is 2026-01-01T00:00:00Z, not epoch seconds', 'GetStages.item[0].variables is null',
      'GetStages.item[0].canarySettings.percentTraffic is "1", not a number', 'GetStages.item[0].methodSettings.*/*.wrong is not in the shape', 'GetStages.item[0].tracingEnabled is "true", not a boolean', 'GetStages.items is not in the shape',
    ]);
  });

  it('has a body where AWS\'s model has an output, and none where it has none', () => {
    expect(where(({ operation, text }) => operationRow(operation).hasOutput !== (text !== ''))).toEqual([]);
  });
});
