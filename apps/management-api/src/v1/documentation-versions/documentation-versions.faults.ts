import { badRequest, conflict, notFound, type ServiceFault } from '@gatehouse/contract-wire';

export const noSuchVersion = (): ServiceFault => notFound('Invalid Documentation version identifier specified');
export const versionExists = (version: string): ServiceFault => conflict(`Documentation version already exists: ${version}`);
export const emptyVersion = (): ServiceFault => badRequest('Documentation version must be non-empty');
export const longVersion = (): ServiceFault => badRequest('Invalid documentation version, can be at most 64 characters.');
export const inUse = (version: string, stageName: string): ServiceFault => conflict(`Cannot delete documentation version '${version}', is referenced in stage: ${stageName}`);
