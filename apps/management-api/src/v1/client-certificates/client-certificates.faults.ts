import { badRequest, notFound, type ServiceFault } from '@gatehouse/contract-wire';

export const noSuchCertificate = (): ServiceFault => notFound('Invalid client certificate identifier specified');
/** DeleteClientCertificate knows no conflict: AWS refuses with 400. */
export const certificateInUse = (stages: readonly string[]): ServiceFault => badRequest(`Client certificate is in use by stages: ${stages.join(', ')}`);
