import { DocumentLine, Enrolled, FeedLine, GatewayJob, HeartbeatAnswer, LeaseAnswer, type Enrolment, type GatewayJobAnswer, type Heartbeat, type LeaseRequest, type TelemetryBatch } from '@gatehouse/contract-snapshot';

/** The control tower understood and refused; trying again with the same words will not help. */
export class ControlRefusal extends Error {
  constructor(readonly status: number, message: string) {
    super(message);
  }
}

const ANSWER_WITHIN_MS = 5_000;
/** The feed speaks every three seconds; after this silence the line is dead, whatever TCP says. */
const SILENCE_MS = 10_000;
const DOCUMENTS_AT_ONCE = 500;

/** The gateways' door as a gateway uses it. Every call is bounded in time. */
export class ControlClient {
  #bearer = '';

  constructor(private readonly baseUrl: string) {}

  /** What proves this gateway from now on. */
  identify(gatewayId: string, key: string): void {
    this.#bearer = `${gatewayId}.${key}`;
  }

  async enrol(token: string, enrolment: Enrolment): Promise<Enrolled> {
    return Enrolled.parse(await this.#json('/enrolments', enrolment, token));
  }

  async heartbeat(beat: Heartbeat): Promise<HeartbeatAnswer> {
    return HeartbeatAnswer.parse(await this.#json('/heartbeats', beat));
  }

  async lease(request: LeaseRequest): Promise<LeaseAnswer> {
    return LeaseAnswer.parse(await this.#json('/leases', request));
  }

  async ship(batch: TelemetryBatch): Promise<void> {
    await (await this.#post('/telemetry', batch)).arrayBuffer();
  }

  /** What the control tower asks of this gateway, and nobody else may read. */
  async job(id: string): Promise<GatewayJob> {
    return GatewayJob.parse(await this.#json('/jobs', { id }));
  }

  async answerJob(answer: GatewayJobAnswer): Promise<void> {
    await (await this.#post('/jobs/answers', answer)).arrayBuffer();
  }

  /** The texts of documents by digest, as the control tower has them; the caller checks each against its digest. */
  async documents(digests: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const texts = new Map<string, string>();
    for (let from = 0; from < digests.length; from += DOCUMENTS_AT_ONCE) {
      const response = await this.#post('/documents', { digests: digests.slice(from, from + DOCUMENTS_AT_ONCE) }, this.#bearer, 30_000);
      for (const line of (await response.text()).split('\n')) {
        if (line === '') continue;
        const { digest, text } = DocumentLine.parse(JSON.parse(line));
        texts.set(digest, text);
      }
    }
    return texts;
  }

  /** Reads the feed from `after` on, line by line, until the line breaks, falls silent, or `signal` ends it. */
  async *feed(after: number, signal: AbortSignal): AsyncGenerator<FeedLine> {
    const silence = new AbortController();
    let timer = setTimeout(() => silence.abort(new Error('the feed fell silent')), SILENCE_MS);
    try {
      const response = await fetch(`${this.baseUrl}/feed?after=${after}`, { headers: this.#headers(this.#bearer), signal: AbortSignal.any([signal, silence.signal]) });
      if (!response.ok || response.body === null) throw new ControlRefusal(response.status, `the feed answered ${response.status}`);
      let rest = '';
      const decoder = new TextDecoder();
      for await (const chunk of response.body) {
        clearTimeout(timer);
        timer = setTimeout(() => silence.abort(new Error('the feed fell silent')), SILENCE_MS);
        const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) yield FeedLine.parse(JSON.parse(line));
      }
    } finally {
      clearTimeout(timer);
      silence.abort();
    }
  }

  async #json(path: string, body: unknown, bearer = this.#bearer): Promise<unknown> {
    return (await this.#post(path, body, bearer)).json();
  }

  async #post(path: string, body: unknown, bearer = this.#bearer, withinMs = ANSWER_WITHIN_MS): Promise<Response> {
    const response = await fetch(`${this.baseUrl}${path}`, { method: 'POST', headers: this.#headers(bearer), body: JSON.stringify(body), signal: AbortSignal.timeout(withinMs) });
    if (response.ok) return response;
    const text = (await response.text()).slice(0, 300);
    if (response.status >= 400 && response.status < 500) throw new ControlRefusal(response.status, `${path} answered ${response.status}: ${text}`);
    throw new Error(`${path} answered ${response.status}: ${text}`);
  }

  #headers(bearer: string): Record<string, string> {
    return { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' };
  }
}
