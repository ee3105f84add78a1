import { createSearch } from '../../lib/app/search.ts';
import { openDatabase, type Store } from '../../lib/store/database.ts';
import { drawTitles } from './draw-titles.ts';

// A new document that searches with the product's own code for what its address asks, and shows the first 20 rows.

const store: Store = { db: openDatabase(), now: Date.now, makeId: <Id extends string>() => crypto.randomUUID() as Id };
const typed = new URLSearchParams(location.search).get('q') ?? '';
createSearch(store)
  .rows(typed, 20)
  .then((rows) => drawTitles(rows.map(({ article }) => article)))
  .catch((error) => console.error(error));
