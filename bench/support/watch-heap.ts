import type { Browser, CDPSession, Page } from 'puppeteer-core';

export interface HeapWatch {
  readonly peak: { readonly all: number; readonly parts: readonly (readonly [string, number])[] };
}

/** Milliseconds between two looks. */
const EVERY = 150;

/** A thread that has ended never answers. */
const pause = () => new Promise<undefined>((go) => setTimeout(() => go(undefined), 500));

/** Watches the JavaScript heaps of all pages, workers and threads of an extension, in bytes: the most at one moment. */
export function watchHeap(browser: Browser, page: Page) {
  const sessions = new Map<unknown, readonly [string, CDPSession]>();
  let peak: HeapWatch['peak'] = { all: 0, parts: [] };
  let isStopped = false;
  const work = (async () => {
    while (!isStopped) {
      for (const target of browser.targets()) {
        if (sessions.has(target) || !target.url().startsWith('chrome-extension:')) continue;
        const session = await target.createCDPSession().catch(() => undefined);
        const name = `${target.type()} ${target.url().split('/').at(-1)}`;
        if (session) sessions.set(target, [name, session]);
      }
      for (const worker of page.workers()) {
        if (!sessions.has(worker)) sessions.set(worker, [`thread ${worker.url().split('/').at(-1)}`, worker.client]);
      }
      const parts: [string, number][] = [];
      for (const [target, [name, session]] of sessions) {
        const usage = await Promise.race([session.send('Runtime.getHeapUsage').catch(() => undefined), pause()]);
        if (usage) parts.push([name, usage.usedSize]);
        else sessions.delete(target);
      }
      // Pages of one process share their heap.
      const pages = parts.filter(([name]) => name.startsWith('page'));
      const others = parts.filter(([name]) => !name.startsWith('page'));
      const all = Math.max(0, ...pages.map(([, bytes]) => bytes)) + others.reduce((sum, [, bytes]) => sum + bytes, 0);
      if (all > peak.all) peak = { all, parts };
      await new Promise((go) => setTimeout(go, EVERY));
    }
  })();
  return {
    stop: async (): Promise<HeapWatch['peak']> => {
      isStopped = true;
      await work;
      return peak;
    },
  };
}
