import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CallerVerifier, type Caller, type RawRequest } from '@gatehouse/control-operation';
import { User } from '@gatehouse/control-store';
import { ServiceFault } from '@gatehouse/contract-wire';
import { compare, isSigned, objectTo, readClaim, signingKey, type Refusal } from '@gatehouse/engine-sigv4';
import { IdentityService } from './identity.service.js';
import { Settings } from './settings.js';

export const SESSION_COOKIE = 'gatehouse_session';
export const CSRF_HEADER = 'x-gatehouse-csrf';

/** Believes SigV4, a bearer token or a console session, in that order; a request with an Authorization header never falls back to the cookie. */
@Injectable()
export class PlatformCallerVerifier extends CallerVerifier {
  readonly #signingKeys = new Map<string, Buffer>();

  constructor(private readonly identity: IdentityService, private readonly settings: Settings) {
    super();
  }

  async verify(request: RawRequest): Promise<Caller> {
    const authorization = request.headers.authorization;
    if (authorization !== undefined && /^bearer( |$)/i.test(authorization)) return this.#bearer(authorization.slice(7).trim());
    if (isSigned(request)) return this.#signed(request);
    const cookie = readCookie(request.headers.cookie, SESSION_COOKIE);
    if (cookie !== null) return this.#session(cookie, request);
    throw new ServiceFault('MissingAuthenticationTokenException', 'Missing Authentication Token');
  }

  async #signed(request: RawRequest): Promise<Caller> {
    const claim = readClaim(request);
    if (claim.refused) throw refused(claim);
    const found = await this.identity.byAccessKey(claim.accessKeyId);
    if (found === null || claim.sessionToken !== null) throw new ServiceFault('UnrecognizedClientException', 'The security token included in the request is invalid.');
    const objection = objectTo(claim, { region: this.settings.region, service: 'apigateway', nowMs: Date.now() })
      ?? compare(claim, request, this.#signingKey(claim.accessKeyId, found.secret, claim.date, claim.region, claim.service));
    if (objection !== null) throw refused(objection);
    return this.#caller(found.user, 'sigv4', claim.accessKeyId);
  }

  async #bearer(token: string): Promise<Caller> {
    const user = await this.identity.byBearerToken(token, new Date());
    if (user === null) throw new ServiceFault('UnauthorizedException', 'The security token included in the request is invalid.', { 'WWW-Authenticate': 'Bearer' });
    return this.#caller(user, 'bearer', null);
  }

  async #session(cookie: string, request: RawRequest): Promise<Caller> {
    if (!isSameOrigin(request) || !isCsrfToken(cookie, request.headers[CSRF_HEADER])) throw new ServiceFault('MissingAuthenticationTokenException', 'Missing Authentication Token');
    const user = await this.identity.bySession(cookie, new Date());
    if (user === null) throw new ServiceFault('ExpiredTokenException', 'The security token included in the request is expired');
    return this.#caller(user, 'session', null);
  }

  #caller(user: User, via: Caller['via'], accessKeyId: string | null): Caller {
    const arn = `arn:aws:iam::${this.settings.accountId}:user${user.path}${user.userName}`;
    const caller = { arn, accountId: this.settings.accountId, userId: user.id, userName: user.userName, via, accessKeyId };
    this.identity.remember(caller, user);
    return caller;
  }

  /** A day's key costs four HMACs; a few thousand callers' keys are kept. */
  #signingKey(accessKeyId: string, secret: string, date: string, region: string, service: string): Buffer {
    const name = `${accessKeyId}/${secret}/${date}/${region}/${service}`;
    let key = this.#signingKeys.get(name);
    if (key === undefined) {
      if (this.#signingKeys.size > 2_000) this.#signingKeys.clear();
      this.#signingKeys.set(name, key = signingKey(secret, date, region, service));
    }
    return key;
  }
}

const refused = ({ code, message }: Refusal): ServiceFault => new ServiceFault(code, message);

/** The token that proves a page of ours made the call: derived from the cookie, so that no second secret is stored. */
export const csrfTokenOf = (cookie: string): string => createHmac('sha256', cookie).update('gatehouse/csrf').digest('base64url');

function isCsrfToken(cookie: string, given: string | readonly string[] | undefined): boolean {
  const wanted = csrfTokenOf(cookie);
  return typeof given === 'string' && given.length === wanted.length && timingSafeEqual(Buffer.from(given), Buffer.from(wanted));
}

/** Browsers say where a request comes from. Over plain http from another machine they leave Sec-Fetch-Site out; then Origin must be ours. */
function isSameOrigin(request: RawRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const origin = request.headers.origin;
  return origin === undefined || origin.replace(/^https?:\/\//, '') === request.headers.host;
}

/** One cookie's value, or null. */
export function readCookie(header: string | undefined, name: string): string | null {
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}
