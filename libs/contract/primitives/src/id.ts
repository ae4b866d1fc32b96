import { randomBytes, randomInt, randomUUID } from 'node:crypto';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';
const MIXED = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

const pick = (alphabet: string, length: number): string => Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');

/** AWS's ids for apis, keys and plans: ten lower-case letters and digits. */
export const newApiId = (): string => pick(ALPHABET, 10);
/** AWS's ids for resources, deployments and authorizers: six lower-case letters and digits. */
export const newShortId = (): string => pick(ALPHABET, 6);
/** A generated API key value: 40 letters and digits, as AWS makes them. */
export const newApiKeyValue = (): string => pick(MIXED, 40);
/** An access key id in AWS's form: AKIA and sixteen capitals or digits. */
export const newAccessKeyId = (): string => `AKIA${pick('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 16)}`;
/** A secret access key in AWS's form: forty characters of base64. */
export const newSecretAccessKey = (): string => randomBytes(30).toString('base64');
/** A secret of `bytes` random bytes that fits in a header or a cookie. */
export const newSecret = (bytes = 32): string => randomBytes(bytes).toString('base64url');
/** A request id, as `x-amzn-RequestId` carries it. */
export const newRequestId = (): string => randomUUID();
