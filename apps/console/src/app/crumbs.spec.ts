import { describe, expect, it } from 'vitest';
import { apiOf, crumbsOf } from './crumbs';

describe('breadcrumbs', () => {
  it('survive an address that is no valid percent-encoding', () => {
    expect(crumbsOf('/console/restapis/%E0%A4%A').at(-1)).toMatchObject({ text: '%E0%A4%A' });
  });

  it('name known words, show ids as themselves and skip what has no page', () => {
    expect(crumbsOf('/console/restapis/a%2Fb/resources/r1/methods/GET')).toEqual([
      { text: 'Gatehouse', href: '/console/restapis' },
      { text: 'APIs', href: '/console/restapis' },
      { text: 'a/b', href: '/console/restapis/a%2Fb' },
      { text: 'Resources', href: '/console/restapis/a%2Fb/resources' },
      { text: 'r1', href: '/console/restapis/a%2Fb/resources/r1' },
      { text: 'GET', href: '/console/restapis/a%2Fb/resources/r1/methods/GET' },
    ]);
  });

  it('name an API by its name', () =>
    expect(crumbsOf('/console/restapis/a1/stages', new Map([['a1', 'Pet store']])).map(({ text }) => text)).toEqual([
      'Gatehouse',
      'APIs',
      'Pet store',
      'Stages',
    ]));
});

describe('the API of an address', () => {
  it.each([
    ['/console/restapis/a1/stages', 'a1'],
    ['/console/restapis/a1', 'a1'],
    ['/console/restapis/create', null],
    ['/console/restapis', null],
    ['/console/restapis/%2e%2e', null],
    ['/console/apikeys/a1', null],
  ])('of %s is %s', (pathname, expected) => expect(apiOf(pathname)).toBe(expected));
});
