import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chromium, launchChromium } from '../support/chromium.ts';
import { readAll } from '../support/read-database.ts';
import { waitFor } from '../support/wait-for.ts';
import { waitForText } from '../support/wait-for-text.ts';

const BUILD = resolve(import.meta.dirname, '../../.output/chrome-mv3');
const WAIT_MS = 45_000;
const LINKS = 30;
const WORDS =
  'The keeper lit the lamp before dusk, and wrote down the hour, the wind and the height of the water. '.repeat(8);

/** Of 30 links every tenth is gone, every tenth a PDF, and every tenth leads to the front page. */
const KINDS: Readonly<Record<number, string>> = { 3: 'gone', 5: 'no-page', 7: 'front' };

interface Asked {
  readonly path: string;
  readonly cookie: string | undefined;
  readonly referrer: string | undefined;
}

describe('fetching the texts of links, in Chromium', () => {
  let chromium: Chromium;
  let page: Page;
  let server: Server;
  let folder: string;
  const asked: Asked[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      const path = request.url ?? '';
      asked.push({ path, cookie: request.headers.cookie, referrer: request.headers.referer });
      const n = Number(/^\/story\/(\d+)/.exec(path)?.[1] ?? -1);
      const kind = KINDS[n % 10];
      if (kind === 'gone') response.writeHead(404).end('Gone');
      else if (kind === 'no-page') response.writeHead(200, { 'Content-Type': 'application/pdf' }).end('%PDF-1.4');
      else if (kind === 'front') response.writeHead(302, { Location: '/' }).end();
      else if (n < 0) response.writeHead(404).end();
      else {
        response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Set-Cookie': 'known=1' });
        response.end(
          `<!doctype html><html lang="en"><title>Story ${n}</title><script>fetch('/ran')</script><body><nav><a href="/">Home</a></nav>
          <article><h1>Story ${n}</h1><p>${WORDS}</p><p><a href="next">Next</a> ${WORDS}</p><p>${WORDS}</p></article></body></html>`,
        );
      }
    });
    await new Promise<void>((go) => server.listen(0, '127.0.0.1', () => go()));
    folder = await mkdtemp(join(tmpdir(), 'lectern-texts-'));
    // The browser's question can't be answered from outside: this build has been granted what it would ask for.
    const build = join(folder, 'build');
    await cp(BUILD, build, { recursive: true });
    const manifest = JSON.parse(await readFile(join(build, 'manifest.json'), 'utf8')) as object;
    await writeFile(join(build, 'manifest.json'), JSON.stringify({ ...manifest, host_permissions: ['*://*/*'] }));
    const { port } = server.address() as AddressInfo;
    chromium = await launchChromium({ sitePort: port, extensionDir: build });
    page = await chromium.openExtensionPage('transfer.html');
  });

  afterAll(async () => {
    await chromium?.close();
    server?.closeAllConnections();
    server?.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  const press = async (words: string) => {
    const button = await page.waitForSelector(`::-p-xpath(//button[starts-with(normalize-space(), "${words}")])`, {
      timeout: WAIT_MS,
    });
    await button?.click();
  };

  it('keeps 21 of 30, says of nine why not, and leaves every link where it was', async () => {
    const list = join(folder, 'links.txt');
    const urls = Array.from({ length: LINKS }, (_, n) => `http://h${n % 15}.example/story/${n}`);
    await writeFile(list, `${urls.join('\n')}\n`);
    const input = await page.$('input[type=file][multiple]');
    await input?.uploadFile(list);
    await waitForText(page, '#app', /articles to add/);
    await press('Add 30 articles');
    await waitForText(page, '#app', /30 links have no text yet/);
    await press('Fetch their texts');
    await waitForText(page, '#app', /fetched one by one/);
    // The browser stops the worker, and what is left goes on when it starts again.
    await waitFor('the first texts', WAIT_MS, async () => (await readAll(page, 'versions')).length > 2);
    await chromium.stopWorker();
    await press('Pause');
    await waitForText(page, '#app', /paused/);
    await press('Go on');
    const states = async () => (await readAll(page, 'textJobs')) as { state: string; why?: string; url: string }[];
    await waitFor('the end of it', WAIT_MS, async () => {
      // What was under way when the worker was stopped waits for two minutes; its turn is brought forward here.
      await page.evaluate(hurry);
      return (await states()).every(({ state }) => state === 'done' || state === 'failed');
    });
    const jobs = await states();
    expect(jobs.filter(({ state }) => state === 'done')).toHaveLength(21);
    const reasons = jobs.filter(({ state }) => state === 'failed').map(({ why }) => why);
    expect(reasons.toSorted()).toEqual([...Array(6).fill('gone'), ...Array(3).fill('no-page')]);
    const articles = (await readAll(page, 'articles')) as { title: string; versionId?: string; wordCount: number }[];
    expect(articles).toHaveLength(LINKS);
    expect(articles.filter(({ versionId }) => versionId !== undefined)).toHaveLength(21);
    expect(articles.filter(({ title }) => /^Story \d+$/.test(title))).toHaveLength(21);
    const bodies = (await readAll(page, 'bodies')) as { html: string }[];
    expect(bodies.every(({ html }) => /href="http:\/\/h\d+\.example\/story\/next"/.test(html))).toBe(true);
  });

  it('comes to the sites as a stranger, and runs and loads nothing of their pages', async () => {
    expect(asked.length).toBeGreaterThanOrEqual(LINKS);
    expect(asked.filter(({ cookie, referrer }) => cookie !== undefined || referrer !== undefined)).toEqual([]);
    expect(asked.map(({ path }) => path).filter((path) => !/^\/(?:story\/\d+)?$/.test(path))).toEqual([]);
    await waitForText(page, '#app', /9 texts could not be fetched/);
  });
});

/** Serialised into the page. Makes everything that waits due now. */
function hurry(): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('lectern');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      const transaction = db.transaction('textJobs', 'readwrite');
      const jobs = transaction.objectStore('textJobs');
      jobs.getAll().onsuccess = ({ target }) => {
        for (const job of (target as IDBRequest<{ state: string; dueAt: number }[]>).result)
          if (job.state === 'waiting') jobs.put({ ...job, dueAt: Math.min(job.dueAt, Date.now()) });
      };
      transaction.oncomplete = () => {
        db.close();
        resolve();
      };
      transaction.onabort = () => reject(transaction.error);
    };
  });
}
