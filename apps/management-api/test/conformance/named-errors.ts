import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type OperationName } from './recorder.js';

/** The errors that the model of API Gateway knows, with the status that goes with each. */
export const STATUS = {
  BadRequestException: 400, UnauthorizedException: 401, NotFoundException: 404, ConflictException: 409, LimitExceededException: 429, TooManyRequestsException: 429, ServiceUnavailableException: 503,
} as const;
export type ErrorName = keyof typeof STATUS;

/** The errors that the SDK's documentation names for each of its commands: the model's own list. */
export const NAMED: ReadonlyMap<OperationName, readonly ErrorName[]> = readNamed();

function readNamed(): ReadonlyMap<OperationName, readonly ErrorName[]> {
  const entry = createRequire(import.meta.url).resolve('@aws-sdk/client-api-gateway');
  const folder = path.join(entry.slice(0, entry.lastIndexOf('dist-')), 'dist-types/commands');
  const files = readdirSync(folder).filter(file => file.endsWith('Command.d.ts'));
  return new Map(files.sort().map(file => {
    const named = [...readFileSync(path.join(folder, file), 'utf8').matchAll(/@throws \{@link (\w+)\}/g)].map(match => match[1]!).filter(name => name !== 'APIGatewayServiceException');
    const unknown = named.filter(name => !Object.hasOwn(STATUS, name));
    if (unknown.length > 0) throw new Error(`${file} names errors that nobody expected: ${unknown.join(', ')}`);
    return [file.slice(0, -'Command.d.ts'.length) as OperationName, named as ErrorName[]] as const;
  }));
}

/** The operations whose model names an error. */
export const operationsThatName = (error: ErrorName): readonly OperationName[] => [...NAMED].filter(([, named]) => named.includes(error)).map(([operation]) => operation);
