import { randomBytes } from 'node:crypto';
import { type DynamicModule } from '@nestjs/common';
import { canonicalJson, digestOf } from '@gatehouse/contract-primitives';
import { ServiceFault } from '@gatehouse/contract-wire';
import { AccessDecision, type Caller, CallerVerifier, type Named, type RawRequest, UnitOfWork, type UseCase } from '@gatehouse/control-operation';
import { Vault } from '@gatehouse/control-store';
import { freezeRestApi } from '@gatehouse/control-freeze';
import { type RestApiSource } from '@gatehouse/control-store';
import { DataSource, EntityManager } from 'typeorm';
import { type TestInvocation, type TestInvocationAnswer } from '@gatehouse/contract-snapshot';
import { Freezer } from '../src/v1/deployments/freezer.js';
import { TestInvoker } from '../src/v1/methods/test-invoker.js';
import { type V1UseCase } from '../src/v1/use-case.js';
import { Patience } from '../src/door/patience.js';
import { AccountLimits } from '../src/v1/account/account-limits.js';
import { StageAddresses } from '../src/v1/exports/stage-addresses.js';

export const ACCOUNT_ID = '123456789012';
export const REGION = 'us-east-1';

const CALLER: Caller = { arn: `arn:aws:iam::${ACCOUNT_ID}:user/admin`, accountId: ACCOUNT_ID, userId: 'AIDATEST', userName: 'admin', via: 'sigv4', accessKeyId: 'AKIATEST' };

/** Believes every signed request; refuses an unsigned one in AWS's words. */
export class AnySignature extends CallerVerifier {
  verify(request: RawRequest): Promise<Caller> {
    if (!request.headers.authorization) throw new ServiceFault('MissingAuthenticationTokenException', 'Missing Authentication Token');
    return Promise.resolve(CALLER);
  }
}

/** Allows what no test has forbidden, and remembers what it was asked. */
export class Allow extends AccessDecision {
  readonly asked: string[] = [];
  readonly forbidden = new Set<string>();

  check(caller: Caller, action: string, resourceArn: string): Promise<void> {
    this.asked.push(`${action} ${resourceArn}`);
    if (this.forbidden.has(action)) throw new ServiceFault('AccessDeniedException', `User: ${caller.arn} is not authorized to perform: ${action} on resource: ${resourceArn}`);
    return Promise.resolve();
  }
}

/** A real transaction; revisions count the writes that touched something. */
export class CountingUnitOfWork extends UnitOfWork<EntityManager> {
  revision = 0;
  readonly touched: string[] = [];
  readonly named: Named[] = [];

  constructor(private readonly store: DataSource) {
    super();
  }

  async run<Output>(named: Named, caller: Caller, request: RawRequest, work: (useCase: UseCase<EntityManager>) => Promise<Output>): Promise<{ output: Output; revision: number | null; version: number | null }> {
    this.named.push(named);
    const marks: string[] = [];
    let version: number | null = null;
    const ifMatch = /^"(\d+)"$/.exec(request.headers['if-match'] ?? '')?.[1];
    const useCase = (manager: EntityManager): UseCase<EntityManager> => ({
      manager, caller, accountId: ACCOUNT_ID, region: REGION, requestId: request.requestId, now: new Date(),
      ifMatch: ifMatch === undefined ? null : Number(ifMatch),
      etag: { set: number => { version = number; } },
      touched: {
        stage: (restApiId, stageName) => marks.push(`stage ${restApiId}/${stageName}`), plan: id => marks.push(`plan ${id}`),
        key: id => marks.push(`key ${id}`), domain: (name, id) => marks.push(`domain ${name} ${id}`), vpcLink: id => marks.push(`vpc-link ${id}`), account: () => marks.push('account'),
      },
    });
    if (!named.isWrite) return { output: await work(useCase(this.store.manager)), revision: null, version };
    const output = await this.store.transaction(manager => work(useCase(manager)));
    this.touched.push(...marks);
    return { output, revision: marks.length > 0 ? ++this.revision : null, version };
  }
}

/** Freezes as the product does, and stores the document nowhere. */
export class PassingFreezer extends Freezer {
  freezeApi(_manager: EntityManager, _useCase: V1UseCase, _deploymentId: string, source: RestApiSource): Promise<string> {
    return Promise.resolve(digestOf(canonicalJson(freezeRestApi(source))));
  }
}

/** A gateway in memory: answers what the test wants, and remembers what it was asked. */
export class ScriptedInvoker extends TestInvoker {
  readonly asked: TestInvocation[] = [];
  answer: TestInvocationAnswer = { status: 200, headers: ['Content-Type', 'application/json', 'X-Two', 'a', 'X-Two', 'b'], body: Buffer.from('{"ok":true}').toString('base64'), log: 'Execution log for request twin\n', latencyMs: 7 };

  invoke(invocation: TestInvocation): Promise<TestInvocationAnswer> {
    this.asked.push(invocation);
    return Promise.resolve(this.answer);
  }
}

class Twins {}

/** The ports of the operation layer, held by twins, so that a family is tested through the wire without users and gateways. */
export const twinsModule = (): DynamicModule => ({
  module: Twins,
  global: true,
  providers: [
    { provide: Vault, useFactory: () => new Vault(randomBytes(32), randomBytes(32)) },
    { provide: Patience, useValue: { guard: (work: () => Promise<unknown>) => work() } },
    { provide: AccountLimits, useValue: { rateLimit: 10_000, burstLimit: 5_000 } },
    { provide: StageAddresses, useValue: { url: 'http://localhost:8080', domain: 'execute-api.localhost' } },
    { provide: CallerVerifier, useClass: AnySignature },
    { provide: AccessDecision, useClass: Allow },
    { provide: Freezer, useClass: PassingFreezer },
    { provide: TestInvoker, useClass: ScriptedInvoker },
    { provide: UnitOfWork, useFactory: (store: DataSource) => new CountingUnitOfWork(store), inject: [DataSource] },
  ],
  exports: [Patience, Vault, AccountLimits, StageAddresses, CallerVerifier, AccessDecision, Freezer, TestInvoker, UnitOfWork],
});
