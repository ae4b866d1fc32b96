import { describe, expect, it } from 'vitest';
import { apiOfHost, apiOfPath, cutStage, isHostHeader } from './address.js';

const RULES = { region: 'us-east-1', domain: 'gw.example.com', pathForm: true };

describe('addresses', () => {
  it.each([
    'a1b2c3d4e5.execute-api.us-west-2.gw.example.com', 'a1b2c3d4e5.execute-api.example.com', 'localhost', 'a.b.execute-api.localhost', 'execute-api.localhost', '.execute-api.localhost',
    'a1b2c3d4e5.execute-api.localhost.evil.com', '', 'a1b2c3d4e5.execute-api.localhost:abc',
  ])('%s names no api', host => {
    expect(apiOfHost(host, RULES)).toBeNull();
  });

  it.each(['abc123.execute-api.localhost', 'ABC123.Execute-Api.LocalHost:8080', 'abc123.execute-api.us-east-1.gw.example.com', 'abc123.execute-api.localhost.'])('%s names the api', host => {
    expect(apiOfHost(host, RULES)).toBe('abc123');
  });

  it('reads the path form, and only when it is switched on', () => {
    expect(apiOfPath('/_aws/execute-api/abc/prod/pets/1', RULES)).toEqual({ restApiId: 'abc', rest: '/prod/pets/1' });
    expect(apiOfPath('/_aws/execute-api/abc', RULES)).toEqual({ restApiId: 'abc', rest: '' });
    expect(apiOfPath('/_aws/execute-api//prod', RULES)).toBeNull();
    expect(apiOfPath('/_aws/execute-api/abc/prod', { ...RULES, pathForm: false })).toBeNull();
    expect(apiOfPath('/other', RULES)).toBeNull();
  });

  it('cuts the stage off and keeps the rest as it came', () => {
    expect(cutStage('/prod/pets/1')).toEqual({ stageName: 'prod', path: '/pets/1' });
    expect(cutStage('/prod')).toEqual({ stageName: 'prod', path: '/' });
    expect(cutStage('/prod/')).toEqual({ stageName: 'prod', path: '/' });
    expect(cutStage('/prod//x')).toEqual({ stageName: 'prod', path: '//x' });
    expect(cutStage('')).toEqual({ stageName: '', path: '/' });
  });

  it.each(['', 'a b', 'user@host', 'a/b', 'a,b', 'a:port', 'a:1:2', 'http://a', 'a\tb', '[::1', 'a#b', 'a?b', 'a\\b', 'ä'])('%j is no Host header', host => {
    expect(isHostHeader(host)).toBe(false);
  });

  it.each(['localhost', 'localhost:8080', '127.0.0.1', '[::1]:80', 'a-b.c_d'])('%s is a Host header', host => {
    expect(isHostHeader(host)).toBe(true);
  });
});
