import { type Json, type JsonObject } from './json.js';
import { type ModelNames, type Operation, type Scope } from './scope.js';

/** What differs between the two documents: everything else is written once. */
export interface Dialect extends ModelNames {
  /** The first members of the document, up to `paths`. */
  head(scope: Scope, info: JsonObject, endpoint: JsonObject | undefined): JsonObject;
  /** The members of an operation that speak of parameters, bodies and responses. */
  payload(scope: Scope, operation: Operation): Readonly<Record<string, Json | undefined>>;
  /** The members after `paths` that hold models and security schemes. */
  shared(schemas: JsonObject | undefined, security: JsonObject | undefined): Readonly<Record<string, Json | undefined>>;
  /** The members at the end of a document, where the endpoint has its place there. */
  tail(endpoint: JsonObject | undefined): Readonly<Record<string, Json | undefined>>;
}
