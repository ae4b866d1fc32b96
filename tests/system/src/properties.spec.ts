import { type APIGatewayClient } from '@aws-sdk/client-api-gateway';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { OwnRest } from './own-rest.js';
import { client } from './pet-api.js';
import { Chance, RandomWalk } from './random-walk.js';

const reach = inject('system');
/** Another seed walks other ways: `WALK_SEED=7 WALKS=200 npx vitest run --project system tests/system/src/properties.spec.ts`. */
const SEED = Number(process.env['WALK_SEED'] ?? 20_261_120);
const WALKS = Number(process.env['WALKS'] ?? 24);
const STEPS = 80;

let aws: APIGatewayClient;
let rest: OwnRest;
let taken = 0;
let done = 0;
beforeAll(async () => {
  aws = client(reach);
  rest = await OwnRest.signIn(reach);
});

describe('whatever happens to an API, step by step', () => {
  it.each(Array.from({ length: WALKS }, (_, at) => SEED + at))('walk %i: no 5xx, a PATCH answers what is read next, and in the end it can be deployed, is served, and can be deleted', async seed => {
    const walk = new RandomWalk(aws, new Chance(seed));
    await walk.start();
    for (let i = 0; i < STEPS && walk.faults.length === 0; i++) await walk.step();
    expect(walk.faults).toEqual([]);
    const deploymentId = await walk.deploy();
    expect([walk.faults, typeof deploymentId]).toEqual([[], 'string']);
    expect(await rest.served(walk.restApiId, deploymentId!)).toMatchObject({ state: 'active' });
    await walk.delete();
    expect(walk.faults).toEqual([]);
    taken += walk.taken.length;
    done += walk.taken.filter(({ status }) => status < 300).length;
  }, 60_000);

  it('most of it was no refusal: a walk that is turned away everywhere would prove nothing', () => {
    expect(done / taken).toBeGreaterThan(0.4);
  });
});
