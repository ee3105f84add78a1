import { readdir, readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAGES } from './pages.ts';
import { INDEX_HOST, type Site, startSite } from './server.ts';

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly allowsAnyOrigin: boolean;
  readonly text: string;
}

interface Expected {
  readonly title: string;
  readonly pictures: readonly { readonly url: string }[];
  readonly leadPicture: string | null;
}

/** The one picture address that is wrong on purpose. */
const GONE = 'http://far-shore.example/pictures/gone.jpg';

let site: Site;

beforeAll(async () => {
  site = await startSite();
});

afterAll(async () => {
  await site.close();
});

describe('the demo site', () => {
  it.each(PAGES)('answers $slug with its title, and leaves no placeholder', async ({ slug, title }) => {
    for (const address of [site.url(slug), site.urlWithPort(slug)]) {
      const page = await get(address);
      expect(page.status).toBe(200);
      expect(page.text).toContain(title);
      expect(page.text).not.toContain('{{');
    }
  });

  it.each(PAGES)('answers every picture expected of $slug', async ({ slug, title }) => {
    const expected = await readExpected(slug);
    expect(expected.title).toBe(title);
    const addresses = new Set(expected.pictures.map((picture) => picture.url));
    if (expected.leadPicture !== null) addresses.add(expected.leadPicture);
    // At once, as a browser would: some of them are slow on purpose.
    const answers = await Promise.all(
      [...addresses].map(async (address) => ({ address, picture: await get(address) })),
    );
    for (const { address, picture } of answers) {
      if (address === GONE) expect(picture.status, address).toBe(404);
      else expect(`${picture.status} ${picture.type}`, address).toMatch(/^200 image\//);
    }
  });

  it('has an expected text and record for every page, and none left over', async () => {
    const files = await readdir(new URL('expected/', import.meta.url));
    expect(files.sort()).toEqual(PAGES.flatMap(({ slug }) => [`${slug}.json`, `${slug}.txt`]).sort());
  });

  it('answers a page on its own host only', async () => {
    expect((await get('http://wafer-notes.example/cloud-capacity')).status).toBe(404);
    expect((await get('http://stranger.example/pictures/wafer.jpg')).status).toBe(404);
  });

  it('lets other origins read the pictures of the open host only', async () => {
    expect((await get('http://open-cdn.example/pictures/wafer.jpg')).allowsAnyOrigin).toBe(true);
    expect((await get('http://cdn.example/pictures/wafer.jpg')).allowsAnyOrigin).toBe(false);
    expect((await get('http://circuit-post.example/pictures/wafer.jpg')).allowsAnyOrigin).toBe(false);
  });

  it('keeps the port of the request in addresses of other hosts', async () => {
    const host = `far-shore.example:${site.port}`;
    const page = await get(`http://${host}/far-pictures`);
    expect(page.text).toContain(`http://cdn.example:${site.port}/`);
    expect((await get('http://far-shore.example/far-pictures')).text).toContain('http://cdn.example/');
  });

  it('delays a slow picture', async () => {
    const start = performance.now();
    const picture = await get('http://circuit-post.example/slow/120/pictures/wafer.jpg');
    expect(picture.type).toBe('image/jpeg');
    // Timers may fire a millisecond early.
    expect(performance.now() - start).toBeGreaterThan(118);
  });

  it('lists every page on the index, and records what was asked', async () => {
    const before = site.requests.length;
    const index = await get(`${site.origin(INDEX_HOST)}/`);
    for (const { host, slug } of PAGES) expect(index.text).toContain(`http://${host}/${slug}`);
    expect(site.requests.slice(before)).toEqual([{ host: INDEX_HOST, path: '/' }]);
  });
});

/** Asks the site as a browser would that maps every host to it. */
function get(address: string): Promise<Answer> {
  const { host, pathname, search } = new URL(address);
  const options = { host: '127.0.0.1', port: site.port, path: pathname + search, headers: { Host: host } };
  return new Promise((resolve, reject) => {
    const asked = request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers['content-type'] ?? '',
          allowsAnyOrigin: response.headers['access-control-allow-origin'] === '*',
          text: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}

async function readExpected(slug: string): Promise<Expected> {
  return JSON.parse(await readFile(new URL(`expected/${slug}.json`, import.meta.url), 'utf8')) as Expected;
}
