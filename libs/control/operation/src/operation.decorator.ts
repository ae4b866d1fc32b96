import 'reflect-metadata';
import { type Operation as WireOperation, type OperationRow } from '@gatehouse/contract-wire';
import { type UseCase } from './ports.js';

const KEY = Symbol('gatehouse:operation');

/** Binds a controller method to a row of the operation table: `@Operation(V1.UpdateStage)`. The row decides route, status, shapes and permission. */
export const Operation = <Input, Output>(row: WireOperation<Input, Output>) =>
  <Method extends (input: Input, useCase: UseCase<never>) => Promise<Output>>(_target: object, _key: string | symbol, descriptor: TypedPropertyDescriptor<Method>): void => {
    Reflect.defineMetadata(KEY, row, descriptor.value as object);
  };

/** The row that a method is bound to, or undefined. */
export const operationOf = (method: object): OperationRow | undefined => Reflect.getMetadata(KEY, method) as OperationRow | undefined;
