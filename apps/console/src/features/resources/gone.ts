import { CallFault } from '@gatehouse/client-calls';

/** An address that names something which a list that did come does not hold. */
export const gone = (message: string): CallFault =>
  new CallFault(message, { kind: 'notFound', status: 404, code: 'NotFoundException', requestId: null, retryAfterSeconds: null });
