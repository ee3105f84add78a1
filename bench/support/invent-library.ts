import type { Article, Body, Version } from '../../lib/article/article.ts';
import { untrusted } from '../../lib/article/html.ts';
import type { ArticleId, ContentHash, ListId, VersionId } from '../../lib/article/ids.ts';
import { COLOURS, type List, type ListEntry, type Tagging } from '../../lib/article/list.ts';
import { normaliseUrl } from '../../lib/article/normalise-url.ts';
import type { Note } from '../../lib/article/note.ts';
import { FINISHED_AT, type Reading, shelvesOf } from '../../lib/article/reading.ts';
import { rankBetween } from '../../lib/library/rank.ts';
import { type Chance, chanceFrom } from './chance.ts';
import { inventArticle } from './invent-article.ts';

/** Rows as the store would have written them, by table. */
export interface LibraryRows {
  readonly articles: readonly Article[];
  readonly versions: readonly Version[];
  readonly bodies: readonly Body[];
  readonly readings: readonly Reading[];
  readonly lists: readonly List[];
  readonly listEntries: readonly ListEntry[];
  readonly taggings: readonly Tagging[];
  readonly notes: readonly Note[];
}

const FIRST_SAVE = Date.UTC(2021, 0, 4);
/** Five articles a day: 10,000 of them are five and a half years. */
const BETWEEN_SAVES_MS = (24 * 60 * 60 * 1000) / 5;
const LIST_NAMES = ['Chips', 'Weekend', 'Batteries', 'For the talk', 'Protocols', 'Old machines', 'Design', 'Later'];
const TAG_LABELS = [
  'energy',
  'storage',
  'history',
  'Rust',
  'sensors',
  'maps',
  'sound',
  'policy',
  'space',
  'repair',
] as const;

/** A library of so many articles, the newest last. The same number gives the same library. */
export function inventLibrary(count: number): LibraryRows {
  const chance = chanceFrom(count);
  const lists = inventLists(chance);
  const kept = Array.from({ length: count }, (_, number) => inventKept(number, lists, chance));
  return {
    lists,
    articles: kept.map(({ article }) => article),
    versions: kept.map(({ version }) => version),
    bodies: kept.map(({ body }) => body),
    readings: kept.map(({ reading }) => reading),
    listEntries: kept.flatMap(({ listEntries }) => listEntries),
    taggings: kept.flatMap(({ taggings }) => taggings),
    notes: kept.flatMap(({ notes }) => notes),
  };
}

function inventLists(chance: Chance): readonly List[] {
  let rank: string | undefined;
  return LIST_NAMES.map((name, index): List => {
    rank = rankBetween(rank, undefined);
    const colour = COLOURS[index % COLOURS.length] ?? COLOURS[0];
    return { id: chance.uuid() as ListId, name, colour, rank, createdAt: FIRST_SAVE, updatedAt: FIRST_SAVE };
  });
}

function inventKept(number: number, lists: readonly List[], chance: Chance) {
  const savedAt = FIRST_SAVE + Math.round(number * BETWEEN_SAVES_MS);
  const { title, siteName, url, excerpt, html } = inventArticle(number, chance);
  const articleId = chance.uuid() as ArticleId;
  const versionId = chance.uuid() as VersionId;
  const wordCount = 200 + Math.floor(chance.next() * 4000);
  // A bench asks no text for its hash: a number of that length does.
  const hash = number.toString(16).padStart(64, '0') as ContentHash;
  const times = { addedAt: savedAt, updatedAt: savedAt };
  const article: Article = {
    id: articleId,
    url,
    urlKey: normaliseUrl(url) ?? url,
    title,
    authors: [],
    siteName,
    excerpt,
    language: 'en',
    direction: 'ltr',
    wordCount,
    versionId,
    savedAt,
    updatedAt: savedAt,
  };
  const version: Version = {
    id: versionId,
    articleId,
    bodyHash: hash,
    source: 'page',
    wordCount,
    warnings: [],
    capturedAt: savedAt,
    updatedAt: savedAt,
  };
  const body: Body = { hash, html: untrusted(html), byteLength: html.length };
  const rank = number.toString().padStart(8, '1');
  const listEntries: readonly ListEntry[] = lists
    .filter(() => chance.isWithin(0.06))
    .map(({ id: listId }) => ({ listId, articleId, rank, shownRank: rank, ...times }));
  const taggings: readonly Tagging[] = TAG_LABELS.filter(() => chance.isWithin(0.08)).map((label) => {
    const tagKey = label.toLowerCase();
    return { articleId, tagKey, label, shownKey: tagKey, ...times };
  });
  const notes: readonly Note[] = chance.isWithin(0.1)
    ? [{ articleId, text: `Compare: ${excerpt}`, createdAt: savedAt, updatedAt: savedAt, shownAt: savedAt }]
    : [];
  return { article, version, body, reading: inventReading(articleId, savedAt, chance), listEntries, taggings, notes };
}

/** Half waits in the inbox, most of the rest is in the archive: a reader of many years. */
function inventReading(articleId: ArticleId, savedAt: number, chance: Chance): Reading {
  const isBegun = chance.isWithin(0.4);
  const progress = isBegun ? chance.next() : 0;
  const reading: Omit<Reading, 'shelves'> = {
    articleId,
    savedAt,
    progress,
    updatedAt: savedAt,
    ...(isBegun && { lastReadAt: savedAt + 3_600_000 }),
    ...(progress >= FINISHED_AT && { finishedAt: savedAt + 3_600_000 }),
    ...(chance.isWithin(0.05) && { favouriteAt: savedAt }),
    ...(chance.isWithin(0.45) && { archivedAt: savedAt }),
    ...(chance.isWithin(0.05) && { trashedAt: savedAt }),
  };
  return { ...reading, shelves: shelvesOf(reading) };
}
