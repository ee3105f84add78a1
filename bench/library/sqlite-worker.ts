import initialise from '@sqlite.org/sqlite-wasm';

// SQLite with FTS5 on its own pool of files (OPFS), which opens in a worker only.

type Doc = { readonly id: number; readonly title: string; readonly text: string };
type Request =
  | { readonly kind: 'build'; readonly docs: readonly Doc[] }
  | { readonly kind: 'find'; readonly typed: string }
  | { readonly kind: 'add'; readonly doc: Doc };

const ready = (async () => {
  const sqlite = await initialise();
  const pool = await sqlite.installOpfsSAHPoolVfs({ name: 'bench' });
  const db = new pool.OpfsSAHPoolDb('/bench.db');
  // Texts stay outside, as they do for the others.
  db.exec(
    "CREATE VIRTUAL TABLE IF NOT EXISTS t USING fts5(title, text, content='', tokenize='porter unicode61', prefix='2 3')",
  );
  db.exec('CREATE TABLE IF NOT EXISTS d (id INTEGER PRIMARY KEY, title TEXT)');
  return db;
})();

async function answer(request: Request): Promise<unknown> {
  const db = await ready;
  const add = ({ id, title, text }: Doc) => {
    db.exec({ sql: 'INSERT INTO t(rowid, title, text) VALUES (?, ?, ?)', bind: [id, title, text] });
    db.exec({ sql: 'INSERT INTO d VALUES (?, ?)', bind: [id, title] });
  };
  if (request.kind === 'build') {
    for (let at = 0; at < request.docs.length; at += 200) {
      db.transaction(() => request.docs.slice(at, at + 200).forEach(add));
    }
    const titles = Number(db.selectValue('SELECT sum(length(title)) FROM d'));
    return Number(db.selectValue('PRAGMA page_count')) * Number(db.selectValue('PRAGMA page_size')) - titles;
  }
  if (request.kind === 'add') return db.transaction(() => add(request.doc));
  const words = request.typed.trim().split(/\s+/);
  const match = words.map((word, i) => `"${word.replaceAll('"', '')}"${i === words.length - 1 ? '*' : ''}`).join(' ');
  return db.selectObjects(
    "SELECT d.id || '' AS id, d.title AS title FROM t JOIN d ON d.id = t.rowid WHERE t MATCH ? ORDER BY bm25(t, 6, 1) LIMIT 20",
    [match],
  );
}

globalThis.onmessage = ({ data, ports }: MessageEvent<Request>) => {
  answer(data).then(
    (value) => ports[0]?.postMessage({ answer: value }),
    (error) => ports[0]?.postMessage({ error: String(error) }),
  );
};
