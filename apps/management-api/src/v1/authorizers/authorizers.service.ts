import { Injectable } from '@nestjs/common';
import { type AuthorizerFields } from '@gatehouse/contract-definition';
import { newShortId } from '@gatehouse/contract-primitives';
import {
  type Authorizer, type Authorizers, type CreateAuthorizerRequest, type DeleteAuthorizerRequest, type GetAuthorizerRequest, type GetAuthorizersRequest, type UpdateAuthorizerRequest,
} from '@gatehouse/contract-wire';
import { holdVersion, pageOf, readPage } from '@gatehouse/control-operation';
import { AuthorizerRow, insertRow, updateRow } from '@gatehouse/control-store';
import { MoreThan, Not } from 'typeorm';
import { firstMethodThat } from '../methods/first-method-that.js';
import { patched } from '../patching.js';
import { findRestApi, lockRestApi } from '../rest-apis/find-rest-api.js';
import { scopeOf, type V1UseCase } from '../use-case.js';
import { authorizerPatch } from './authorizer.patch.js';
import { presentAuthorizer } from './authorizer.presenter.js';
import { checkAuthorizer, withDefaults } from './authorizer.rules.js';
import * as faults from './authorizers.faults.js';
import { findAuthorizer } from './find-authorizer.js';
import { isOtherKind } from './hold-authorizer.js';

@Injectable()
export class AuthorizersService {
  async create(input: CreateAuthorizerRequest, useCase: V1UseCase): Promise<Authorizer> {
    await lockRestApi(useCase, input.restApiId);
    const key = { ...scopeOf(useCase), restApiId: input.restApiId, id: newShortId() };
    const fields = withDefaults(newFields(input));
    checkAuthorizer(input.name, fields);
    await holdName(useCase, key, input.name);
    const row = await insertRow(useCase.manager, AuthorizerRow, { ...key, name: input.name, fields }, useCase.now);
    useCase.etag.set(row.version);
    return presentAuthorizer(row);
  }

  async get({ restApiId, authorizerId }: GetAuthorizerRequest, useCase: V1UseCase): Promise<Authorizer> {
    const row = await findAuthorizer(useCase, restApiId, authorizerId);
    useCase.etag.set(row.version);
    return presentAuthorizer(row);
  }

  async list(input: GetAuthorizersRequest, useCase: V1UseCase): Promise<Authorizers> {
    const page = readPage(input);
    await findRestApi(useCase, input.restApiId);
    const where = { ...scopeOf(useCase), restApiId: input.restApiId, ...(page.after && { id: MoreThan(page.after[0]!) }) };
    const rows = await useCase.manager.find(AuthorizerRow, { where, order: { id: 'ASC' }, take: page.limit + 1 });
    return pageOf(rows, page, row => [row.id], presentAuthorizer);
  }

  async update({ restApiId, authorizerId, patchOperations }: UpdateAuthorizerRequest, useCase: V1UseCase): Promise<Authorizer> {
    await lockRestApi(useCase, restApiId);
    const row = await findAuthorizer(useCase, restApiId, authorizerId);
    holdVersion(useCase, row);
    const { name, ...draft } = patched(authorizerPatch, { name: row.name, ...row.fields }, patchOperations);
    const fields = withDefaults(draft);
    checkAuthorizer(name, fields);
    await holdName(useCase, row, name);
    await holdKind(useCase, row, fields);
    const updated = await updateRow(useCase.manager, AuthorizerRow, row, { name, fields }, useCase.now);
    useCase.etag.set(updated.version);
    return presentAuthorizer(updated);
  }

  /** Refused while a method asks it. */
  async delete({ restApiId, authorizerId }: DeleteAuthorizerRequest, useCase: V1UseCase): Promise<void> {
    await lockRestApi(useCase, restApiId);
    const row = await findAuthorizer(useCase, restApiId, authorizerId);
    holdVersion(useCase, row);
    const user = await firstMethodThat(useCase, restApiId, 'authorizer', row.id);
    if (user) throw faults.inUse(row.name, user);
    await useCase.manager.delete(AuthorizerRow, { ...scopeOf(useCase), restApiId, id: row.id });
  }
}

const newFields = (input: CreateAuthorizerRequest): AuthorizerFields => ({
  type: input.type,
  providerARNs: [...new Set(input.providerARNs ?? [])],
  authType: input.authType || null,
  authorizerUri: input.authorizerUri || null,
  authorizerCredentials: input.authorizerCredentials || null,
  identitySource: input.identitySource || null,
  identityValidationExpression: input.identityValidationExpression || null,
  authorizerResultTtlInSeconds: input.authorizerResultTtlInSeconds ?? null,
});

async function holdName(useCase: V1UseCase, { restApiId, id }: { readonly restApiId: string; readonly id: string }, name: string): Promise<void> {
  if (await useCase.manager.existsBy(AuthorizerRow, { ...scopeOf(useCase), restApiId, name, id: Not(id) })) throw faults.nameExists(name);
}

async function holdKind(useCase: V1UseCase, { restApiId, id, name, fields: before }: AuthorizerRow, after: AuthorizerFields): Promise<void> {
  if (!isOtherKind(before, after)) return;
  const user = await firstMethodThat(useCase, restApiId, 'authorizer', id);
  if (user) throw faults.kindInUse(name, user);
}
