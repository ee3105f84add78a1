import { contentHash } from '../../article/content-hash.ts';
import type { List } from '../../article/list.ts';
import type { ArticleRecord, VaultHead } from '../../article/vault.ts';
import { openZip, type ZipEntry, type ZipLimits } from '../../safety/unzip.ts';
import { parseJson } from '../import/parse-json.ts';
import { isRecord } from '../import/values.ts';
import type { Bytes } from '../zip-writer.ts';

/** For a reader's own library: large, but each file of it small. */
const VAULT_LIMITS: ZipLimits = {
  entries: 1_000_000,
  entryBytes: 256 * 1024 * 1024,
  totalBytes: 64 * 1024 ** 3,
  ratio: 2000,
};

export interface OpenedVault {
  readonly status: 'opened';
  readonly head: VaultHead;
  readonly lists: readonly List[];
  readonly checksums: ReadonlyMap<string, string>;
  /** How many articles are in this file; an incremental vault holds fewer than it names. */
  readonly articleCount: number;
  /** Every article in it, each with its checks done. */
  readonly articles: () => AsyncIterable<VaultEntry>;
  /** Reads a file and compares it with its checksum. */
  readonly read: (path: string) => Promise<ReadFile>;
  /** Where the bytes of a picture lie, if this vault has them. */
  readonly picturePath: (hash: string) => string | undefined;
}

export type VaultEntry =
  | { readonly status: 'read'; readonly path: string; readonly record: ArticleRecord }
  | { readonly status: 'damaged'; readonly path: string; readonly why: string };

type ReadFile =
  | { readonly status: 'read'; readonly bytes: Bytes }
  | { readonly status: 'damaged'; readonly why: string }
  | { readonly status: 'absent' };

export type NoVault = { readonly status: 'no-vault' } | { readonly status: 'refused'; readonly why: string };

/** Opens a vault. What is damaged is told where it is read; the rest can be restored. */
export async function openVault(file: Blob, schema: number): Promise<OpenedVault | NoVault> {
  const zip = await openZip(file, VAULT_LIMITS);
  if (zip.status === 'refused') return { status: 'no-vault' };
  const entries = new Map(zip.entries.map((entry) => [entry.path, entry]));
  const head = await readJson(entries.get('vault.json'));
  if (!isHead(head)) return { status: 'no-vault' };
  if (head.version !== 1 || head.schema > schema) {
    return { status: 'refused', why: 'It was made by a newer Lectern. Update Lectern, then restore it.' };
  }
  const sums = await readText(entries.get('checksums.sha256'));
  if (sums === undefined) return { status: 'refused', why: 'Its list of checksums is missing or damaged.' };
  const checksums = readChecksums(sums);
  const listed = await readJson(entries.get('lists.json'));
  const lists = isRecord(listed) && Array.isArray(listed['lists']) ? (listed['lists'] as List[]) : [];
  const records = zip.entries.filter(({ path }) => /^articles\/[^/]+\/article\.json$/.test(path));

  const pictures = new Map(
    [...entries.keys()].flatMap((path) => {
      const hash = /^pictures\/([0-9a-f]{64})\./.exec(path)?.[1];
      return hash === undefined ? [] : [[hash, path] as const];
    }),
  );

  const read = async (path: string): Promise<ReadFile> => {
    const entry = entries.get(path);
    if (!entry) return { status: 'absent' };
    const result = await entry.read();
    if (result.status === 'refused') return { status: 'damaged', why: result.why };
    const isSame = (await contentHash(result.bytes)) === checksums.get(path);
    return isSame ? { status: 'read', bytes: result.bytes } : { status: 'damaged', why: 'Its checksum differs.' };
  };

  async function* articles(): AsyncIterable<VaultEntry> {
    for (const { path } of records) {
      const result = await read(path);
      const parsed = result.status === 'read' ? parseJson(new TextDecoder().decode(result.bytes)) : undefined;
      if (isArticleRecord(parsed)) yield { status: 'read', path, record: parsed };
      else yield { status: 'damaged', path, why: result.status === 'damaged' ? result.why : 'It is not a record.' };
    }
  }

  return {
    status: 'opened',
    head,
    lists,
    checksums,
    articleCount: records.length,
    articles,
    read,
    picturePath: (hash) => pictures.get(hash),
  };
}

/** By path, from lines as `sha256sum` writes them. */
export const readChecksums = (text: string): ReadonlyMap<string, string> =>
  new Map(text.split('\n').flatMap((line) => (line.length > 66 ? [[line.slice(66), line.slice(0, 64)] as const] : [])));

async function readText(entry: ZipEntry | undefined): Promise<string | undefined> {
  const result = await entry?.read();
  return result?.status === 'read' ? new TextDecoder().decode(result.bytes) : undefined;
}

async function readJson(entry: ZipEntry | undefined): Promise<unknown> {
  const text = await readText(entry);
  return text === undefined ? undefined : parseJson(text);
}

const isHead = (value: unknown): value is VaultHead =>
  isRecord(value) && value['format'] === 'lectern-vault' && typeof value['schema'] === 'number';

/** The shape that the database relies on. What is within a row is checked by the checksum: Lectern wrote it. */
function isArticleRecord(value: unknown): value is ArticleRecord {
  if (!isRecord(value)) return false;
  const { article, reading } = value;
  const arrays = ['versions', 'bodies', 'entries', 'taggings', 'pictures'];
  return (
    isRecord(article) &&
    typeof article['id'] === 'string' &&
    typeof article['urlKey'] === 'string' &&
    /^https?:/i.test(String(article['url'])) &&
    isRecord(reading) &&
    reading['articleId'] === article['id'] &&
    arrays.every((key) => Array.isArray(value[key]))
  );
}
