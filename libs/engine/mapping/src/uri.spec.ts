import { describe, expect, it } from 'vitest';
import { InvalidMapping } from './expression.js';
import { compileUri } from './uri.js';

const variables = new Map([['host', 'backend.example:8443'], ['bad', 'a b'], ['user', 'root@evil']]);
const compile = (uri: string) => compileUri(uri, name => variables.get(name) ?? null);

describe('compileUri', () => {
  it.each([
    '', 'backend', 'ftp://a/', 'http://', 'http:///x', 'http://user@host/', 'http://user:pw@host/', 'http://{host}/x', 'http://a.{tld}/', 'http://a b/', 'http://a/ b', 'http://a:99999/', 'http://a/\r\nX: y',
    'http://${stageVariables.missing}/', 'http://${stageVariables.bad}/', 'http://${stageVariables.user}/', 'file:///etc/passwd', 'http://[::1/',
  ])('refuses %j', uri => {
    expect(() => compile(uri)).toThrow(InvalidMapping);
  });

  it('takes path and query apart into literals and holes', () => {
    expect(compile('https://api.example.com/v1/{id}/x/{proxy+}?a=1&b={q}')).toEqual({
      isSecure: true, host: 'api.example.com', port: 443, authority: 'api.example.com', hasQuery: true,
      texts: ['/v1/', '/x/', '?a=1&b=', ''], holes: [{ name: 'id', isInQuery: false }, { name: 'proxy', isInQuery: false }, { name: 'q', isInQuery: true }],
    });
  });

  it('puts stage variables in before it looks at the address', () => {
    expect(compile('http://${stageVariables.host}/pets')).toMatchObject({ host: 'backend.example', port: 8443, authority: 'backend.example:8443', texts: ['/pets'] });
  });

  it('reads every spelling of an address as what it means', () => {
    for (const host of ['127.1', '0x7f.0.0.1', '2130706433', '017700000001']) expect(compile(`http://${host}/`).host).toBe('127.0.0.1');
    expect(compile('http://[::ffff:a9fe:a9fe]/').host).toBe('::ffff:a9fe:a9fe');
    expect(compile('http://h?x=1').texts).toEqual(['/?x=1']);
  });
});
