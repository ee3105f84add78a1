import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Chromium } from '../../tests/support/chromium.ts';
import { ask } from './probe.ts';

/** A browser that started on a profile, with the library open and the probe in a page of its own. */
export interface Running {
  readonly profile: string;
  readonly chromium: Chromium;
  /** A page of the extension with none of its code but the probe. */
  readonly observer: Page;
}

/** A worker that starts looks at the library after 1.5 s. */
const RECOVERY_OPENS_MS = 10_000;

/** Copies a profile whose browser has ended, in place of what was copied before. */
export async function copyProfile(profile: string, copy: string): Promise<void> {
  await rm(copy, { recursive: true, force: true, maxRetries: 5 });
  // Links to the socket and the lock of the browser that has ended.
  await cp(profile, copy, { recursive: true, filter: (path) => !basename(path).startsWith('Singleton') });
}

/**
 * Keeps what may tell where a lost library went: the profile as it was before the browser started on it, the database's files
 * as they are now, and what Lectern and Chromium say.
 *
 * @returns the same for people, with the folder that all of it lies in. It stays when the script ends.
 */
export async function keepLoss({ profile, chromium, observer }: Running, beforeStart: string): Promise<string> {
  const kept = await mkdtemp(join(tmpdir(), 'lectern-loss-'));
  const storage = join(profile, 'Default/IndexedDB');
  await cp(beforeStart, join(kept, 'before-start'), { recursive: true });
  // The browser goes on with these, so a file may vanish on the way; what was copied by then stays.
  const copying = await answer(cp(storage, join(kept, 'after-start'), { recursive: true }).then(() => 'whole'));
  const said = {
    databases: await answer(observer.evaluate('indexedDB.databases()')),
    rows: await answer(ask(observer, 'countRows')),
    remembered: await answer(observer.evaluate('chrome.storage.local.get()')),
    recoveryPage: await answer(readRecoveryPage(chromium)),
    // By now it has looked too.
    libraryPage: await answer(readLibraryPage(chromium)),
    copying,
  };
  const lines = [
    `    kept in ${kept}`,
    ...Object.entries(said).map(([name, words]) => `      ${name}: ${JSON.stringify(words)}`),
    '    the database as the browser left it:',
    ...(await readStorage(join(kept, 'before-start/Default/IndexedDB'))),
    '    the database after the start:',
    ...(await readStorage(storage)),
  ].join('\n');
  await writeFile(join(kept, 'said.txt'), lines);
  return lines;
}

const answer = (asked: Promise<unknown>): Promise<unknown> => asked.catch((error: unknown) => String(error));

async function readLibraryPage({ browser }: Chromium): Promise<string> {
  const page = (await browser.pages()).find((one) => one.url().includes('/library.html'));
  return (await page?.evaluate(() => document.querySelector('.alarm-bar')?.textContent)) ?? 'no alarm';
}

async function readRecoveryPage({ browser, openExtensionPage }: Chromium): Promise<string> {
  const opened = await browser
    .waitForTarget((target) => target.url().endsWith('/recovery.html'), { timeout: RECOVERY_OPENS_MS })
    .catch(() => undefined);
  const page = (await opened?.page()) ?? (await openExtensionPage('recovery.html'));
  const health = await page.waitForSelector('.is-lost', { timeout: RECOVERY_OPENS_MS }).catch(() => undefined);
  const words = (await health?.evaluate((card) => card.textContent)) ?? 'notices nothing';
  return `${opened ? 'opened by itself' : 'did not open by itself'}: ${words}`;
}

/** Lists the files with their bytes and times, and prints what Chromium wrote of a corruption and of opening the database. */
async function readStorage(storage: string): Promise<readonly string[]> {
  const entries = await readdir(storage, { recursive: true, withFileTypes: true }).catch(() => []);
  const lines: string[] = [];
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const isTold = /^LOG|^CURRENT$|corruption/.test(entry.name);
    const [facts, text] = await Promise.all([
      stat(path).catch(() => undefined),
      isTold ? readFile(path, 'utf8').catch(String) : '',
    ]);
    lines.push(`      ${relative(storage, path)}  ${facts?.size} bytes  ${facts?.mtime.toISOString()}`);
    for (const line of text.split('\n')) if (line !== '') lines.push(`        ${line}`);
  }
  return lines.length > 0 ? lines : ['      nothing is there'];
}
