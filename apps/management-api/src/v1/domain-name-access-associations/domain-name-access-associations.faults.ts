import { badRequest, conflict, notFound, type ServiceFault } from '@gatehouse/contract-wire';

export const noSuchAssociation = (): ServiceFault => notFound('Invalid domain name access association identifier specified');
export const publicDomain = (): ServiceFault => badRequest('Access associations can only be created for private domain names.');
export const badSource = (): ServiceFault => badRequest('Invalid access association source specified: it must be the id of a VPC endpoint');
export const associationExists = (): ServiceFault => conflict('A domain name access association already exists for this domain name and source');
export const foreignArn = (): ServiceFault => badRequest('Invalid ARN specified in the request');
