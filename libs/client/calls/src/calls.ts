import { structureOf, type Operation } from '@gatehouse/contract-wire';
import type { z } from 'zod';
import { answersFile, bind, type Call } from './bind.js';
import { Info, MethodMetrics, Metrics, Propagation, Session } from './platform-shapes.js';
import { readStructure } from './read.js';
import { createTransport, type ReceivedFile, type TransportOptions, type WireRequest } from './transport.js';
import type { ListOf } from './v1.js';

/** An answer with the version of the row it shows (`etag`) and, after a write, the revision that gateways must reach. */
export interface Answer<T> {
  readonly value: T;
  readonly etag: string | null;
  readonly revision: number | null;
}
interface Options {
  readonly ifMatch?: string | null;
  readonly signal?: AbortSignal;
}

/** What a metrics question may be narrowed by; start and end are ISO times. */
export interface MetricsQuestion {
  readonly restApiId?: string;
  readonly stageName?: string;
  readonly resourcePath?: string;
  readonly httpMethod?: string;
  readonly start: string;
  readonly end: string;
  readonly periodSeconds?: number;
}

/** The largest page that v1 gives. */
const PAGE_LIMIT = 500;

/** What pages are given to ask and to write with. */
export type Calls = ReturnType<typeof createCalls>;

/** Typed calls to the management API: AWS's v1 operations by their row, and the platform's own REST. */
export function createCalls(options: TransportOptions) {
  const send = createTransport(options);

  async function write({ operation, input }: Call, { ifMatch, signal }: Options = {}): Promise<Answer<unknown>> {
    const { body, etag, revision } = await send({ ...bind({ operation, input }), ifMatch: ifMatch ?? null, signal });
    return { value: operation.output && !answersFile(operation) ? readStructure(operation.output, body) : null, etag, revision };
  }

  /** Calls an operation that answers a file, such as GetExport. */
  async function file({ operation, input }: Call): Promise<ReceivedFile> {
    return (await send(bind({ operation, input }))).body as ReceivedFile;
  }

  /** Calls one operation; the answer is read as its row says. */
  const call = <In, Out>(operation: Operation<In, Out>, input: In, callOptions?: Options): Promise<Answer<Out>> =>
    write({ operation, input: input as Readonly<Record<string, unknown>> }, callOptions) as Promise<Answer<Out>>;

  /** Every page of a list, one after another. */
  async function all<In extends object, T>(operation: Operation<In, ListOf<T>>, input: In, callOptions?: Options): Promise<readonly T[]> {
    const found: T[] = [];
    const pageable = operation.input !== null && 'limit' in structureOf(operation.input);
    for (let position: string | undefined; ; ) {
      const { value } = await call(operation, { ...input, ...(pageable ? { limit: PAGE_LIMIT, position } : {}) }, callOptions);
      found.push(...(value.items ?? value.item ?? []));
      if (!pageable || !value.position) return found;
      position = value.position;
    }
  }

  const ask = async <T>(shape: z.ZodType<T>, request: WireRequest): Promise<T> => shape.parse((await send(request)).body);
  const asked = (question: MetricsQuestion) =>
    Object.entries(question)
      .filter(([, value]) => value !== undefined && value !== '')
      .map(([name, value]) => [name, String(value)] as const);

  return {
    call,
    all,
    file,
    /** Makes a call that a form prepared. */
    write,
    signIn: (userName: string, password: string) =>
      ask(Session, { method: 'POST', path: '/api/v1/session', body: JSON.stringify({ userName, password }) }),
    session: (signal?: AbortSignal) => ask(Session, { method: 'GET', path: '/api/v1/session', signal }),
    signOut: async () => {
      await send({ method: 'DELETE', path: '/api/v1/session' });
    },
    info: (signal?: AbortSignal) => ask(Info, { method: 'GET', path: '/api/v1/info', signal }),
    metrics: (question: MetricsQuestion, signal?: AbortSignal) =>
      ask(Metrics, { method: 'GET', path: '/api/v1/metrics', query: asked(question), signal }),
    methodMetrics: (question: MetricsQuestion, signal?: AbortSignal) =>
      ask(MethodMetrics, { method: 'GET', path: '/api/v1/metrics/methods', query: asked(question), signal }),
    propagation: (revision: number, waitSeconds: number, signal?: AbortSignal) =>
      ask(Propagation, { method: 'GET', path: `/api/v1/revisions/${revision}/propagation`, query: [['wait', `${waitSeconds}s`]], signal }),
    deploymentPropagation: (restApiId: string, deploymentId: string, waitSeconds: number, signal?: AbortSignal) =>
      ask(Propagation, {
        method: 'GET',
        path: `/api/v1/restapis/${encodeURIComponent(restApiId)}/deployments/${encodeURIComponent(deploymentId)}/propagation`,
        query: [['wait', `${waitSeconds}s`]],
        signal,
      }),
  };
}
