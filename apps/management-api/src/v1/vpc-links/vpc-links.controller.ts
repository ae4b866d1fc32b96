import { Controller } from '@nestjs/common';
import { type CreateVpcLinkRequest, type DeleteVpcLinkRequest, type GetVpcLinkRequest, type GetVpcLinksRequest, type UpdateVpcLinkRequest, V1 } from '@gatehouse/contract-wire';
import { Operation } from '@gatehouse/control-operation';
import { type V1UseCase } from '../use-case.js';
import { VpcLinksService } from './vpc-links.service.js';

@Controller()
export class VpcLinksController {
  constructor(private readonly links: VpcLinksService) {}

  @Operation(V1.CreateVpcLink) create(input: CreateVpcLinkRequest, useCase: V1UseCase) { return this.links.create(input, useCase); }
  @Operation(V1.GetVpcLink) get(input: GetVpcLinkRequest, useCase: V1UseCase) { return this.links.get(input, useCase); }
  @Operation(V1.GetVpcLinks) list(input: GetVpcLinksRequest, useCase: V1UseCase) { return this.links.list(input, useCase); }
  @Operation(V1.UpdateVpcLink) update(input: UpdateVpcLinkRequest, useCase: V1UseCase) { return this.links.update(input, useCase); }
  @Operation(V1.DeleteVpcLink) delete(input: DeleteVpcLinkRequest, useCase: V1UseCase) { return this.links.delete(input, useCase); }
}
