import { describe, expect, it } from 'vitest';
import { streamOf } from './byte-stream.js';
import { fault } from './faults.js';
import { finish, serve } from './serve.js';
import type { CompiledRoute, Run } from './step.js';
import { twinExchange, twinRoute } from './twin.js';

const answers: Run = x => { x.answer = { status: 200, headers: [], body: 'ok' }; };
const refuses: Run = () => { throw fault('THROTTLED'); };
const writesFault: Run = x => { x.answer = { status: x.fault?.row.status ?? 0, headers: [], body: x.fault?.shown ?? '' }; };
const routeOf = (request: readonly Run[], over: Partial<CompiledRoute> = {}): CompiledRoute => ({ route: twinRoute(), variables: [], request, fault: [writesFault], response: [], always: [], ...over });

describe('serve', () => {
  it('turns anything unforeseen into 500 and keeps the cause to itself', () => {
    const x = twinExchange();
    serve(routeOf([() => { throw new TypeError('secret detail'); }]), x);
    expect(x.answer).toMatchObject({ status: 500, body: 'Internal server error' });
    expect(x.fault?.cause).toBeInstanceOf(TypeError);
  });

  it('stops at the first refusal, synchronous or not', async () => {
    for (const refusing of [refuses, (): Promise<void> => Promise.reject(fault('THROTTLED'))]) {
      let isReached = false;
      const x = twinExchange();
      await serve(routeOf([refusing, () => { isReached = true; }]), x);
      expect([x.answer?.status, isReached]).toEqual([429, false]);
    }
  });

  it('stops at the first answer', () => {
    const x = twinExchange();
    serve(routeOf([answers, refuses]), x);
    expect(x.answer?.status).toBe(200);
  });

  it('stays synchronous until a step waits', async () => {
    const order: string[] = [];
    const pending = serve(routeOf([() => { order.push('a'); }, () => Promise.resolve().then(() => { order.push('b'); }), () => { order.push('c'); }, answers]), twinExchange());
    order.push('after');
    await pending;
    expect(order).toEqual(['a', 'after', 'b', 'c']);
    expect(serve(routeOf([answers]), twinExchange())).toBeUndefined();
  });

  it('frees a backend whose answer nobody will read', () => {
    let isDestroyed = false;
    const x = twinExchange();
    const body = { ...streamOf(Buffer.from('unread')), destroy: () => { isDestroyed = true; } };
    serve(routeOf([() => { x.integrationResponse = { status: 200, reason: '', headers: [], body }; }, refuses]), x);
    expect(isDestroyed).toBe(true);
  });

  it('runs the response list after a fault too, and no failing always-step stops another', () => {
    const ran: string[] = [];
    const x = twinExchange();
    const route = routeOf([refuses], { response: [() => { ran.push('stamp'); }], always: [() => { throw new Error('disk full'); }, () => { ran.push('metrics'); }] });
    serve(route, x);
    finish(route, x);
    expect(ran).toEqual(['stamp', 'metrics']);
  });
});
