import { Body, Controller, Delete, Get, HttpCode, HttpException, Post, Req, Res, UseGuards, UsePipes } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import type { ServerResponse } from 'node:http';
import { type RawRequest } from '@gatehouse/control-operation';
import { Raw } from '../door/raw-request.js';
import { csrfTokenOf, readCookie, SESSION_COOKIE } from './caller-verifier.js';
import { IdentityService } from './identity.service.js';
import { Action, Open, PlatformGuard, type CalledRequest } from './platform.guard.js';
import { Settings } from './settings.js';
import { SESSION_SECONDS, SignIn } from './sign-in.service.js';
import { strictInput } from './strict-input.js';

export class SignInInput {
  @ApiProperty({ example: 'admin' }) @IsString() @Length(1, 128) userName!: string;
  @ApiProperty({ format: 'password' }) @IsString() @Length(1, 1_024) password!: string;
}

export class SessionView {
  @ApiProperty() readonly userName!: string;
  @ApiProperty({ example: 'arn:aws:iam::123456789012:user/admin' }) readonly arn!: string;
  @ApiProperty() readonly accountId!: string;
  @ApiProperty() readonly region!: string;
  /** To be sent as `x-gatehouse-csrf` with every call of this session. */
  @ApiProperty() readonly csrfToken!: string;
}

/** The console's session. The cookie is out of a script's reach; the CSRF token that goes with it is told to the page. */
@ApiTags('session')
@Controller('api/v1/session')
@UseGuards(PlatformGuard)
@UsePipes(strictInput())
export class SessionController {
  constructor(private readonly signIn: SignIn, private readonly settings: Settings, private readonly identity: IdentityService) {}

  @Post() @Open() @HttpCode(200) @ApiOkResponse({ type: SessionView })
  async open(@Body() input: SignInInput, @Raw() raw: RawRequest, @Res({ passthrough: true }) response: ServerResponse): Promise<SessionView> {
    const opened = await this.signIn.open(input.userName, input.password, raw.sourceAddress);
    if (opened === null) throw new HttpException({ message: 'The user name or the password is not right.' }, 401);
    response.setHeader('Set-Cookie', `${SESSION_COOKIE}=${opened.cookie}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${SESSION_SECONDS}`);
    return this.#view(opened.cookie, opened.user.userName, opened.user.path);
  }

  /** Tells the page who is signed in after a reload. It changes nothing, so it asks for the cookie alone. */
  @Get() @Open() @ApiOkResponse({ type: SessionView })
  async read(@Raw() raw: RawRequest): Promise<SessionView> {
    const cookie = readCookie(raw.headers.cookie, SESSION_COOKIE);
    const user = cookie === null || isForeign(raw) ? null : await this.identity.bySession(cookie, new Date());
    if (cookie === null || user === null) throw new HttpException({ message: 'Nobody is signed in.' }, 401);
    return this.#view(cookie, user.userName, user.path);
  }

  @Delete() @Action('gatehouse:CloseSession') @HttpCode(204)
  async close(@Req() request: CalledRequest, @Raw() raw: RawRequest, @Res({ passthrough: true }) response: ServerResponse): Promise<void> {
    const cookie = readCookie(raw.headers.cookie, SESSION_COOKIE);
    if (cookie !== null && request.caller?.via === 'session') await this.signIn.close(cookie);
    response.setHeader('Set-Cookie', `${SESSION_COOKIE}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0`);
  }

  #view(cookie: string, userName: string, path: string): SessionView {
    const { accountId, region } = this.settings;
    return { userName, arn: `arn:aws:iam::${accountId}:user${path}${userName}`, accountId, region, csrfToken: csrfTokenOf(cookie) };
  }
}

const isForeign = (raw: RawRequest): boolean => ![undefined, 'same-origin', 'none'].includes(raw.headers['sec-fetch-site'] as string | undefined);
