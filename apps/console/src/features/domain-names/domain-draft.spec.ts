import { describe, expect, it } from 'vitest';
import { change, creation, DomainForm, draftOfDomain, NEW_DOMAIN } from './domain-draft';

const isName = (domainName: string): boolean => DomainForm.safeParse({ ...NEW_DOMAIN, domainName }).success;
const regional = draftOfDomain({
  domainName: 'a.example.com',
  domainNameArn: 'arn:d',
  endpointConfiguration: { types: ['REGIONAL'] },
  regionalCertificateArn: 'arn:one',
});

describe('a domain', () => {
  it('is a host name of at least two labels, perhaps with a star before it', () => {
    expect(['', 'localhost', '-a.example.com', 'a..com', 'a.*.com', 'a b.com', 'http://a.com'].filter(isName)).toEqual([]);
    expect(['api.example.com', '*.example.com', 'A-1.example'].filter(name => !isName(name))).toEqual([]);
  });

  it('carries its certificate where its type wants it', () => {
    expect(creation({ ...NEW_DOMAIN, domainName: 'a.b', certificateArn: 'arn:c' })[0]!.input).toEqual({
      domainName: 'a.b',
      endpointConfiguration: { types: ['REGIONAL'] },
      regionalCertificateArn: 'arn:c',
    });
    expect(creation({ ...NEW_DOMAIN, domainName: 'a.b', endpointType: 'EDGE', certificateArn: 'arn:c' })[0]!.input).toMatchObject({ certificateArn: 'arn:c' });
  });

  it('opened and saved unchanged writes nothing; a certificate is exchanged or taken away', () => {
    const place = { domainName: 'a.example.com' };
    expect(change(place, regional, regional)).toEqual([]);
    expect(change(place, regional, { ...regional, certificateArn: 'arn:two' })[0]!.input['patchOperations']).toEqual([
      { op: 'replace', path: '/regionalCertificateArn', value: 'arn:two' },
    ]);
    expect(change(place, regional, { ...regional, certificateArn: '' })[0]!.input['patchOperations']).toEqual([
      { op: 'remove', path: '/regionalCertificateArn' },
    ]);
  });
});
