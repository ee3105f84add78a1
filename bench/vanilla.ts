// The script of the page that the popup is measured against: the same rows from the same database, with no library.
// `bench/popup.ts` strips its types and puts it beside a copy of the popup's page.

const NEWEST = 20;
const SVG = 'http://www.w3.org/2000/svg';

interface StoredArticle {
  readonly id: string;
  readonly title: string;
  readonly siteName: string;
  readonly wordCount: number;
}

interface StoredReading {
  readonly progress: number;
  readonly finishedAt?: number;
}

interface StoredNote {
  readonly text: string;
}

const opening = indexedDB.open('lectern');
opening.onsuccess = () => {
  const transaction = opening.result.transaction(['readings', 'articles', 'notes']);
  const readings = transaction.objectStore('readings');
  const articles = transaction.objectStore('articles');
  const notes = transaction.objectStore('notes');
  const rows = new Map<string, { article?: StoredArticle; reading?: StoredReading; hasNote: boolean }>();

  const newest = readings.index('shelves.inbox').openKeyCursor(null, 'prev');
  newest.onsuccess = () => {
    const cursor = newest.result;
    if (cursor === null || rows.size === NEWEST) return readRows();
    rows.set(String(cursor.primaryKey), { hasNote: false });
    cursor.continue();
  };

  function readRows(): void {
    for (const [id, row] of rows) {
      const article: IDBRequest<StoredArticle> = articles.get(id);
      article.onsuccess = () => {
        row.article = article.result;
      };
      const reading: IDBRequest<StoredReading> = readings.get(id);
      reading.onsuccess = () => {
        row.reading = reading.result;
      };
      const note: IDBRequest<StoredNote | undefined> = notes.get(id);
      note.onsuccess = () => {
        row.hasNote = (note.result?.text.trim() ?? '') !== '';
      };
    }
  }

  transaction.oncomplete = () => {
    const list = element('ul', 'rows');
    list.setAttribute('aria-label', 'Up next');
    for (const { article, reading, hasNote } of rows.values()) {
      if (article && reading) list.append(rowOf(article, reading, hasNote));
    }
    document.querySelector('.below')?.append(list);
  };
};

function rowOf(article: StoredArticle, reading: StoredReading, hasNote: boolean): HTMLElement {
  const { progress, finishedAt } = reading;
  const minutes = Math.max(1, Math.round(article.wordCount / 238));
  const left = Math.max(1, Math.ceil(minutes * (1 - progress)));
  const time =
    finishedAt !== undefined ? 'Finished' : left < minutes ? `${left} min left of ${minutes}` : `${minutes} min`;
  const title = element('span', 'row-title', article.title);
  title.dir = 'auto';
  const words = element('span', 'row-words');
  const facts = [article.siteName, time, ...(hasNote ? ['✎ note'] : [])].join(' · ');
  words.append(title, element('span', 'muted small number', facts));
  const button = element('button', 'row plain-button');
  button.setAttribute('type', 'button');
  button.dataset['article'] = article.id;
  button.append(words, ringOf(finishedAt === undefined ? progress : 1));
  const item = element('li', '');
  item.append(button);
  return item;
}

function ringOf(progress: number): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'ring');
  svg.setAttribute('viewBox', '0 0 18 18');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(circleOf(undefined));
  if (progress > 0) svg.append(circleOf(progress));
  return svg;
}

function circleOf(progress: number | undefined): SVGElement {
  const round = 2 * Math.PI * 7;
  const circle = document.createElementNS(SVG, 'circle');
  circle.setAttribute('cx', '9');
  circle.setAttribute('cy', '9');
  circle.setAttribute('r', '7');
  if (progress !== undefined) {
    circle.setAttribute('class', 'ring-done');
    circle.setAttribute('stroke-dasharray', `${progress * round} ${round}`);
  }
  return circle;
}

function element(name: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  if (text !== '') made.textContent = text;
  return made;
}

export {};
