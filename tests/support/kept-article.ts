import { createHash } from 'node:crypto';
import type { Page } from 'puppeteer-core';
import { readAll } from './read-database.ts';

type Row = Readonly<Record<string, unknown>>;

/** An article as the database holds it. */
export interface KeptArticle {
  readonly article: Row;
  readonly reading: Row | undefined;
  readonly versions: readonly Row[];
  readonly shownVersion: Row | undefined;
  /** In the order of the text. */
  readonly pictures: readonly Row[];
}

/** Reads all of one article through a page of the extension. @throws if not exactly one is kept of the address. */
export async function readKept(page: Page, url: string): Promise<KeptArticle> {
  const articles = (await readAll(page, 'articles')).filter((article) => article['url'] === url);
  const [article] = articles;
  if (!article || articles.length > 1) throw new Error(`${articles.length} articles are kept of ${url}.`);
  const ofArticle = (row: Row): boolean => row['articleId'] === article['id'];
  const versions = (await readAll(page, 'versions')).filter(ofArticle);
  return {
    article,
    reading: (await readAll(page, 'readings')).find(ofArticle),
    versions,
    shownVersion: versions.find(({ id }) => id === article['versionId']),
    pictures: (await readAll(page, 'pictures')).filter(ofArticle).sort((a, b) => placeOf(a) - placeOf(b)),
  };
}

const placeOf = ({ position }: Row): number => Number(position);

/** Everything in the database that stands there without what belongs to it, each as a sentence. */
export async function findHalfKept(page: Page): Promise<readonly string[]> {
  const [articles, versions, bodies, readings, pictures, fileHashes] = await Promise.all([
    readAll(page, 'articles'),
    readAll(page, 'versions'),
    readAll(page, 'bodies'),
    readAll(page, 'readings'),
    readAll(page, 'pictures'),
    readAll(page, 'pictureFiles').then((files) => files.map(({ hash }) => hash)),
  ]);
  const articleIds = new Set(articles.map(({ id }) => id));
  const strayed = (rows: readonly Row[], table: string): readonly string[] =>
    rows.flatMap(({ articleId }) => (articleIds.has(articleId) ? [] : `${table}: a row of no article ${articleId}`));
  const usedFiles = new Set(pictures.map(({ fileHash }) => fileHash));
  const usedBodies = new Set(versions.map(({ bodyHash }) => bodyHash));
  return [
    ...strayed(versions, 'versions'),
    ...strayed(readings, 'readings'),
    ...strayed(pictures, 'pictures'),
    ...articles.flatMap(({ id, url, versionId }) => [
      ...(readings.some(({ articleId }) => articleId === id) ? [] : [`articles: ${url} has no reading`]),
      ...(versionId === undefined || versions.some((version) => version['id'] === versionId)
        ? []
        : [`articles: ${url} shows a version that is not here`]),
    ]),
    ...versions.flatMap(({ id, bodyHash }) =>
      bodies.some(({ hash }) => hash === bodyHash) ? [] : `versions: ${id} has no body`,
    ),
    ...bodies.flatMap(({ hash, html, byteLength }) => {
      const bytes = Buffer.from(String(html));
      const isRight = createHash('sha256').update(bytes).digest('hex') === hash && bytes.length === byteLength;
      return [
        ...(isRight ? [] : [`bodies: ${hash} is not the hash of its text`]),
        ...(usedBodies.has(hash) ? [] : [`bodies: no version uses ${hash}`]),
      ];
    }),
    ...pictures.flatMap(({ url, state, fileHash, queuedFor }) => [
      ...((state === 'kept') === fileHashes.includes(fileHash)
        ? []
        : [`pictures: ${url} is ${state}, and its file not`]),
      ...((state === 'waiting') === (queuedFor !== undefined)
        ? []
        : [`pictures: ${url} is ${state}, and its turn not`]),
    ]),
    ...fileHashes.flatMap((hash) => (usedFiles.has(hash) ? [] : `pictureFiles: no picture uses ${hash}`)),
  ];
}
