import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Serves one page with a title and a paragraph under any address, to prove the browser support itself. */
export async function startOnePageSite(): Promise<{ readonly port: number; close(): void }> {
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end('<!doctype html><title>A page</title><p>Text.');
  });
  await new Promise<void>((resume) => server.listen(0, '127.0.0.1', () => resume()));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
