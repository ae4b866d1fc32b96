import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Caller, type Named, type RawRequest, type UseCase } from '@gatehouse/control-operation';
import { AuditEvent } from '@gatehouse/control-store';
import { ServiceFault } from '@gatehouse/contract-wire';
import { DataSource, EntityManager } from 'typeorm';
import { Publisher } from '../publish/publisher.js';
import { TouchedMarks } from '../publish/touched.js';
import { Settings } from './settings.js';

/** One use case, one transaction: the change, what gateways must hear of it, and the audit row live or die together. */
@Injectable()
export class TransactionalUnitOfWork extends UnitOfWork<EntityManager> {
  constructor(private readonly store: DataSource, private readonly publisher: Publisher, private readonly settings: Settings) {
    super();
  }

  async run<Output>(named: Named, caller: Caller, request: RawRequest, work: (useCase: UseCase<EntityManager>) => Promise<Output>): Promise<{ output: Output; revision: number | null; version: number | null }> {
    const touched = new TouchedMarks();
    let version: number | null = null;
    const useCase = (manager: EntityManager): UseCase<EntityManager> => ({
      manager, caller, touched,
      accountId: this.settings.accountId, region: this.settings.region, requestId: request.requestId,
      now: new Date(), ifMatch: readIfMatch(request.headers['if-match']), etag: { set: number => { version = number; } },
    });
    if (!named.isWrite) {
      const output = await work(useCase(this.store.manager));
      if (leavesTrace(named)) await this.store.manager.insert(AuditEvent, auditRow(named, caller, request, null, this.settings));
      return { output, revision: null, version };
    }
    return this.store.transaction(async manager => {
      const output = await work(useCase(manager));
      const revision = await this.publisher.flush(manager, touched);
      await manager.insert(AuditEvent, auditRow(named, caller, request, revision, this.settings));
      return { output, revision, version };
    });
  }
}

/** Reads leave no trace in the audit trail, but for those that tell a key's value, and for test calls, which reach a real backend. */
const leavesTrace = ({ operation, input }: Named): boolean => operation === 'GetUsagePlanKey' || operation.startsWith('TestInvoke') || input['includeValue'] === true || input['includeValues'] === true;

function auditRow(named: Named, caller: Caller, request: RawRequest, revision: number | null, { accountId, region }: Settings): Record<string, unknown> {
  return {
    accountId, region, operation: named.operation, action: named.action, resourceArn: named.resourceArn, input: named.input,
    callerArn: caller.arn, accessKeyId: caller.accessKeyId, via: caller.via, sourceAddress: request.sourceAddress,
    userAgent: request.headers['user-agent']?.slice(0, 500) ?? null, requestId: request.requestId, revision: revision === null ? null : String(revision),
  };
}

/** `If-Match: "7"` asks for version 7; `*` and an absent header ask for nothing. */
function readIfMatch(header: string | undefined): number | null {
  if (header === undefined || header.trim() === '*') return null;
  const match = /^\s*(?:W\/)?"?(\d{1,9})"?\s*$/.exec(header);
  if (match === null) throw new ServiceFault('BadRequestException', 'If-Match must be the ETag of an earlier answer');
  return Number(match[1]);
}
