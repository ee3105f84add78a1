import type { CDPSession, Page } from 'puppeteer-core';
import type { Chromium } from '../../tests/support/chromium.ts';

/** What is alive after the garbage was collected, by the name of what was counted. */
export type Heap = Readonly<Record<string, number>>;

const SETTLING_MS = 400;
/** What one collection finds unused, the next one can free: references between scripts and elements go both ways. */
const COLLECTIONS = 3;

/**
 * Measures the heap in bytes, and the objects, of the worker and of each page. Chromium keeps all pages of an extension in one
 * process with one heap, so its bytes, elements and listeners are those of all of them together; objects are counted for each page,
 * by the prototype that is its own.
 */
export async function measureHeap(chromium: Chromium, pages: Readonly<Record<string, Page>>): Promise<Heap> {
  await new Promise((go) => setTimeout(go, SETTLING_MS));
  const heap: Record<string, number> = {};
  for (const [name, page] of Object.entries(pages)) {
    const client = await page.createCDPSession();
    await client.send('Performance.enable');
    const used = await collect(client);
    const { metrics } = await client.send('Performance.getMetrics');
    const metric = (wanted: string) => metrics.find((one) => one.name === wanted)?.value ?? 0;
    heap['all pages, bytes'] = used;
    heap['all pages, nodes'] = metric('Nodes');
    heap['all pages, listeners'] = metric('JSEventListeners');
    heap[`${name}, objects`] = await countObjects(client);
    await client.detach();
  }
  // It sleeps when nothing was asked of it for half a minute, which the measuring of the pages may take on a busy machine.
  await Object.values(pages)[0]?.evaluate('void chrome.runtime.sendMessage({}).catch(() => undefined)');
  const { client } = await chromium.worker();
  heap['worker, bytes'] = await collect(client);
  heap['worker, objects'] = await countObjects(client);
  return heap;
}

async function collect(client: CDPSession): Promise<number> {
  for (let n = 0; n < COLLECTIONS; n++) await client.send('HeapProfiler.collectGarbage');
  const { usedSize } = await client.send('Runtime.getHeapUsage');
  return usedSize;
}

async function countObjects(client: CDPSession): Promise<number> {
  const objectGroup = 'soak';
  const { result } = await client.send('Runtime.evaluate', { expression: 'Object.prototype', objectGroup });
  if (result.objectId === undefined) throw new Error('Every page has objects.');
  const { objects } = await client.send('Runtime.queryObjects', { prototypeObjectId: result.objectId, objectGroup });
  const counted = await client.send('Runtime.callFunctionOn', {
    functionDeclaration: 'function () { return this.length; }',
    returnByValue: true,
    ...(objects.objectId !== undefined && { objectId: objects.objectId }),
  });
  await client.send('Runtime.releaseObjectGroup', { objectGroup });
  return Number(counted.result.value);
}
