import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { PAGES } from './pages.ts';
import { writeSiteIndex } from './write-site-index.ts';

export interface SiteRequest {
  /** Without port. */
  readonly host: string;
  /** With the query, if there was one. */
  readonly path: string;
}

/** The running demo site. Its hosts resolve nowhere: the browser must be told to reach them at 127.0.0.1. */
export interface Site {
  readonly port: number;
  /** `http://host`, for a browser that maps hosts to the port (Chromium's `--host-resolver-rules`). */
  origin(host: string): string;
  /** `http://host:port`, for a browser that maps hosts to an address only (Firefox). */
  originWithPort(host: string): string;
  /** Address of a page under `origin`. @throws if there is no such page. */
  url(slug: string): string;
  /** Address of a page under `originWithPort`. @throws if there is no such page. */
  urlWithPort(slug: string): string;
  /** Every request so far, in order of arrival; grows while the site runs. */
  readonly requests: readonly SiteRequest[];
  close(): Promise<void>;
}

/** Serves the list of all pages. */
export const INDEX_HOST = 'demo.example';
/** Serves pictures that a page of another origin may show but not read. */
export const CLOSED_PICTURE_HOST = 'cdn.example';
/** Serves pictures that any page may read (`Access-Control-Allow-Origin: *`). */
export const OPEN_PICTURE_HOST = 'open-cdn.example';

const INDEX_HOSTS: readonly string[] = [INDEX_HOST, 'localhost', '127.0.0.1'];
const PICTURE_HOSTS: readonly string[] = [
  CLOSED_PICTURE_HOST,
  OPEN_PICTURE_HOST,
  ...new Set(PAGES.map((page) => page.host)),
];

const PICTURE_TYPES: { readonly [ending: string]: string } = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  svg: 'image/svg+xml',
};

/** Starts the demo site on 127.0.0.1; `port` 0, the default, takes any free one. */
export async function startSite({ port = 0 }: { readonly port?: number } = {}): Promise<Site> {
  const requests: SiteRequest[] = [];
  const server = createServer((request, response) => {
    answer(request, response, requests).catch((error: unknown) => {
      response.writeHead(500, { 'Content-Type': 'text/plain' });
      response.end(String(error));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const boundPort = typeof address === 'object' && address !== null ? address.port : port;
  const origin = (host: string): string => `http://${host}`;
  const originWithPort = (host: string): string => `http://${host}:${boundPort}`;
  return {
    port: boundPort,
    origin,
    originWithPort,
    url: (slug) => `${origin(hostOf(slug))}/${slug}`,
    urlWithPort: (slug) => `${originWithPort(hostOf(slug))}/${slug}`,
    requests,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}

function hostOf(slug: string): string {
  const page = PAGES.find((candidate) => candidate.slug === slug);
  if (page === undefined) throw new Error(`The demo site has no page "${slug}".`);
  return page.host;
}

async function answer(request: IncomingMessage, response: ServerResponse, requests: SiteRequest[]): Promise<void> {
  const [host = '', portText] = (request.headers.host ?? '').toLowerCase().split(':');
  const path = request.url ?? '/';
  requests.push({ host, path });
  const pathname = path.split('?')[0] ?? '/';
  // Pages on one port name other hosts with the same port, so one page serves both kinds of browser.
  const suffix = portText === undefined ? '' : `:${portText}`;

  const slow = /^\/slow\/(\d+)(\/.*)$/.exec(pathname);
  if (slow !== null) await wait(Number(slow[1]));
  const target = slow?.[2] ?? pathname;

  if (target === '/' && INDEX_HOSTS.includes(host)) return sendHtml(response, writeSiteIndex(suffix));
  const picture = PICTURE_HOSTS.includes(host) ? await readPicture(target) : undefined;
  if (picture !== undefined) {
    response.writeHead(200, {
      'Content-Type': picture.type,
      'Content-Length': picture.bytes.length,
      'Cache-Control': 'no-store',
      ...(host === OPEN_PICTURE_HOST ? { 'Access-Control-Allow-Origin': '*' } : {}),
    });
    response.end(picture.bytes);
    return;
  }
  const html = await readPage(host, target, suffix);
  if (html !== undefined) return sendHtml(response, html);
  sendHtml(response, '<!doctype html><title>Not found</title><p>There is nothing here.', 404);
}

function sendHtml(response: ServerResponse, html: string, status = 200): void {
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(html);
}

/** Folders between `/pictures/` and the file name are sizes, as picture services write them, and are passed over. */
async function readPicture(path: string): Promise<{ readonly type: string; readonly bytes: Buffer } | undefined> {
  const [, name, ending] = /^\/pictures\/(?:[^/]+\/)*([a-z0-9-]+)\.([a-z]+)$/.exec(path) ?? [];
  const type = PICTURE_TYPES[ending ?? ''];
  if (name === undefined || type === undefined) return undefined;
  const bytes = await readIfThere(`pictures/${name}.${ending}`);
  return bytes === undefined ? undefined : { type, bytes };
}

/** `/slug` is a page; `/slug/part` is a piece of it that the page loads into a frame. */
async function readPage(host: string, path: string, suffix: string): Promise<string | undefined> {
  const [, slug, part] = /^\/([a-z0-9-]+)(?:\/([a-z]+))?$/.exec(path) ?? [];
  if (!PAGES.some((page) => page.slug === slug && page.host === host)) return undefined;
  const file = await readIfThere(part === undefined ? `pages/${slug}.html` : `pages/${slug}.${part}.html`);
  return file
    ?.toString('utf8')
    .replaceAll('{{self}}', `http://${host}${suffix}`)
    .replaceAll('{{cdn}}', `http://${CLOSED_PICTURE_HOST}${suffix}`)
    .replaceAll('{{open-cdn}}', `http://${OPEN_PICTURE_HOST}${suffix}`);
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(new URL(path, import.meta.url));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
