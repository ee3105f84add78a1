import { drawTitles } from './draw-titles.ts';

// A new document that searches nothing: twenty articles got by their keys, by hand.

const opening = indexedDB.open('lectern');
opening.onsuccess = () => {
  const transaction = opening.result.transaction(['readings', 'articles']);
  const articles: { id: string; title: string }[] = [];
  const newest = transaction.objectStore('readings').index('shelves.inbox').openKeyCursor(null, 'prev');
  let left = 20;
  newest.onsuccess = () => {
    const cursor = newest.result;
    if (cursor === null || left-- === 0) return;
    const article = transaction.objectStore('articles').get(cursor.primaryKey);
    article.onsuccess = () => articles.push(article.result);
    cursor.continue();
  };
  transaction.oncomplete = () => drawTitles(articles);
};
