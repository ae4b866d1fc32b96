import type { IncomingHttpHeaders } from 'node:http';

/** Who calls. One shape, however the caller proved it. */
export interface Caller {
  /** `arn:aws:iam::123456789012:user/admin` */
  readonly arn: string;
  readonly accountId: string;
  readonly userId: string;
  readonly userName: string;
  readonly via: 'sigv4' | 'bearer' | 'session';
  readonly accessKeyId: string | null;
}

/** A request as the door read it: the bytes as they came, because signatures and raw imports need them. */
export interface RawRequest {
  readonly method: string;
  /** Path as sent, still percent-encoded, without the query. */
  readonly rawPath: string;
  /** Query as sent, without the question mark. */
  readonly rawQuery: string;
  readonly headers: IncomingHttpHeaders;
  /** Name, value, name, value, ... in the order and spelling of the wire. */
  readonly rawHeaders: readonly string[];
  readonly body: Buffer;
  /** Canonical address of the peer. */
  readonly sourceAddress: string;
  readonly requestId: string;
}

/** Proves who calls, or throws a fault (SigV4, bearer token, console session). */
export abstract class CallerVerifier {
  abstract verify(request: RawRequest): Promise<Caller>;
}

/** Asks the policies whether a caller may do an action on a resource, or throws AccessDeniedException in AWS's words. */
export abstract class AccessDecision {
  abstract check(caller: Caller, action: string, resourceArn: string, request: RawRequest): Promise<void>;
}

/** What a use case changed that gateways must hear of. Marks only; the documents are frozen once, before the commit. */
export interface Touched {
  stage(restApiId: string, stageName: string): void;
  plan(usagePlanId: string): void;
  key(apiKeyId: string): void;
  domain(domainName: string, domainNameId: string): void;
  vpcLink(vpcLinkId: string): void;
  account(): void;
}

/** What a use case gets beside its input. `Manager` is TypeORM's EntityManager, inside the transaction when the operation writes. */
export interface UseCase<Manager> {
  readonly manager: Manager;
  readonly caller: Caller;
  readonly accountId: string;
  readonly region: string;
  readonly requestId: string;
  readonly touched: Touched;
  /** The one clock of this request. */
  readonly now: Date;
  /** The version that `If-Match` names, or null when the caller did not ask. */
  readonly ifMatch: number | null;
  /** The version of the row that was read or written, answered as `ETag`. */
  readonly etag: { set(version: number): void };
}

/** What the audit trail keeps of a call beside who, when and from where. */
export interface Named {
  readonly operation: string;
  readonly action: string;
  readonly resourceArn: string;
  readonly isWrite: boolean;
  /** The bound input with every secret taken out. */
  readonly input: Readonly<Record<string, unknown>>;
}

/** Runs one use case: a write in one transaction with its audit row and its outbox row, a read without. `revision` is null when nothing reached gateways. */
export abstract class UnitOfWork<Manager> {
  abstract run<Output>(named: Named, caller: Caller, request: RawRequest, work: (useCase: UseCase<Manager>) => Promise<Output>): Promise<{ readonly output: Output; readonly revision: number | null; readonly version: number | null }>;
}
