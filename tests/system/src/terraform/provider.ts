import { APIGatewayClient, ConflictException, NotFoundException, TagResourceCommand, UntagResourceCommand } from '@aws-sdk/client-api-gateway';
import { type Reach } from '../product.js';
import { type ResourceData } from './resource-data.js';

type Command = Parameters<APIGatewayClient['send']>[0];

/** A refusal that reached the provider, and whether the provider's own rule sends the call again. */
export interface Refusal { readonly operation: string; readonly name: string; readonly status: number; readonly message: string; readonly isRetried: boolean }

const ATTEMPTS = 25;

/** The provider as its calls see it: AWS's client, its one retry rule, and what the door answered. */
export class Provider {
  readonly region: string;
  readonly accountId = '123456789012';
  readonly refusals: Refusal[] = [];
  calls = 0;
  inFlight = 0;
  mostInFlight = 0;
  private readonly client: APIGatewayClient;

  constructor({ managementUrl, region, accessKeyId, secretAccessKey }: Reach) {
    this.region = region;
    this.client = new APIGatewayClient({ endpoint: managementUrl, region, credentials: { accessKeyId, secretAccessKey }, maxAttempts: 1 });
    this.send = this.sendCounted.bind(this) as typeof this.send;
  }

  /** One call. A ConflictException that says "try again later" is sent again, as the provider does for all of them. */
  readonly send: APIGatewayClient['send'];

  private async sendCounted(command: Command): Promise<unknown> {
    for (let attempt = 1; ; attempt += 1) {
      this.calls += 1;
      this.inFlight += 1;
      this.mostInFlight = Math.max(this.mostInFlight, this.inFlight);
      try {
        return await this.client.send(command);
      } catch (error) {
        const isRetried = error instanceof ConflictException && error.message.includes('try again later') && attempt < ATTEMPTS;
        const { name, message, $metadata } = error as ConflictException;
        this.refusals.push({ operation: command.constructor.name.replace(/Command$/, ''), name, status: $metadata?.httpStatusCode ?? 0, message, isRetried });
        if (!isRetried) throw error;
      } finally {
        this.inFlight -= 1;
      }
      await new Promise(resolve => setTimeout(resolve, 20 * attempt));
    }
  }

  /** An ARN of the control plane: without an account. */
  arn(path: string): string { return `arn:aws:apigateway:${this.region}::${path}`; }
  executionArn(path: string): string { return `arn:aws:execute-api:${this.region}:${this.accountId}:${path}`; }

  /** What the provider does before every update of a tagged resource: removed keys first, then new and changed ones. */
  async updateTags(arn: string, change: ResourceData): Promise<void> {
    if (!change.changes('tags')) return;
    const [old, next] = [change.old('tags'), change.map('tags')];
    const removed = Object.keys(old).filter(key => !(key in next));
    if (removed.length > 0) await this.send(new UntagResourceCommand({ resourceArn: arn, tagKeys: removed }));
    const updated = Object.fromEntries(Object.entries(next).filter(([key, value]) => old[key] !== value));
    if (Object.keys(updated).length > 0) await this.send(new TagResourceCommand({ resourceArn: arn, tags: updated }));
  }
}

/** A find of the provider: NotFoundException means that the resource is gone. */
export async function found<Answer>(call: Promise<Answer>): Promise<Answer | null> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof NotFoundException) return null;
    throw error;
  }
}

/** The items of a list, page after page, until an answer names no position. */
export async function allPages<Item>(page: (position: string | undefined) => Promise<{ readonly items?: readonly Item[]; readonly position?: string }>): Promise<readonly Item[]> {
  const items: Item[] = [];
  let position: string | undefined;
  do {
    const answer = await page(position);
    items.push(...(answer.items ?? []));
    position = answer.position || undefined;
  } while (position);
  return items;
}

/** A delete that tolerates what is gone already, and what else the resource tolerates. */
export async function tolerating(call: Promise<unknown>, isTolerated: (error: unknown) => boolean = () => false): Promise<void> {
  try {
    await call;
  } catch (error) {
    if (!(error instanceof NotFoundException) && !isTolerated(error)) throw error;
  }
}

/** Looks until the wanted state is there, as the provider's waiters do; anything but wanted or pending is an error. */
export async function waitFor<State extends string>(look: () => Promise<State | undefined>, wanted: readonly State[], pending: readonly State[]): Promise<void> {
  for (let turn = 0; turn < 200; turn += 1) {
    const state = await look();
    if (state !== undefined && wanted.includes(state)) return;
    if (state === undefined || !pending.includes(state)) throw new Error(`unexpected state '${state ?? 'none'}', wanted ${wanted.join(', ')}`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  throw new Error(`${wanted.join(', ')} did not come`);
}

/** RFC 3339, in seconds, as the provider keeps dates. */
export const rfc3339 = (date: Date | undefined): string | null => date?.toISOString().replace(/\.\d+Z$/, 'Z') ?? null;
export const orNull = <T>(value: T | undefined): T | null => value ?? null;
/** Policies come as the inside of a JSON string: the provider puts the quotes around and reads it twice. */
export const unquoted = (policy: string | undefined): string => JSON.parse(`"${policy ?? ''}"`) as string;
