import { constraintOf, iamAction, isWrite, notYet, type OperationRow, resourceArn, ServiceFault } from '@gatehouse/contract-wire';
import { bindInput } from './bind-input.js';
import { handlerKey, type Handlers } from './collect-operations.js';
import { faultOfError } from './fault-of-error.js';
import { toHal, wantsHal } from './hal/to-hal.js';
import { matchOperation, type Matched } from './match-operation.js';
import { type AccessDecision, type CallerVerifier, type RawRequest, type UnitOfWork } from './ports.js';
import { type ServiceQuotas } from './service-quotas.js';
import { writeOutput } from './write-output.js';

/** The answer as the door writes it. */
export interface Answer { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string | Uint8Array | null }

/** What the dispatcher is made of. `onUnexpected` hears of errors that the caller is told nothing about. */
export interface DispatcherParts {
  readonly handlers: Handlers;
  readonly verifier: CallerVerifier;
  readonly access: AccessDecision;
  readonly unitOfWork: UnitOfWork<unknown>;
  readonly region: string;
  /** null = no limits of the service's own. */
  readonly quotas?: ServiceQuotas<unknown> | null;
  readonly onUnexpected: (error: unknown, request: RawRequest) => void;
}

/** The one way of every AWS request: prove the caller, match the row, ask the policies, bind, run one use case, write the output by its shape. */
export class Dispatcher {
  constructor(private readonly parts: DispatcherParts) {}

  async answer(request: RawRequest): Promise<Answer> {
    try {
      return await this.serve(request);
    } catch (error) {
      const { fault, isExpected } = faultOfError(error);
      if (!isExpected) this.parts.onUnexpected(error, request);
      return faultAnswer(fault, request.requestId);
    }
  }

  private async serve(request: RawRequest): Promise<Answer> {
    const { handlers, verifier, access, unitOfWork, region, quotas = null } = this.parts;
    // The caller comes first: who is nobody learns not even which operations exist.
    const caller = await verifier.verify(request);
    const query = new URLSearchParams(request.rawQuery);
    const matched = find(request, query);
    const { row, labels } = matched;
    const action = iamAction(row);
    const arn = resourceArn(row, region, labels);
    await access.check(caller, action, arn, request);
    quotas?.admit(row);
    const reason = notYet(row);
    const handler = handlers.get(handlerKey(row));
    if (reason !== null || !handler) throw new ServiceFault('NotImplementedException', `Operation ${row.name} is not implemented yet${reason ? `: ${reason}` : ''}`);
    const input = bindInput(matched, request, query);
    const named = { operation: row.name, action, resourceArn: arn, isWrite: isWrite(row), input: withoutSecrets(row, input) };
    const { output, revision, version } = await unitOfWork.run(named, caller, request, async useCase => {
      const answer = await handler(input, useCase);
      await quotas?.hold(row, { input, output: answer }, useCase);
      return answer;
    });
    const asHal = row.service === 'apigateway' && wantsHal(request.headers.accept);
    const written = writeOutput(output, row.output, asHal ? plain => toHal(row, labels, plain, query) : undefined);
    return {
      status: row.status,
      body: written.body,
      headers: {
        ...(written.body !== null && { 'Content-Type': asHal ? 'application/hal+json' : 'application/json' }),
        ...written.headers,
        'x-amzn-RequestId': request.requestId,
        ...(revision !== null && { 'x-gatehouse-revision': String(revision) }),
        ...(version !== null && { ETag: `"${version}"` }),
      },
    };
  }
}

function find(request: RawRequest, query: URLSearchParams): Matched {
  try {
    const matched = matchOperation(request.method, request.rawPath, query);
    if (matched) return matched;
  } catch (cause) {
    if (cause instanceof URIError) throw new ServiceFault('SerializationException', 'The path is not percent-encoded UTF-8', {}, { cause });
    throw cause;
  }
  throw new ServiceFault('UnknownOperationException', 'Unable to determine the service or operation of this request');
}

/** A fault as AWS dresses it: `x-amzn-ErrorType`, and `{"message"}` as the body. */
export function faultAnswer(fault: ServiceFault, requestId: string): Answer {
  return {
    status: fault.status,
    headers: { 'Content-Type': 'application/json', 'x-amzn-ErrorType': fault.code, 'x-amzn-RequestId': requestId, ...fault.headers },
    body: JSON.stringify({ message: fault.message }),
  };
}

/** The input as the audit trail may keep it: no secrets, no raw documents. */
function withoutSecrets({ input: structure }: OperationRow, input: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const kept = Object.entries(input).filter(([member, value]) => !(value instanceof Uint8Array) && !constraintOf(structure ?? '', member).isSecret);
  return Object.fromEntries(kept);
}
