import { notFound } from '@gatehouse/contract-wire';
import { describe, expect, it } from 'vitest';
import { faultOfError } from './fault-of-error.js';

const codeOf = (error: unknown): string => faultOfError(error).fault.code;
const driver = (code: string): Error => Object.assign(new Error('duplicate key value violates unique constraint "secret_name"'), { driverError: { code } });

describe('faultOfError', () => {
  it('tells nothing of an error that nobody foresaw, and asks for it to be logged', () => {
    const { fault, isExpected } = faultOfError(new TypeError('password=hunter2'));
    expect([fault.code, fault.message, isExpected]).toEqual(['InternalFailure', 'Internal server error', false]);
    expect(codeOf('a thrown text')).toBe('InternalFailure');
    expect(codeOf(null)).toBe('InternalFailure');
  });

  it.each(['23505', '40001', '40P01', '23503', '55P03'])('two writers who met (%s) · 409 in AWS\'s words, without the constraint\'s name', code => {
    const { fault } = faultOfError(driver(code));
    expect([fault.code, fault.message]).toEqual(['ConflictException', 'Unable to complete operation due to concurrent modification. Please try again later.']);
  });

  it.each<[string, unknown]>([
    ['refused', Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' })],
    ['refused on all addresses', Object.assign(new AggregateError([Object.assign(new Error('x'), { code: 'ECONNREFUSED' })]), {})],
    ['shut down by an administrator', driver('57P01')],
    ['starting up', driver('57P03')],
    ['out of connections', driver('53300')],
    ['a statement that took too long', driver('57014')],
    ['pool timeout', new Error('timeout exceeded when trying to connect')],
    ['cut', new Error('Connection terminated unexpectedly')],
    ['slow', new Error('Query read timeout')],
  ])('a database that is away (%s) · 503', (_, error) => {
    expect(codeOf(error)).toBe('ServiceUnavailableException');
  });

  it('lets a fault through as it is', () => {
    const fault = notFound('x');
    expect(faultOfError(fault)).toEqual({ fault, isExpected: true });
  });
});
