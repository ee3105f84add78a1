import { createSearch } from '../../lib/app/search.ts';
import { openDatabase, type Store } from '../../lib/store/database.ts';
import { readRows } from '../../lib/store/rows.ts';
import { drawTitles } from './draw-titles.ts';

// A new document that searches with the product's own code for what its address asks, and shows the first 20 rows.

const store: Store = { db: openDatabase(), now: Date.now, makeId: <Id extends string>() => crypto.randomUUID() as Id };
const typed = new URLSearchParams(location.search).get('q') ?? '';
createSearch(store)
  .find(typed, 'relevance', 20)
  .then(({ ids }) => readRows(store, ids))
  .then((rows) => drawTitles(rows.map(({ article }) => article)))
  .catch((error) => console.error(error));
