import { badRequest } from '@gatehouse/contract-wire';
import { TARGET_TAG } from '@gatehouse/control-freeze';

const ORIGIN = /^https?:\/\/(\[[0-9a-fA-F:.]+\]|[A-Za-z0-9._-]+)(:\d{1,5})?\/?$/;

/** The tag that says where a link leads must be an origin: gateways call it as it stands. */
export function checkTarget(tags: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const target = Object.hasOwn(tags, TARGET_TAG) ? tags[TARGET_TAG] : undefined;
  if (target !== undefined && !ORIGIN.test(target)) throw badRequest(`Invalid tag ${TARGET_TAG} specified: it must be an origin, such as http://10.0.0.5:8080`);
  return tags;
}
