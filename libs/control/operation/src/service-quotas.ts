import { type OperationRow } from '@gatehouse/contract-wire';
import { type UseCase } from './ports.js';

/** The service's own limits: how often an operation may be called, and how much of a thing an account may have. Without one of these there are none. */
export abstract class ServiceQuotas<Manager> {
  /** Throws 429 when the operation was called too often. */
  abstract admit(row: OperationRow): void;
  /** Throws LimitExceededException when the use case, which has just written, made more than there may be. It runs in the same transaction. */
  abstract hold(row: OperationRow, labels: Readonly<Record<string, string>>, useCase: Pick<UseCase<Manager>, 'manager' | 'accountId' | 'region'>): Promise<void>;
}
