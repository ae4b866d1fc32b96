import { describe, expect, it } from 'vitest';
import { MalformedPolicy, parsePolicy } from './document.js';
import { evaluate } from './evaluate.js';
import { matchesWildcard } from './wildcard.js';

const ask = (statements: unknown, action = 'apigateway:GET', resource = 'arn:aws:apigateway:us-east-1::/restapis/abc', context: Record<string, string[]> = {}): string =>
  evaluate([parsePolicy('p', { Version: '2012-10-17', Statement: statements })], { action, resource, context: new Map(Object.entries(context)) }).decision;
const allow = (more: object): object => ({ Effect: 'Allow', Action: 'apigateway:*', Resource: '*', ...more });
const deny = (more: object): object => ({ Effect: 'Deny', Action: 'apigateway:*', Resource: '*', ...more });

describe('evaluate', () => {
  it('refuses when nobody speaks', () => {
    expect(ask(allow({ Action: 'lambda:*' }))).toBe('implicitDeny');
    expect(ask(allow({ Resource: 'arn:aws:apigateway:us-east-1::/restapis/abd' }))).toBe('implicitDeny');
    expect(ask(allow({ NotAction: 'apigateway:GET', Action: undefined }))).toBe('implicitDeny');
  });
  it('hears an explicit deny whatever the order', () => {
    expect(ask([allow({}), deny({ Resource: '*/restapis/abc' })])).toBe('explicitDeny');
    expect(ask([deny({ Resource: '*/restapis/abc' }), allow({})])).toBe('explicitDeny');
  });
  it('lets an unknown operator grant nothing and lift no deny', () => {
    const Condition = { StringSortaLike: { 'aws:username': 'x' } };
    expect(ask(allow({ Condition }))).toBe('implicitDeny');
    expect(ask([allow({}), deny({ Condition })])).toBe('explicitDeny');
  });
  it('matches actions without case and resources with it', () => {
    expect(ask(allow({ Action: 'APIGateway:get' }))).toBe('allow');
    expect(ask(allow({ Resource: 'arn:aws:apigateway:us-east-1::/restapis/ABC' }))).toBe('implicitDeny');
  });

  const conditions: [string, object, Record<string, string[]>, string][] = [
    ['an address inside the range', { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }, { 'aws:sourceip': ['10.9.8.7'] }, 'allow'],
    ['an address outside', { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }, { 'aws:sourceip': ['11.9.8.7'] }, 'implicitDeny'],
    ['an IPv6 address inside', { IpAddress: { 'aws:SourceIp': '2001:db8::/32' } }, { 'aws:sourceip': ['2001:db8::1'] }, 'allow'],
    ['a key that is absent', { StringEquals: { 'aws:username': 'ann' } }, {}, 'implicitDeny'],
    ['a key that is absent, IfExists', { StringEqualsIfExists: { 'aws:username': 'ann' } }, {}, 'allow'],
    ['Null true on an absent key', { Null: { 'aws:tokenissuetime': 'true' } }, {}, 'allow'],
    ['Null true on a present key', { Null: { 'aws:username': 'true' } }, { 'aws:username': ['ann'] }, 'implicitDeny'],
    ['Bool', { Bool: { 'aws:SecureTransport': 'true' } }, { 'aws:securetransport': ['false'] }, 'implicitDeny'],
    ['a date in the past', { DateLessThan: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } }, { 'aws:currenttime': ['2026-11-20T00:00:00Z'] }, 'implicitDeny'],
    ['numbers', { NumericLessThanEquals: { 'x:n': '10' } }, { 'x:n': ['9.5'] }, 'allow'],
    ['ForAnyValue', { 'ForAnyValue:StringEquals': { 'aws:tagkeys': ['a'] } }, { 'aws:tagkeys': ['b', 'a'] }, 'allow'],
    ['ForAllValues', { 'ForAllValues:StringEquals': { 'aws:tagkeys': ['a'] } }, { 'aws:tagkeys': ['b', 'a'] }, 'implicitDeny'],
    ['two keys of which one fails', { StringEquals: { 'a:x': '1', 'a:y': '2' } }, { 'a:x': ['1'], 'a:y': ['3'] }, 'implicitDeny'],
    ['a variable', { StringEquals: { 'a:owner': '${aws:username}' } }, { 'a:owner': ['ann'], 'aws:username': ['ann'] }, 'allow'],
  ];
  for (const [name, Condition, context, decision] of conditions) it(`answers ${decision} for ${name}`, () => expect(ask(allow({ Condition }), undefined, undefined, context)).toBe(decision));

  it('says which statement decided', () => {
    const policy = parsePolicy('admins', { Statement: [allow({ Sid: 'All' }), deny({ Action: 'apigateway:DELETE' })] });
    const resource = 'arn:aws:apigateway:us-east-1::/restapis/abc';
    expect(evaluate([policy], { action: 'apigateway:DELETE', resource, context: new Map() })).toEqual({ decision: 'explicitDeny', policy: 'admins', statement: '#2' });
    expect(evaluate([policy], { action: 'apigateway:GET', resource, context: new Map() })).toEqual({ decision: 'allow', policy: 'admins', statement: 'All' });
  });
});

describe('parsePolicy', () => {
  const bad: [string, unknown][] = [
    ['text that is not JSON', '{'], ['a list', []], ['no statement', {}], ['an unknown version', { Version: '2020-01-01', Statement: allow({}) }],
    ['no effect', { Statement: { Action: '*', Resource: '*' } }], ['both actions', { Statement: allow({ NotAction: 'x' }) }], ['no resource', { Statement: { Effect: 'Allow', Action: '*' } }],
    ['a misspelt member', { Statement: allow({ Conditions: {} }) }], ['an action that is no text', { Statement: allow({ Action: {} }) }],
  ];
  for (const [name, source] of bad) it(`refuses ${name}`, () => expect(() => parsePolicy('p', source)).toThrow(MalformedPolicy));
});

describe('matchesWildcard', () => {
  it('stays linear on a pattern made to hurt', () => {
    expect(matchesWildcard('*a'.repeat(200) + 'b', 'a'.repeat(5_000))).toBe(false);
  });
  it('knows * and ?', () => {
    expect(matchesWildcard('a*c?', 'abbbcd')).toBe(true);
    expect(matchesWildcard('a?', 'a')).toBe(false);
    expect(matchesWildcard('*', '')).toBe(true);
  });
});
