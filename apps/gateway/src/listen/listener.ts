import type { Clock } from '@gatehouse/data-exchange';
import type { RouteFinder } from '../route-finder.js';

/** What every listener is given. */
export interface ListenerOptions {
  readonly finder: RouteFinder;
  readonly clock: Clock;
  /** From the first byte of a head to its last. */
  readonly headersTimeoutMs?: number;
  /** From the first byte of a request to its last. */
  readonly requestTimeoutMs?: number;
  /** How long a connection may rest between two requests. */
  readonly keepAliveMs?: number;
  /** What cannot be a fault of one exchange: a bug. The exchange is cut off, the process stays. */
  readonly onBug: (error: unknown) => void;
}

/** A door for callers. Two implementations stand behind it, held to one corpus: node:http's parser, and our own on bare sockets. */
export interface Listener {
  /** Answers the port that it listens on. */
  listen(port: number, host: string): Promise<number>;
  /** Takes no new connection and says "close" with every answer; closes what still rests after a moment, and cuts off what is left after `graceMs`. */
  drain(graceMs: number): Promise<void>;
  readonly inFlight: number;
}

/** A draining listener leaves a resting connection this long: its client may be about to speak, and would hear a reset instead of an answer. */
export const FAREWELL_MS = 1_000;
/** Turns of the event loop that a closing door waits at most for one in which nobody comes in. */
const MOST_TURNS = 50;
/**
 * The kernel resets connections that wait to be accepted when the door closes. Each turn of the loop takes in who waits; after one in which
 * nobody came the door may close. What arrives within that very turn is still lost: only a parent that owns the listening socket could keep it.
 */
export async function acceptedFirst(accepted: () => number): Promise<void> {
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const before = accepted();
    await new Promise(resolve => setImmediate(resolve));
    if (turn > 0 && accepted() === before) return;
  }
}
/** AWS's limit for all headers together is 10,240 bytes; the request line has as much again. */
export const MAX_HEAD_BYTES = 20_480;
/** What a request gets that never becomes an exchange. */
export const REFUSALS = {
  badRequest: 'HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\nContent-Length: 25\r\nConnection: close\r\n\r\n{"message":"Bad Request"}',
  headTooLarge: 'HTTP/1.1 431 Request Header Fields Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
  tooSlow: 'HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
} as const;
