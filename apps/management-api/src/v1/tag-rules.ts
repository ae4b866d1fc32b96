import { badRequest, limitExceeded } from '@gatehouse/contract-wire';

const MAX_TAGS = 50;

/** Refuses tags that AWS would not keep: more than 50, keys over 128 or values over 256 characters, empty keys, and the reserved prefix. */
export function checkTags(tags: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const entries = Object.entries(tags);
  if (entries.length > MAX_TAGS) throw limitExceeded(`The number of tags cannot exceed ${MAX_TAGS}`);
  for (const [key, value] of entries) {
    if (key.length < 1 || key.length > 128) throw badRequest('Tag keys must have 1 to 128 characters');
    if (value.length > 256) throw badRequest('Tag values can have at most 256 characters');
    if (key.toLowerCase().startsWith('aws:')) throw badRequest('Tag keys cannot start with aws:');
  }
  return tags;
}
