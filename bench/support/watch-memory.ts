import { readFile } from 'node:fs/promises';
import type { Browser } from 'puppeteer-core';

/** Milliseconds between two looks. */
const EVERY = 500;

export interface MemoryLook {
  readonly seconds: number;
  /** Private memory of the largest page process (`RssAnon` of proc(5)), in bytes. */
  readonly renderer: number;
  /** The same of the browser's own process, which keeps the databases. */
  readonly browser: number;
}

/** Looks at the private memory of a browser's processes from time to time. */
export function watchMemory(browser: Browser) {
  const looks: MemoryLook[] = [];
  const startedAt = performance.now();
  let isStopped = false;
  const work = (async () => {
    const session = await browser.target().createCDPSession();
    while (!isStopped) {
      const { processInfo } = await session.send('SystemInfo.getProcessInfo');
      const sizes = await Promise.all(processInfo.map(async ({ id, type }) => ({ type, bytes: await privateOf(id) })));
      const most = (wanted: string) =>
        Math.max(0, ...sizes.filter(({ type }) => type === wanted).map(({ bytes }) => bytes));
      const seconds = (performance.now() - startedAt) / 1000;
      looks.push({ seconds, renderer: most('renderer'), browser: most('browser') });
      await new Promise((go) => setTimeout(go, EVERY));
    }
  })();
  return {
    stop: async (): Promise<readonly MemoryLook[]> => {
      isStopped = true;
      await work;
      return looks;
    },
  };
}

/** 0 for a process that has ended. */
async function privateOf(id: number): Promise<number> {
  const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
  return Number(/^RssAnon:\s+(\d+)/m.exec(status)?.[1] ?? 0) * 1024;
}
