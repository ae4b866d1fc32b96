import { AxeBuilder } from '@axe-core/playwright';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Reach } from '../product.js';

const SCREENSHOTS = path.resolve(import.meta.dirname, '../../screenshots');

/** A page of the console with ears: what broke in it, and what it asked of other machines. */
export interface Watched {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly broken: string[];
  readonly outside: string[];
}

/** Opens a page. `offline` machines are none: every request must go to the product. */
export async function openPage(browser: Browser, reach: Reach, colorScheme: 'light' | 'dark' = 'light'): Promise<Watched> {
  const context = await browser.newContext({
    viewport: { width: 1360, height: 900 },
    colorScheme,
    reducedMotion: 'reduce',
    baseURL: reach.managementUrl,
  });
  const page = await context.newPage();
  const broken: string[] = [],
    outside: string[] = [];
  page.setDefaultTimeout(15_000);
  page.on('pageerror', error => broken.push(error.message));
  page.on('console', message => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) broken.push(message.text());
  });
  page.on('request', request => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== reach.managementUrl) outside.push(request.url());
  });
  return { page, context, broken, outside };
}

/** Types name and password into the sign-in form. */
export async function signIn(page: Page, userName: string, password: string): Promise<void> {
  await page.getByLabel('User name').fill(userName);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Opens a select by its label and takes the option of that name. */
export async function choose(within: Page | Locator, label: string, option: string | RegExp): Promise<void> {
  await within.getByLabel(label, { exact: true }).click();
  const page = 'keyboard' in within ? within : within.page();
  await page.getByRole('option', { name: option }).first().click();
}

/** The modal on top. */
export const dialog = (page: Page, name: string | RegExp): Locator => page.getByRole('dialog', { name });

/** The accessibility rules that the page breaks, with the elements. What is still fading in is waited for: half-drawn text has no contrast. */
export async function breaches(page: Page): Promise<readonly string[]> {
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
        .map(({ finished }) => finished),
    ),
  );
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}: ${nodes
        .slice(0, 3)
        .map(node => node.target.join(' '))
        .join(' | ')}`,
  );
}

/** A picture of the page for people to look at. */
export async function shoot(page: Page, name: string): Promise<void> {
  mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`) });
}

/** The page in light, dark and on a narrow screen, where it must fit; then it is as before. `before` brings the place in question into view. */
export async function shootAll(page: Page, name: string, before: () => Promise<void> = async () => undefined): Promise<void> {
  await before();
  await shoot(page, name);
  // A dialog lies over the switch, so it is told rather than clicked.
  await page.getByRole('button', { name: 'Switch to dark mode' }).dispatchEvent('click');
  const dark = await breaches(page);
  await before();
  await shoot(page, `${name}-dark`);
  await page.getByRole('button', { name: 'Switch to light mode' }).dispatchEvent('click');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.waitForTimeout(300);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  await before();
  await shoot(page, `${name}-narrow`);
  await page.setViewportSize({ width: 1360, height: 900 });
  expect({ name, dark, width }).toEqual({ name, dark: [], width: 390 });
}
