import { COLOURS } from '../../article/list.ts';

export const README = `This is a Lectern vault: a library of articles, complete and readable without Lectern.

index.html            open this in a browser: lists and searches everything, offline
articles/…/           one folder for each article:
  article.html        its text, as a page
  article.md          its text, as Markdown
  article.json        all that Lectern knows of it: texts, notes, marks, tags, lists, reading state
  thumbnail           its small picture, if it has one
pictures/             the pictures of all articles, named by the SHA-256 of their bytes
lists.json            the reading lists
vault.json            what this vault holds
schema.json           a JSON Schema of article.json, lists.json and vault.json
checksums.sha256      check it with: sha256sum -c checksums.sha256

A vault that holds only what changed lists the other files in checksums.sha256 all the same; they are in the vault
before it. Restore the older one first.
`;

const time = { type: 'integer', minimum: 0, description: 'milliseconds since 1970-01-01T00:00:00Z' };
const text = { type: 'string' };
type Fields = Readonly<Record<string, unknown>>;
const row = (required: Fields, optional: Fields = {}) => ({
  type: 'object',
  required: Object.keys(required),
  properties: { ...required, ...optional },
});

/** W3C selectors, as `lib/article/highlight.ts` describes them. */
const highlight = row(
  {
    id: text,
    articleId: text,
    quote: row({ exact: text, prefix: text, suffix: text }),
    colour: { enum: COLOURS },
    note: text,
    createdAt: time,
    updatedAt: time,
    tagKeys: { type: 'array', items: text },
    links: { type: 'array', items: text },
  },
  {
    position: row({ start: { type: 'integer', minimum: 0 }, end: { type: 'integer', minimum: 0 } }),
    bodyHash: text,
    pictureUrl: text,
    notedAt: time,
    deletedAt: time,
  },
);

/** JSON Schema 2020-12 of the vault's files. Rows may have more fields than it names. */
export const VAULT_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Lectern vault',
  $defs: {
    'vault.json': row({
      format: { const: 'lectern-vault' },
      version: { const: 1 },
      schema: { type: 'integer', minimum: 1 },
      articles: { type: 'integer', minimum: 0 },
      lists: { type: 'integer', minimum: 0 },
      changedAt: time,
    }),
    'lists.json': row({
      lists: {
        type: 'array',
        items: row({ id: text, name: text, colour: text, rank: text, createdAt: time, updatedAt: time }),
      },
    }),
    'article.json': row(
      {
        article: row({
          id: text,
          url: text,
          urlKey: text,
          title: text,
          authors: { type: 'array', items: text },
          siteName: text,
          excerpt: text,
          direction: { enum: ['ltr', 'rtl'] },
          wordCount: { type: 'integer', minimum: 0 },
          savedAt: time,
          updatedAt: time,
        }),
        reading: row({
          articleId: text,
          savedAt: time,
          progress: { type: 'number', minimum: 0, maximum: 1 },
          shelves: { type: 'object' },
          updatedAt: time,
        }),
        versions: {
          type: 'array',
          items: row({
            id: text,
            articleId: text,
            bodyHash: text,
            source: text,
            wordCount: { type: 'integer' },
            capturedAt: time,
            updatedAt: time,
          }),
        },
        bodies: { type: 'array', items: row({ hash: text, html: text, byteLength: { type: 'integer' } }) },
        entries: {
          type: 'array',
          items: row({ listId: text, articleId: text, rank: text, addedAt: time, updatedAt: time }),
        },
        taggings: {
          type: 'array',
          items: row({ articleId: text, tagKey: text, label: text, addedAt: time, updatedAt: time }),
        },
        pictures: { type: 'array', items: row({ id: text, articleId: text, url: text, state: text, updatedAt: time }) },
      },
      {
        more: {
          type: 'object',
          description: 'rows of every other table that hangs on articles, by its name',
          properties: { highlights: { type: 'array', items: highlight } },
          additionalProperties: { type: 'array', items: row({ articleId: text, updatedAt: time }) },
        },
      },
    ),
  },
} as const;
