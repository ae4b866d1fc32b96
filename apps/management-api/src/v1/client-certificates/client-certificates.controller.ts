import { Controller } from '@nestjs/common';
import {
  type DeleteClientCertificateRequest, type GenerateClientCertificateRequest, type GetClientCertificateRequest, type GetClientCertificatesRequest, type UpdateClientCertificateRequest, V1,
} from '@gatehouse/contract-wire';
import { Operation } from '@gatehouse/control-operation';
import { type V1UseCase } from '../use-case.js';
import { ClientCertificatesService } from './client-certificates.service.js';

@Controller()
export class ClientCertificatesController {
  constructor(private readonly certificates: ClientCertificatesService) {}

  @Operation(V1.GenerateClientCertificate) generate(input: GenerateClientCertificateRequest, useCase: V1UseCase) { return this.certificates.generate(input, useCase); }
  @Operation(V1.GetClientCertificate) get(input: GetClientCertificateRequest, useCase: V1UseCase) { return this.certificates.get(input, useCase); }
  @Operation(V1.GetClientCertificates) list(input: GetClientCertificatesRequest, useCase: V1UseCase) { return this.certificates.list(input, useCase); }
  @Operation(V1.UpdateClientCertificate) update(input: UpdateClientCertificateRequest, useCase: V1UseCase) { return this.certificates.update(input, useCase); }
  @Operation(V1.DeleteClientCertificate) delete(input: DeleteClientCertificateRequest, useCase: V1UseCase) { return this.certificates.delete(input, useCase); }
}
