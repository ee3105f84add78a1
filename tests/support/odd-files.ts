import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

interface OddFile {
  readonly type: string;
  readonly content: string;
}

const PDF_LINES = [
  '%PDF-1.4',
  '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
  '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
  '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<<>>>>endobj',
  '4 0 obj<</Length 0>>stream',
  '',
  'endstream endobj',
  'trailer<</Root 1 0 R/Size 5>>',
  '%%EOF',
];

const FILES: { readonly [path: string]: OddFile } = {
  '/paper.pdf': { type: 'application/pdf', content: PDF_LINES.join('\n') },
  '/paper': { type: 'application/pdf', content: PDF_LINES.join('\n') },
  '/notes.txt': { type: 'text/plain; charset=utf-8', content: 'Line by line, and no page around them.\n'.repeat(40) },
  '/figures.json': { type: 'application/json', content: JSON.stringify({ figures: [1, 2, 3] }) },
  '/empty': {
    type: 'text/html; charset=utf-8',
    content: '<!doctype html><title>Nothing yet</title><div id="app"></div>',
  },
};

/** Serves what is no page, at addresses of 127.0.0.1: two PDFs, one without the ending, two text files and an empty page. */
export async function startOddFiles(): Promise<{ url(path: keyof typeof FILES): string; close(): void }> {
  const server = createServer(({ url }, response) => {
    const file = FILES[url ?? ''];
    response.writeHead(file ? 200 : 404, { 'Content-Type': file?.type ?? 'text/plain' });
    response.end(file?.content ?? '');
  });
  await new Promise<void>((resume) => server.listen(0, '127.0.0.1', () => resume()));
  const { port } = server.address() as AddressInfo;
  return {
    url: (path) => `http://127.0.0.1:${port}${path}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
