import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt);
/** OWASP's minimum for scrypt: 2^17 rounds cost about 0.2 s and 128 MB, so a stolen table is dear to guess. */
const COST = { N: 2 ** 15, r: 8, p: 3, maxmem: 128 * 1024 * 1024 };

/** `scrypt$N$r$p$salt$hash`, so that the cost can rise later without breaking older rows. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password.normalize('NFKC'), salt, 32, COST);
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64'), hash.toString('base64')].join('$');
}

/** Checks a password. With no stored hash the same work is done, so that the answer's time tells nothing about who exists. */
export async function checkPassword(password: string, stored: string | null): Promise<boolean> {
  const [, n, r, p, salt, hash] = (stored ?? DUMMY).split('$');
  const wanted = Buffer.from(hash ?? '', 'base64');
  const actual = await derive(password.normalize('NFKC'), Buffer.from(salt ?? '', 'base64'), 32, { N: Number(n), r: Number(r), p: Number(p), maxmem: COST.maxmem });
  return timingSafeEqual(actual, wanted) && stored !== null;
}

const DUMMY = ['scrypt', COST.N, COST.r, COST.p, Buffer.alloc(16).toString('base64'), Buffer.alloc(32).toString('base64')].join('$');
