import { type UseCase } from '@gatehouse/control-operation';
import { type EntityManager } from 'typeorm';

/** What every service method of this app gets beside its input. */
export type V1UseCase = UseCase<EntityManager>;

/** Whose rows a use case may see: the first two columns of every key. */
export const scopeOf = ({ accountId, region }: V1UseCase): { readonly accountId: string; readonly region: string } => ({ accountId, region });
