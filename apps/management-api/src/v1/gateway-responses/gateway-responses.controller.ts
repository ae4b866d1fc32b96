import { Controller } from '@nestjs/common';
import {
  type DeleteGatewayResponseRequest, type GetGatewayResponseRequest, type GetGatewayResponsesRequest, type PutGatewayResponseRequest, type UpdateGatewayResponseRequest, V1,
} from '@gatehouse/contract-wire';
import { Operation } from '@gatehouse/control-operation';
import { type V1UseCase } from '../use-case.js';
import { GatewayResponsesService } from './gateway-responses.service.js';

@Controller()
export class GatewayResponsesController {
  constructor(private readonly gatewayResponses: GatewayResponsesService) {}

  @Operation(V1.PutGatewayResponse) put(input: PutGatewayResponseRequest, useCase: V1UseCase) { return this.gatewayResponses.put(input, useCase); }
  @Operation(V1.GetGatewayResponse) get(input: GetGatewayResponseRequest, useCase: V1UseCase) { return this.gatewayResponses.get(input, useCase); }
  @Operation(V1.GetGatewayResponses) list(input: GetGatewayResponsesRequest, useCase: V1UseCase) { return this.gatewayResponses.list(input, useCase); }
  @Operation(V1.UpdateGatewayResponse) update(input: UpdateGatewayResponseRequest, useCase: V1UseCase) { return this.gatewayResponses.update(input, useCase); }
  @Operation(V1.DeleteGatewayResponse) delete(input: DeleteGatewayResponseRequest, useCase: V1UseCase) { return this.gatewayResponses.delete(input, useCase); }
}
