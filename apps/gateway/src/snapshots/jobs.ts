import type { GatewayJob, TestInvocationAnswer } from '@gatehouse/contract-snapshot';
import type { Logger } from 'pino';
import type { ControlClient } from '@gatehouse/data-link';

/** Does one piece of work. */
export type RunJob = (job: GatewayJob) => Promise<TestInvocationAnswer>;

/** A flood of tests must not stand in the way of traffic. */
const MAX_AT_ONCE = 20;

/** Takes the work that the feed announces, does it, and posts what came of it. A job that is announced twice is done once. */
export class Jobs {
  readonly #running = new Set<string>();

  constructor(private readonly client: Pick<ControlClient, 'job' | 'answerJob'>, private readonly run: RunJob, private readonly log: Logger) {}

  async take(id: string): Promise<void> {
    // The control tower announces a job again until it is answered, so one that finds no place now comes back.
    if (this.#running.has(id) || this.#running.size >= MAX_AT_ONCE) return;
    this.#running.add(id);
    try {
      const job = await this.client.job(id);
      await this.client.answerJob(await this.#answerOf(id, job));
    } catch (error) {
      this.log.warn({ err: error, id }, 'a job of the control tower could not be answered');
    } finally {
      this.#running.delete(id);
    }
  }

  async #answerOf(id: string, job: GatewayJob): Promise<{ id: string; answer: TestInvocationAnswer | null; error: string | null }> {
    try {
      return { id, answer: await this.run(job), error: null };
    } catch (error) {
      this.log.error({ err: error, id }, 'a job of the control tower failed');
      return { id, answer: null, error: error instanceof Error ? error.message : String(error) };
    }
  }
}
