import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** Our own flags only: those of the bundled browser would switch off web security, and a test of it would pass wrongly. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** CHROME_PATH, then the system's Chromium, then the one that npm brought. */
async function executable(): Promise<string> {
  const installed = [process.env['CHROME_PATH'], '/usr/bin/chromium', '/usr/bin/google-chrome'].find(path => path && existsSync(path));
  return installed ?? (await import('@sparticuz/chromium')).default.executablePath();
}

/** A fresh browser without a profile. */
export const launch = async (): Promise<Browser> => chromium.launch({ executablePath: await executable(), args: FLAGS });
