import { V1 } from '@gatehouse/contract-wire';
import { encodePageToken } from '@gatehouse/contract-primitives';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSystem, type TestSystem } from '../system.js';
import { type Listing, LISTINGS } from './listings.js';
import { type Heard, type OperationName, Recorder } from './recorder.js';
import { outputMembers } from './sdk-shape.js';
import { BUILD, walk } from './tour.js';
import { type World } from './world.js';

let system: TestSystem;
let recorder: Recorder;
let world: World;
let made = 0;
beforeAll(async () => {
  system = await startSystem();
  recorder = new Recorder(system.aws);
  ({ world } = await walk(recorder, BUILD));
});
afterAll(async () => {
  await system.close();
  expect(system.unexpected).toEqual([]);
});

const ask = (list: Listing, more: object): Promise<Heard> => recorder.send(list.operation, { ...list.input(world), ...more } as never);
const positionOf = ({ output }: Heard): string | undefined => (output as { position?: string }).position;

/** All pages, two entries each. `between` happens after each page. */
async function pages(list: Listing, between: () => Promise<void> = () => Promise.resolve()): Promise<readonly (readonly string[])[]> {
  const all: (readonly string[])[] = [];
  for (let position: string | undefined = '', isFirst = true; position !== undefined; isFirst = false) {
    const page: Heard = await ask(list, { limit: 2, ...(!isFirst && { position }) });
    all.push(list.keysOf(page.output!));
    position = positionOf(page);
    if (position !== undefined) await between();
  }
  return all;
}

it('every list whose answer has a position is here, but for the gateway responses, which AWS gives all at once', () => {
  const paged = (Object.keys(V1) as OperationName[]).filter(name => name.startsWith('Get') && outputMembers(name).includes('position'));
  expect(paged).toEqual([...LISTINGS.map(list => list.operation), 'GetGatewayResponses'].sort());
});

describe.each(LISTINGS.map(list => [list.operation, list] as const))('%s', (_, list) => {
  beforeAll(async () => {
    for (let n = 0; n < 4; n++) await list.make(recorder, world, made++);
  });

  it('comes in pages that lose nothing and tell nothing twice', async () => {
    const whole = await ask(list, { limit: 500 });
    const keys = list.keysOf(whole.output!);
    expect(positionOf(whole)).toBeUndefined();
    expect(keys.length).toBeGreaterThanOrEqual(5);
    expect(new Set(keys).size).toBe(keys.length);
    const all = await pages(list);
    expect(all.flat()).toEqual(keys);
    expect(all.slice(0, -1).every(page => page.length === 2) && all.at(-1)!.length > 0).toBe(true);
  });

  it('stays whole when entries are added while it is read', async () => {
    const before = list.keysOf((await ask(list, { limit: 500 })).output!);
    let added = 0;
    const seen = (await pages(list, async () => { if (added++ < 3) await list.make(recorder, world, made++); })).flat();
    expect(seen.length).toBe(new Set(seen).size);
    expect(before.filter(key => !seen.includes(key))).toEqual([]);
  });

  it.each([
    ['a limit of nothing', { limit: 0 }, 'Invalid limit specified'], ['a limit below nothing', { limit: -1 }, 'Invalid limit specified'], ['a position that is none', { position: 'nonsense' }, 'Invalid position specified'],
    ['a position that holds nothing', { position: encodePageToken([]) }, 'Invalid position specified'], ['a position that no row can have', { position: encodePageToken(['\0', '\0']) }, 'Invalid position specified'],
  ])('%s · 400', async (_what, more, message) => {
    const { status, headers, json } = await ask(list, more);
    expect([status, headers['x-amzn-errortype'], json]).toEqual([400, 'BadRequestException', { message }]);
  });

  it.each([['x'], ['x', 'y', 'z'], ['2026-01-01T00:00:00.000Z', 'x'], ['99999999-01-01T00:00:00Z', 'x'], ['', ''], ['x'.repeat(5_000)]])('a position of another list (%s) · never a 500', async (...key) => {
    expect([200, 400]).toContain((await ask(list, { position: encodePageToken(key) })).status);
  });

  it('more than five hundred are asked for · five hundred are given', async () => {
    const { status, output } = await ask(list, { limit: 501 });
    expect([status, list.keysOf(output!)]).toEqual([200, list.keysOf((await ask(list, { limit: 500 })).output!)]);
  });
});

describe('without a limit', () => {
  it('a page has twenty-five', async () => {
    for (let n = 0; n < 26; n++) await recorder.send('CreateResource', { restApiId: world.restApiId, parentId: world.rootId, pathPart: `many${n}` });
    const page = await recorder.send('GetResources', { restApiId: world.restApiId });
    expect([page.output!.items!.length, typeof page.output!.position]).toEqual([25, 'string']);
  });
});
