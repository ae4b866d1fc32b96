import { describe, expect, it } from 'vitest';
import { callCommand, dnsTargetOf, pageOf, placeOf } from './domain-place';

const domain = { domainName: 'api.example.com', domainNameArn: 'arn:x' };

describe('a domain', () => {
  it('is known by its name, a private one by its id too', () => {
    expect([placeOf(domain), pageOf(domain)]).toEqual([{ domainName: 'api.example.com' }, '/console/domainnames/api.example.com']);
    const hidden = { ...domain, domainNameId: 'd1' };
    expect([placeOf(hidden), pageOf(hidden)]).toEqual([
      { domainName: 'api.example.com', domainNameId: 'd1' },
      '/console/domainnames/api.example.com?id=d1',
    ]);
  });

  it('has a name for DNS, or none', () => {
    expect(dnsTargetOf({ ...domain, distributionDomainName: 'e-1.local' })).toBe('e-1.local');
    expect(dnsTargetOf(domain)).toBeNull();
  });

  it('is called by its Host header, under the base path, with a stage where the mapping names none', () => {
    const gateway = 'http://localhost:8080/';
    expect(callCommand(gateway, 'api.example.com', { basePath: 'v1', restApiId: 'a', stage: 'dev' }, '/pets')).toBe(
      "curl -i -H 'Host: api.example.com' 'http://localhost:8080/v1/pets'",
    );
    expect(callCommand(gateway, '*.example.com', { basePath: '(none)', restApiId: 'a' }, '/')).toBe(
      "curl -i -H 'Host: www.example.com' 'http://localhost:8080/STAGE/'",
    );
  });
});
