import { ServiceFault } from '@gatehouse/contract-wire';
import { type UseCase } from './ports.js';

/** Refuses a write to a row that has moved on since the caller read it: 412, told apart from AWS's own 409. Without `If-Match` AWS's behaviour holds. */
export function holdVersion({ ifMatch }: Pick<UseCase<unknown>, 'ifMatch'>, row: { readonly version: number }): void {
  if (ifMatch !== null && ifMatch !== row.version) throw new ServiceFault('PreconditionFailedException', `The resource is at version ${row.version}, not at the one that If-Match names`);
}
