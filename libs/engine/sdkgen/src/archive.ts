import { strToU8, zipSync } from 'fflate';

/** Packs texts by path into a ZIP; equal texts and an equal date give equal bytes. */
export const archive = (files: Readonly<Record<string, string>>, date: Date): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])), { mtime: date });
