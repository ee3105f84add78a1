import { expect, it } from 'vitest';
import { aDraft, aStore } from '../../../tests/support/a-store.ts';
import { OPTIONS, runnerOf } from '../../../tests/support/run-import.ts';
import { waitFor } from '../../../tests/support/wait-for.ts';
import type { ImportOptions } from '../../article/import-job.ts';
import { keepArticle } from '../../store/articles.ts';
import { createImportDesk, type DeskAnswer } from './import-desk.ts';

/** Two articles, one of them here, in four rows that differ by what is no part of an address. */
const ROWS = `url,title
https://daily.example/here,Here
https://daily.example/here?utm_source=feed,Here again
https://daily.example/new,New
http://daily.example/new#top,New again
`;

it.each<[ImportOptions['here'], object]>([
  ['join', { total: 2, added: 1, joined: 1, skipped: 0 }],
  ['skip', { total: 2, added: 1, joined: 0, skipped: 1 }],
])('counts articles alike before and after the import: %s', async (here, counts) => {
  const store = aStore();
  await keepArticle(store, await aDraft({ url: 'https://daily.example/here' }));
  const answers: DeskAnswer[] = [];
  const desk = createImportDesk(store, store, (answer) => answers.push(answer));
  const answered = (kind: DeskAnswer['kind']) =>
    waitFor(kind, 5000, () => answers.find((answer) => answer.kind === kind));
  desk({ kind: 'read', files: [{ path: 'reading.csv', blob: new Blob([ROWS]) }] });
  expect(await answered('preview')).toMatchObject({ preview: { toAdd: 1, here: 1, sameAsOthers: 2 } });
  desk({ kind: 'start', options: { ...OPTIONS, here } });
  await answered('started');
  await runnerOf(store)();
  expect(await store.db.imports.toArray()).toMatchObject([counts]);
  expect(await store.db.articles.count()).toBe(2);
});
