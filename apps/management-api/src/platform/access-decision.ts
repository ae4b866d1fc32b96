import { Injectable } from '@nestjs/common';
import { AccessDecision, type Caller, type RawRequest } from '@gatehouse/control-operation';
import { ServiceFault } from '@gatehouse/contract-wire';
import { evaluate, type ConditionContext } from '@gatehouse/engine-policy';
import { IdentityService } from './identity.service.js';

/** Asks the caller's own policies, and refuses in AWS's words. */
@Injectable()
export class PlatformAccessDecision extends AccessDecision {
  constructor(private readonly identity: IdentityService) {
    super();
  }

  async check(caller: Caller, action: string, resourceArn: string, request: RawRequest): Promise<void> {
    const verdict = evaluate(await this.identity.policiesOf(caller), { action, resource: resourceArn, context: contextOf(caller, request) });
    if (verdict.decision === 'allow') return;
    const reason = verdict.decision === 'explicitDeny' ? 'with an explicit deny in an identity-based policy' : `because no identity-based policy allows the ${action} action`;
    throw new ServiceFault('AccessDeniedException', `User: ${caller.arn} is not authorized to perform: ${action} on resource: ${resourceArn} ${reason}`, {}, { cause: verdict });
  }
}

function contextOf(caller: Caller, request: RawRequest): ConditionContext {
  const known: [string, string | undefined][] = [
    ['aws:sourceip', request.sourceAddress],
    ['aws:username', caller.userName],
    ['aws:userid', caller.userId],
    ['aws:principalarn', caller.arn],
    ['aws:principalaccount', caller.accountId],
    ['aws:principaltype', 'User'],
    ['aws:currenttime', new Date().toISOString()],
    ['aws:epochtime', String(Math.floor(Date.now() / 1000))],
    ['aws:securetransport', 'false'],
    ['aws:useragent', request.headers['user-agent']],
    ['aws:referer', request.headers.referer],
  ];
  return new Map(known.flatMap(([key, value]) => (value === undefined ? [] : [[key, [value]] as const])));
}
