import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Snippet } from './read-snippets.ts';

/** Stands before each snippet, with its place, and once more behind the last: where it is missing, something was swallowed. */
export const WORDS_BEFORE = 'Words before trap ';

export interface HostileSite {
  readonly port: number;
  /** Gives the path at which a page with the snippets is served until the next call; `isScripted` false takes its scripts away. */
  show(snippets: readonly Snippet[], isScripted: boolean): string;
  close(): void;
}

/** Serves each snippet in the midst of an ordinary article, and a small picture wherever one is asked for. */
export async function startHostileSite(): Promise<HostileSite> {
  let shown = '';
  let policy: string | undefined;
  let count = 0;
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    if (path === '/' || path.startsWith('/trap/')) {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.setHeader('cache-control', 'no-store');
      if (policy !== undefined) response.setHeader('content-security-policy', policy);
      response.end(path === '/' ? '<!doctype html><title>Beginning</title><p>Nothing yet.' : shown);
    } else if (/image\//.test(request.headers.accept ?? '') || /\.(?:png|gif|jpe?g|webp)/.test(path)) {
      response.setHeader('content-type', 'image/png');
      response.setHeader('access-control-allow-origin', '*');
      response.end(PNG);
    } else {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise<void>((resume) => server.listen(0, '127.0.0.1', () => resume()));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    show(snippets, isScripted) {
      count += 1;
      policy = isScripted ? undefined : "script-src 'none'; frame-src 'none'; object-src 'none'";
      shown = pageOf(snippets);
      return `/trap/${count}`;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const PARAGRAPHS = [
  'the harbour town had measured its tides for a hundred years before anyone asked what the long rows of figures were for, and the first who asked was a clerk who wanted to know whether the ferry would run',
  'every morning at six a keeper walked down the wet steps, held a lamp to the scale and wrote the height of the water into a book, with a word on the wind and another on the sky, and went back up to his breakfast',
  'when the books were laid side by side they told of two great storms, of a winter in which the basin froze, and of a slow rise that none of the keepers could have seen in a lifetime of mornings on the steps',
];

const paragraph = (index: number, start: string): string =>
  `<p>${start}, ${PARAGRAPHS[index % PARAGRAPHS.length]}.</p>`;

// What opens a dialog or a window would hold up the page, which is its own affair and not what is looked at here.
const QUIET = '<script>window.alert=window.confirm=window.prompt=window.print=window.open=function(){}</script>';

function pageOf(snippets: readonly Snippet[]): string {
  const title = `Trap ${(snippets[0]?.id ?? '').replace(/[^\w-]/g, '')}`;
  const words = (index: number): string => paragraph(index, `${WORDS_BEFORE}${index}`);
  const parts = snippets.map(({ html }, index) => `${words(index)}\n${html}\n`);
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8">${QUIET}<title>${title}</title></head><body><main><article>` +
    `<h1>${title}</h1>${paragraph(1, 'In the beginning')}${parts.join('')}${words(snippets.length)}${paragraph(2, 'In the end')}` +
    '</article></main></body></html>'
  );
}
