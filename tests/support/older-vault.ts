import { unzipSync, zipSync } from 'fflate';
import { contentHash } from '../../lib/article/content-hash.ts';

type Json = Record<string, unknown>;

/** The same vault as a Lectern with a database of another version wrote it. */
export async function asOfSchema(vault: Blob, schema: number): Promise<Blob> {
  const files = unzipSync(new Uint8Array(await vault.arrayBuffer())) as Record<string, Uint8Array<ArrayBuffer>>;
  const change = (path: string, edit: (value: Json) => Json) => {
    const value = edit(JSON.parse(new TextDecoder().decode(files[path])) as Json);
    files[path] = new TextEncoder().encode(JSON.stringify(value));
  };
  change('vault.json', (head) => ({ ...head, schema }));
  for (const path of Object.keys(files).filter((name) => name.endsWith('/article.json'))) {
    change(path, (record) => recordOf(record, schema));
  }
  const { 'checksums.sha256': _, ...listed } = files;
  const sums = await Promise.all(
    Object.entries(listed).map(async ([path, bytes]) => `${await contentHash(bytes)}  ${path}\n`),
  );
  const checksums = new TextEncoder().encode(sums.join(''));
  return new Blob([zipSync({ ...listed, 'checksums.sha256': checksums }, { level: 0 }) as Uint8Array<ArrayBuffer>]);
}

/** What each version since has changed of a record, taken back. */
function recordOf(record: Json, schema: number): Json {
  const { more, ...rest } = record;
  const { highlights: _, ...others } = (more ?? {}) as Json;
  const hanging = schema < 4 ? others : ((more ?? {}) as Json);
  const article = record['article'] as Json;
  const words = String(article['title']).toLowerCase().split(/\s+/);
  return {
    ...rest,
    article: schema < 3 ? { ...article, words } : article,
    ...(Object.keys(hanging).length > 0 && { more: hanging }),
  };
}
