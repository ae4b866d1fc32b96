import { CanActivate, ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AccessDecision, CallerVerifier, type Caller } from '@gatehouse/control-operation';
import { type DoorRequest } from '../door/raw-request.js';
import { Settings } from './settings.js';

const ACTION = 'gatehouse:action';
const OPEN = 'gatehouse:open';

/** Names the IAM action of a route of ours, e.g. `gatehouse:GetMetrics`. */
export const Action = (action: string): MethodDecorator => SetMetadata(ACTION, action);
/** A route that asks for no credentials: signing in, and nothing else. */
export const Open = (): MethodDecorator => SetMetadata(OPEN, true);

export interface CalledRequest extends DoorRequest { caller?: Caller }

/** Stands before every route under `/api/v1`. A route that names neither an action nor itself open is refused to everybody, so none is open by accident. */
@Injectable()
export class PlatformGuard implements CanActivate {
  constructor(private readonly reflector: Reflector, private readonly verifier: CallerVerifier, private readonly access: AccessDecision, private readonly settings: Settings) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.get<boolean>(OPEN, context.getHandler())) return true;
    const action = this.reflector.get<string | undefined>(ACTION, context.getHandler());
    const request = context.switchToHttp().getRequest<CalledRequest>();
    if (action === undefined || request.rawRequest === undefined) return false;
    const caller = await this.verifier.verify(request.rawRequest);
    await this.access.check(caller, action, `arn:aws:gatehouse:${this.settings.region}:${this.settings.accountId}:${request.rawRequest.rawPath}`, request.rawRequest);
    request.caller = caller;
    return true;
  }
}
