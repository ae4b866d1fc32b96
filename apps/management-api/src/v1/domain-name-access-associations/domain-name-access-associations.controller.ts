import { Controller } from '@nestjs/common';
import {
  type CreateDomainNameAccessAssociationRequest, type DeleteDomainNameAccessAssociationRequest, type GetDomainNameAccessAssociationsRequest, type RejectDomainNameAccessAssociationRequest, V1,
} from '@gatehouse/contract-wire';
import { Operation } from '@gatehouse/control-operation';
import { type V1UseCase } from '../use-case.js';
import { DomainNameAccessAssociationsService } from './domain-name-access-associations.service.js';

@Controller()
export class DomainNameAccessAssociationsController {
  constructor(private readonly associations: DomainNameAccessAssociationsService) {}

  @Operation(V1.CreateDomainNameAccessAssociation) create(input: CreateDomainNameAccessAssociationRequest, useCase: V1UseCase) { return this.associations.create(input, useCase); }
  @Operation(V1.GetDomainNameAccessAssociations) list(input: GetDomainNameAccessAssociationsRequest, useCase: V1UseCase) { return this.associations.list(input, useCase); }
  @Operation(V1.DeleteDomainNameAccessAssociation) delete(input: DeleteDomainNameAccessAssociationRequest, useCase: V1UseCase) { return this.associations.delete(input, useCase); }
  @Operation(V1.RejectDomainNameAccessAssociation) reject(input: RejectDomainNameAccessAssociationRequest, useCase: V1UseCase) { return this.associations.reject(input, useCase); }
}
