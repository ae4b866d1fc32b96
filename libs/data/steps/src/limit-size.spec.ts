import { expect, it } from 'vitest';
import { GatewayFault, twinBody, twinExchange, twinRoute, twinWorld } from '@gatehouse/data-exchange';
import { limitSize } from './limit-size.js';

const LIMIT = 10 * 1024 * 1024;
const run = limitSize.build(twinRoute(), twinWorld())!;

it('refuses a declared length of 10 MB and a byte before anything is read', () => {
  expect(() => run(twinExchange(twinRoute(), { body: twinBody('', LIMIT + 1) }))).toThrow(GatewayFault);
});

it('lets 10 MB pass, and holds an unknown length to the same limit', () => {
  for (const length of [LIMIT, -1]) {
    const body = twinBody('', length);
    run(twinExchange(twinRoute(), { body }));
    expect(body.maxBytes).toBe(LIMIT);
  }
  expect(run(twinExchange())).toBeUndefined();
});
