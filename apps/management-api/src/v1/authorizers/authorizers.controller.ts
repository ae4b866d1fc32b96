import { Controller } from '@nestjs/common';
import {
  type CreateAuthorizerRequest, type DeleteAuthorizerRequest, type GetAuthorizerRequest, type GetAuthorizersRequest, type TestInvokeAuthorizerRequest, type UpdateAuthorizerRequest, V1,
} from '@gatehouse/contract-wire';
import { Operation } from '@gatehouse/control-operation';
import { type V1UseCase } from '../use-case.js';
import { AuthorizersService } from './authorizers.service.js';
import { TestInvokeAuthorizerService } from './test-invoke-authorizer.service.js';

@Controller()
export class AuthorizersController {
  constructor(private readonly authorizers: AuthorizersService, private readonly tests: TestInvokeAuthorizerService) {}

  @Operation(V1.CreateAuthorizer) create(input: CreateAuthorizerRequest, useCase: V1UseCase) { return this.authorizers.create(input, useCase); }
  @Operation(V1.GetAuthorizer) get(input: GetAuthorizerRequest, useCase: V1UseCase) { return this.authorizers.get(input, useCase); }
  @Operation(V1.GetAuthorizers) list(input: GetAuthorizersRequest, useCase: V1UseCase) { return this.authorizers.list(input, useCase); }
  @Operation(V1.UpdateAuthorizer) update(input: UpdateAuthorizerRequest, useCase: V1UseCase) { return this.authorizers.update(input, useCase); }
  @Operation(V1.DeleteAuthorizer) delete(input: DeleteAuthorizerRequest, useCase: V1UseCase) { return this.authorizers.delete(input, useCase); }
  @Operation(V1.TestInvokeAuthorizer) test(input: TestInvokeAuthorizerRequest, useCase: V1UseCase) { return this.tests.test(input, useCase); }
}
