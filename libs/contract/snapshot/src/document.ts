import { z } from 'zod';
import { AccountPage, KeyPage, PlanPage } from './access-book.js';
import { ApiSnapshot, FORMAT } from './api-snapshot.js';
import { FunctionPage, FunctionVersionPage } from './function-book.js';
import { DomainPage, VpcLinkPage } from './host-book.js';
import { StageSettings } from './stage-settings.js';

const Document = z.discriminatedUnion('kind', [ApiSnapshot, StageSettings, PlanPage, KeyPage, AccountPage, DomainPage, VpcLinkPage, FunctionPage, FunctionVersionPage]);
/** Any document that travels from the control tower to a gateway. */
export type SnapshotDocument = z.infer<typeof Document>;

/** A document that this build cannot read: newer than its format, or broken. The gateway keeps its last good one. */
export class UnreadableDocument extends Error {}

/** The only validation between the towers: text -> document, or UnreadableDocument with the first few reasons. */
export function parseDocument(text: string): SnapshotDocument {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (cause) {
    throw new UnreadableDocument('the document is not JSON', { cause });
  }
  const format = (raw as { format?: unknown } | null)?.format;
  if (typeof format === 'number' && format > FORMAT) throw new UnreadableDocument(`the document has format ${format}, this gateway reads up to ${FORMAT}`);
  const result = Document.safeParse(raw);
  if (!result.success) throw new UnreadableDocument(result.error.issues.slice(0, 3).map(issue => `${issue.path.join('.')}: ${issue.message}`).join('; '));
  return result.data;
}

/** A pointer names what is served now: `stage:{account}:{region}:{api}:{stage}`, `plan:...:{id}`, `key:...:{id}`, `account:{account}:{region}`, `domain:...:{name}:{id}`, `vpc-link:...:{id}`, `function:...:{name}`, `function-version:...:{name}:{version}`. */
export const pointerKey = (kind: 'stage' | 'plan' | 'key' | 'account' | 'domain' | 'vpc-link' | 'function' | 'function-version', accountId: string, region: string, ...rest: readonly string[]): string =>
  [kind, accountId, region, ...rest].join(':');

/** Who follows the feed: gateways serve APIs, functions apps run functions. */
export type Role = 'gateway' | 'functions';

/** Whether a pointer is for that role: gateways need no function, and functions apps nothing else. */
export const concerns = (role: Role, pointer: string): boolean => /^function(-version)?:/.test(pointer) === (role === 'functions');

/** The documents which a document names by digest, so that a gateway fetches them too and the sweeper keeps them. */
export const digestsNamedBy = (document: SnapshotDocument): readonly string[] =>
  document.kind === 'stage' ? [document.snapshot, ...(document.canary ? [document.canary.snapshot] : [])] : [];
