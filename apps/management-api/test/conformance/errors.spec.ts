import * as sdk from '@aws-sdk/client-api-gateway';
import { V1 } from '@gatehouse/contract-wire';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPlatform, type Platform } from '../platform.js';
import { startSystem, type TestSystem } from '../system.js';
import { NEVER_RAISED } from './never-raised.js';
import { LIMITS } from './limits.js';
import { type ErrorName, NAMED, operationsThatName, STATUS } from './named-errors.js';
import { type Heard, type OperationName, Recorder } from './recorder.js';
import { REFUSALS } from './refusals.js';
import { operationRow } from './sdk-shape.js';
import { BUILD, TOUR, walk } from './tour.js';
import { emptyWorld, type World } from './world.js';

const OPERATIONS = Object.keys(V1) as OperationName[];
/** A plausible call of each operation: the first that the tour makes. */
const callOf = (operation: OperationName, world: World): never => TOUR.find(step => step.operation === operation)!.input(world) as never;
const isRead = (operation: OperationName): boolean => V1[operation].method === 'GET';

/** What an answer says as a refusal, in every way that a client can read it. */
function told({ status, headers, json, error }: Heard, name: ErrorName): object {
  const Class = sdk[name];
  const retryAfter = headers['retry-after'];
  return {
    status, type: headers['x-amzn-errortype'], isClass: error instanceof Class, name: error?.name, members: Object.keys(json as object), hasSentence: typeof (json as { message: unknown }).message === 'string' && error?.message === (json as { message: string }).message && error.message !== '',
    hasId: /^[0-9a-f-]{36}$/.test(headers['x-amzn-requestid'] ?? ''), mediaType: headers['content-type'],
    ...(status >= 429 && { retries: /^[1-9]\d*$/.test(retryAfter ?? '') && (error as { retryAfterSeconds?: string }).retryAfterSeconds === retryAfter }),
  };
}
const refusal = (name: ErrorName): object => ({ status: STATUS[name], type: name, isClass: true, name, members: ['message'], hasSentence: true, hasId: true, mediaType: 'application/json', ...(STATUS[name] >= 429 && { retries: true }) });
/** Sends what is asked, a few at a time, and holds every answer to be that refusal. */
async function allRefused(name: ErrorName, operations: readonly OperationName[], send: (operation: OperationName) => Promise<Heard>): Promise<readonly Heard[]> {
  const heard: Heard[] = [];
  for (let at = 0; at < operations.length; at += 10) heard.push(...(await Promise.all(operations.slice(at, at + 10).map(send))));
  expect(heard.map(answer => [answer.operation, told(answer, name)])).toEqual(operations.map(operation => [operation, refusal(name)]));
  return heard;
}

const REFUSED = Object.entries(REFUSALS).flatMap(([operation, errors]) => Object.entries(errors).map(([error, input]) => [operation, error, input] as unknown as readonly [OperationName, ErrorName, (world: World) => never]));
const refusedWith = (error: ErrorName): ReadonlySet<OperationName> => new Set(REFUSED.filter(row => row[1] === error).map(row => row[0]));
/** Nothing but names in the path: what is left to get wrong is the precondition. */
const BY_PRECONDITION = operationsThatName('BadRequestException').filter(operation => !refusedWith('BadRequestException').has(operation));
const BY_COLLISION = operationsThatName('ConflictException').filter(operation => !isRead(operation));

describe('the model\'s errors', () => {
  it('are all provoked here, or stand with a reason in the list of those that are never raised', () => {
    const provoked: Readonly<Record<ErrorName, ReadonlySet<OperationName>>> = {
      BadRequestException: new Set([...refusedWith('BadRequestException'), ...BY_PRECONDITION]),
      UnauthorizedException: new Set(OPERATIONS),
      NotFoundException: refusedWith('NotFoundException'),
      ConflictException: new Set([...refusedWith('ConflictException'), ...BY_COLLISION]),
      LimitExceededException: new Set(LIMITS.map(row => row.operation)),
      TooManyRequestsException: new Set(OPERATIONS),
      ServiceUnavailableException: new Set(operationsThatName('ServiceUnavailableException')),
    };
    const never = new Set(NEVER_RAISED.flatMap(({ error, operations }) => operations.map(operation => `${operation} ${error}`)));
    const pairs = [...NAMED].flatMap(([operation, named]) => named.map(error => ({ pair: `${operation} ${error}`, isProvoked: provoked[error].has(operation) })));
    expect(NAMED.size).toBe(124);
    expect(pairs.filter(({ pair, isProvoked }) => isProvoked === never.has(pair)).map(({ pair }) => pair)).toEqual([]);
    expect([...never].filter(pair => !pairs.some(known => known.pair === pair))).toEqual([]);
  });
});

describe('over one of everything', () => {
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

  it.each(REFUSED)('%s · %s', async (operation, error, input) => {
    expect(told(await recorder.send(operation, input(world)), error)).toEqual(refusal(error));
  });

  it('every operation is forbidden to whom no policy allows it, by AWS\'s action and ARN', async () => {
    for (const verb of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) system.access.forbidden.add(`apigateway:${verb}`);
    for (const operation of OPERATIONS) {
      const input: Readonly<Record<string, string>> = callOf(operation, world);
      const { method, path } = operationRow(operation);
      const arn = `arn:aws:apigateway:us-east-1::${path.replace(/\{(\w+)\}/g, (_, label: string) => (label.endsWith('Arn') ? encodeURIComponent(input[label]!) : input[label]!))}`;
      const heard = await recorder.send(operation, input as never);
      expect([heard.status, heard.headers['x-amzn-errortype'], heard.error?.name, heard.json]).toEqual([
        403, 'AccessDeniedException', 'AccessDeniedException', { message: `User: arn:aws:iam::123456789012:user/admin is not authorized to perform: apigateway:${method} on resource: ${arn}` },
      ]);
      expect(system.access.asked.at(-1)).toBe(`apigateway:${method} ${arn}`);
    }
    system.access.forbidden.clear();
    expect(system.access.asked).toContain(`apigateway:PATCH arn:aws:apigateway:us-east-1::/restapis/${world.restApiId}/stages/prod`);
    expect(system.access.asked).toContain(`apigateway:PUT arn:aws:apigateway:us-east-1::/tags/arn%3Aaws%3Aapigateway%3Aus-east-1%3A%3A%2Frestapis%2F${world.restApiId}`);
  });
});

describe('UnauthorizedException and what is no precondition', () => {
  let platform: Platform;
  beforeAll(async () => { platform = await startPlatform(); });
  afterAll(async () => {
    await platform.close();
    expect(platform.unexpected).toEqual([]);
  });

  it('every operation: a bearer token that nobody issued', async () => {
    const recorder = new Recorder(platform.aws(), request => { request.headers['authorization'] = 'Bearer nobody-issued-this'; });
    const heard = await allRefused('UnauthorizedException', OPERATIONS, operation => recorder.send(operation, callOf(operation, emptyWorld())));
    expect(new Set(heard.map(answer => answer.headers['www-authenticate']))).toEqual(new Set(['Bearer']));
  });

  it('operations that take nothing but names: an If-Match that is no ETag · 400', async () => {
    const recorder = new Recorder(platform.aws(), request => { request.headers['if-match'] = 'nonsense'; });
    await allRefused('BadRequestException', BY_PRECONDITION, operation => recorder.send(operation, callOf(operation, emptyWorld())));
  });
});
