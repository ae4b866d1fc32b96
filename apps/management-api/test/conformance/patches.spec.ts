import { isDeepStrictEqual } from 'node:util';
import { V1 } from '@gatehouse/contract-wire';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSystem, type TestSystem } from '../system.js';
import { PATCHES, type Patch } from './patches.js';
import { type Heard, Recorder } from './recorder.js';
import { operationRow, wireFaults } from './sdk-shape.js';
import { BUILD, walk } from './tour.js';
import { type World } from './world.js';

let system: TestSystem;
let recorder: Recorder;
let world: World;
beforeAll(async () => {
  system = await startSystem();
  recorder = new Recorder(system.aws);
  ({ world } = await walk(recorder, BUILD));
});
afterAll(async () => {
  await system.close();
  expect(system.unexpected).toEqual([]);
});

const operationOf = ([op, path, value]: Patch): object => ({ op, path, ...(value !== undefined && (op === 'copy' ? { from: value } : { value })) });
/** What came of a patch, or of reading what it patched, in one line. */
const told = ({ status, text }: Heard): string => `${status} ${text}`;

it('all 22 operations that patch are here', () => {
  expect([...new Set(PATCHES.map(row => row.operation))].sort()).toEqual(Object.values(V1).filter(row => row.method === 'PATCH').map(row => row.name).sort());
});

describe('every path and verb of AWS\'s table is taken, and the next read answers what the patch answered', () => {
  it.each(PATCHES.map(row => [row.operation, row] as const))('%s', async (_, { operation, reader, place, read = place, patches }) => {
    const wrong: string[] = [];
    for (const patch of patches(world)) {
      const patched = await recorder.send(operation, { ...place(world), patchOperations: [operationOf(patch)] } as never);
      const seen = await recorder.send(reader, read(world) as never);
      if (patched.status !== operationRow(operation).status) wrong.push(`${patch.join(' ')}: ${told(patched)}`);
      else if (!isDeepStrictEqual(patched.json, seen.json)) wrong.push(`${patch.join(' ')}: ${told(patched)} is not ${told(seen)}`);
      else wrong.push(...wireFaults(operation, patched.json));
    }
    expect(wrong).toEqual([]);
  });
});
