import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { canonicalJson, digestOf } from '@gatehouse/contract-primitives';
import { Enrolled, type Enrolment } from '@gatehouse/contract-snapshot';
import type { Logger } from 'pino';
import { z } from 'zod';
import { ControlRefusal, type ControlClient } from './control-client.js';

const LONGEST_PAUSE_MS = 5_000;

/** A digest key with one bit wrong would know no API key any more, and nobody would see why: so the file proves itself. */
const Stored = Enrolled.extend({ checksum: z.string() });
const checksumOf = ({ functionsKey, ...enrolled }: Enrolled): string => digestOf(canonicalJson({ ...enrolled, ...(functionsKey !== null && { functionsKey }) })).slice(0, 16);

/** Who this process is to the control tower: made once by enrolling, kept in a file that only its owner reads. */
export class GatewayIdentity {
  readonly #file: string;

  constructor(folder: string, private readonly client: ControlClient, private readonly enrolToken: () => string | null, private readonly log: Logger) {
    mkdirSync(folder, { recursive: true });
    this.#file = path.join(folder, 'identity.json');
  }

  /** The identity on disk, or null when this gateway has never enrolled (or its file is damaged: then it enrols anew). */
  stored(): Enrolled | null {
    if (!existsSync(this.#file)) return null;
    try {
      const { checksum, ...enrolled } = Stored.parse(JSON.parse(readFileSync(this.#file, 'utf8')));
      if (checksum !== checksumOf(enrolled)) throw new Error('its checksum does not hold');
      return enrolled;
    } catch (error) {
      this.log.warn({ err: error }, 'the identity file cannot be read; this gateway enrols anew');
      return null;
    }
  }

  /** Forgets an identity that the control tower no longer knows, e.g. after its database was replaced. */
  forget(): void {
    rmSync(this.#file, { force: true });
  }

  /** Enrols, however long the control tower is away. */
  async enrol(enrolment: Enrolment, signal: AbortSignal): Promise<Enrolled> {
    for (let pauseMs = 200; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      signal.throwIfAborted();
      try {
        const token = this.enrolToken();
        if (token === null) throw new Error('there is no enrol token yet: set GATEHOUSE_ENROL_TOKEN, or share the data folder of the management API');
        const enrolled = await this.client.enrol(token, enrolment);
        const half = `${this.#file}.new`;
        writeFileSync(half, JSON.stringify({ ...enrolled, checksum: checksumOf(enrolled) }), { mode: 0o600 });
        renameSync(half, this.#file);
        return enrolled;
      } catch (error) {
        const level = error instanceof ControlRefusal ? 'error' : 'debug';
        this.log[level]({ err: error }, 'cannot enrol yet');
      }
      await pause(pauseMs, signal);
    }
  }
}

/** Waits, or ends early when `signal` does. */
export const pause = (ms: number, signal: AbortSignal): Promise<void> => new Promise(resolve => {
  const timer = setTimeout(done, ms);
  function done(): void {
    clearTimeout(timer);
    signal.removeEventListener('abort', done);
    resolve();
  }
  signal.addEventListener('abort', done, { once: true });
});
