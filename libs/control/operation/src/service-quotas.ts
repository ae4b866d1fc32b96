import { type OperationRow } from '@gatehouse/contract-wire';
import { type UseCase } from './ports.js';

/** What a use case was asked for and what it answered: whose limit counts is told by the one or, for what is new, by the other. */
export interface Done { readonly input: Readonly<Record<string, unknown>>; readonly output: unknown }

/** The service's own limits: how often an operation may be called, and how much of a thing an account may have. Without one of these there are none. */
export abstract class ServiceQuotas<Manager> {
  /** Throws 429 when the operation was called too often. */
  abstract admit(row: OperationRow): void;
  /** Throws LimitExceededException when the use case, which has just written, made more than there may be. It runs in the same transaction. */
  abstract hold(row: OperationRow, done: Done, useCase: Pick<UseCase<Manager>, 'manager' | 'accountId' | 'region'>): Promise<void>;
}
