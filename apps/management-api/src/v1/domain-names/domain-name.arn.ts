import { parseArn } from '@gatehouse/contract-primitives';
import { badRequest } from '@gatehouse/contract-wire';
import { type DomainNameRow } from '@gatehouse/control-store';
import { type V1UseCase } from '../use-case.js';
import { badArn } from './domain-names.faults.js';

/** Public domains have no account in their ARN; private ones carry it, and their id behind a plus sign. */
export const domainNameArn = ({ accountId, region, domainName, domainNameId }: Pick<DomainNameRow, 'accountId' | 'region' | 'domainName' | 'domainNameId'>): string =>
  (domainNameId === '' ? `arn:aws:apigateway:${region}::/domainnames/${domainName}` : `arn:aws:apigateway:${region}:${accountId}:/domainnames/${domainName}+${domainNameId}`);

/** Reads the ARN of a domain of this account and region, or throws AWS's refusals. */
export function readDomainNameArn(text: string, { region, accountId }: V1UseCase): { readonly domainName: string; readonly domainNameId: string } {
  const arn = parseArn(text);
  if (arn === null) throw badArn(text);
  const match = /^\/domainnames\/([^/+]+)(?:\+([^/+]+))?$/.exec(arn.resource);
  const isOurs = arn.service === 'apigateway' && arn.region === region && ['', accountId].includes(arn.accountId);
  if (!isOurs || match === null) throw badRequest('Invalid ARN specified in the request');
  return { domainName: match[1]!.toLowerCase(), domainNameId: match[2] ?? '' };
}
