import { unzipSync, zipSync } from 'fflate';

/** The same vault as one that says it is of a database of another version. */
export async function asOfSchema(vault: Blob, schema: number): Promise<Blob> {
  const files = unzipSync(new Uint8Array(await vault.arrayBuffer()));
  const head = JSON.parse(new TextDecoder().decode(files['vault.json'])) as object;
  const bytes = new TextEncoder().encode(JSON.stringify({ ...head, schema }));
  return new Blob([zipSync({ ...files, 'vault.json': bytes }, { level: 0 }) as Uint8Array<ArrayBuffer>]);
}
