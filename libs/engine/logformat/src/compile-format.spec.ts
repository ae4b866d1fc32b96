import { describe, expect, it } from 'vitest';
import { compileFormat, escapeForLog } from './compile-format.js';

type Values = Readonly<Record<string, string>>;
const rules = {
  variable: (name: string) => (name.startsWith('context.') ? (x: Values) => x[name.slice(8)] ?? null : null),
  missing: '-', escape: escapeForLog, quoted: new Set(['context.error.messageString']),
};
const line = (format: string, values: Values): string => compileFormat(format, rules)(values);

describe('compileFormat', () => {
  it('lets no value end its record or forge the next one', () => {
    const written = line('{"ua":"$context.identity.userAgent"}', { 'identity.userAgent': 'x"}\n{"ua":"forged\r\0\u2028\x7f' });
    expect(written.split(/[\n\r\u2028]/)).toHaveLength(1);
    expect(JSON.parse(written)).toEqual({ ua: 'x"}\n{"ua":"forged\r\0\u2028\x7f' });
  });

  it('writes - for what is not set and for what nobody knows', () => {
    expect(line('[$context.status] $context.nobody $other.thing', {})).toBe('[-] - -');
  });

  it('leaves quotes to a variable that brings its own', () => {
    expect(line('$context.error.messageString', { 'error.messageString': '"Forbidden"' })).toBe('"Forbidden"');
  });

  it('ends a name where AWS ends it', () => {
    expect(line('$context.requestId-$context.status. $context.stage/$5 $$context.stage$', { requestId: 'r', status: '200', stage: 'prod' })).toBe('r-200. prod/$5 $prod$');
  });

  it('reads a header with hyphens whole, and nothing behind its last letter', () => {
    const names: string[] = [];
    compileFormat('$method.request.header.x-my-word- $method.request.path.id-$context.stage', { ...rules, variable: name => { names.push(name); return null; } });
    expect(names).toEqual(['method.request.header.x-my-word', 'method.request.path.id', 'context.stage']);
  });

  it('keeps text above ASCII and half of a surrogate pair readable', () => {
    expect(escapeForLog('grün')).toBe('grün');
    expect(JSON.parse(`"${escapeForLog('\ud800')}"`)).toBe('\ud800');
  });
});
