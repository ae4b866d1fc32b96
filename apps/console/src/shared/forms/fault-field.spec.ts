import { CallFault } from '@gatehouse/client-calls';
import { describe, expect, it } from 'vitest';
import { fieldOf } from './fault-field';

const refused = (message: string, kind: 'invalid' | 'server' | 'conflict' = 'invalid') =>
  new CallFault(message, { kind, status: 400, code: null, requestId: null, retryAfterSeconds: null });

describe('the field that a refusal speaks of', () => {
  it('is none for failures that no field can mend', () => {
    expect(fieldOf(refused('Internal failure in stageName', 'server'), ['stageName'])).toBeNull();
    expect(fieldOf(new TypeError('stageName'), ['stageName'])).toBeNull();
    expect(fieldOf(refused('Something else'), ['stageName', 'description'])).toBeNull();
  });

  it.each([
    [
      "1 validation error detected: Value 'HTTPS' at 'putIntegrationInput.type' failed to satisfy constraint: Member must satisfy enum value set: [HTTP]",
      ['type', 'uri'],
      'type',
    ],
    ['Stage name only allows a-zA-Z0-9_-', ['stageName', 'description'], 'stageName'],
    ["Resource's path part only allow a-zA-Z0-9._-: or a valid greedy path variable", ['pathPart'], 'pathPart'],
    ['Invalid stage identifier specified', ['description'], null],
  ])('is found in %s', (message, fields, expected) => expect(fieldOf(refused(message), fields)).toBe(expected));
});
