import type { Resource } from '@gatehouse/client-calls';
import { describe, expect, it } from 'vitest';
import { changesOf, unserved } from './changes';

const draft: readonly Resource[] = [
  {
    id: 'p',
    path: '/pets',
    resourceMethods: {
      GET: { httpMethod: 'GET', authorizationType: 'NONE', apiKeyRequired: true, methodIntegration: { type: 'MOCK' } },
      POST: { httpMethod: 'POST', authorizationType: 'NONE' },
    },
  },
];

describe('what a deployment would change', () => {
  it('names added, removed and changed methods', () => {
    const live = { '/pets': { GET: { authorizationType: 'NONE', apiKeyRequired: false } }, '/old': { GET: { authorizationType: 'NONE' } } };
    expect(changesOf(draft, live)).toEqual({ added: ['POST /pets'], removed: ['GET /old'], changed: ['GET /pets'] });
  });

  it('is nothing when the draft is what is served', () => {
    const live = {
      '/pets': { GET: { authorizationType: 'NONE', apiKeyRequired: true }, POST: { authorizationType: 'NONE', apiKeyRequired: false } },
    };
    expect(changesOf(draft, live)).toEqual({ added: [], removed: [], changed: [] });
  });

  it('names methods that nothing serves', () => expect(unserved(draft)).toEqual(['POST /pets']));
});
