import { Controller } from '@nestjs/common';
import { type Empty, type UpdateAccountRequest, V1 } from '@gatehouse/contract-wire';
import { Operation } from '@gatehouse/control-operation';
import { type V1UseCase } from '../use-case.js';
import { AccountService } from './account.service.js';

@Controller()
export class AccountController {
  constructor(private readonly account: AccountService) {}

  @Operation(V1.GetAccount) get(_input: Empty, useCase: V1UseCase) { return this.account.get(useCase); }
  @Operation(V1.UpdateAccount) update(input: UpdateAccountRequest, useCase: V1UseCase) { return this.account.update(input, useCase); }
}
