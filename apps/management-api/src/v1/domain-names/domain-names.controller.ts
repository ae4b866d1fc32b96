import { Controller } from '@nestjs/common';
import { type CreateDomainNameRequest, type DeleteDomainNameRequest, type GetDomainNameRequest, type GetDomainNamesRequest, type UpdateDomainNameRequest, V1 } from '@gatehouse/contract-wire';
import { Operation } from '@gatehouse/control-operation';
import { type V1UseCase } from '../use-case.js';
import { DomainNamesService } from './domain-names.service.js';

@Controller()
export class DomainNamesController {
  constructor(private readonly domains: DomainNamesService) {}

  @Operation(V1.CreateDomainName) create(input: CreateDomainNameRequest, useCase: V1UseCase) { return this.domains.create(input, useCase); }
  @Operation(V1.GetDomainName) get(input: GetDomainNameRequest, useCase: V1UseCase) { return this.domains.get(input, useCase); }
  @Operation(V1.GetDomainNames) list(input: GetDomainNamesRequest, useCase: V1UseCase) { return this.domains.list(input, useCase); }
  @Operation(V1.UpdateDomainName) update(input: UpdateDomainNameRequest, useCase: V1UseCase) { return this.domains.update(input, useCase); }
  @Operation(V1.DeleteDomainName) delete(input: DeleteDomainNameRequest, useCase: V1UseCase) { return this.domains.delete(input, useCase); }
}
