import type { Looked, Seen } from './in-page.ts';

/** What was acknowledged: said by the product, or seen in the database by another page. All of it must stay. */
export function openLedger() {
  /** Addresses of articles, each with the token of its text; empty for a link. */
  const texts = new Map<string, string>();
  const notes = new Map<string, string>();
  const marks = new Map<string, string>();
  let acknowledged = 0;
  const longer = (map: Map<string, string>, key: string, text: string) => {
    // Notes only grow in these rounds, so the longest is the last.
    if (text.length <= (map.get(key)?.length ?? -1)) return;
    map.set(key, text);
    acknowledged++;
  };
  return {
    saved: (url: string, token: string): void => longer(texts, url, token),
    seen: (seen: Seen): void => {
      for (const [url, token] of Object.entries(seen.texts)) longer(texts, url, token);
      for (const [url, text] of Object.entries(seen.notes)) longer(notes, url, text);
      for (const [id, text] of Object.entries(seen.marks)) longer(marks, id, text);
    },
    /** How many writes were acknowledged so far: articles, and each longer text of a note. */
    count: (): number => acknowledged,
    /** Everything that was acknowledged and is not there, as sentences. */
    missing: (found: Looked): readonly string[] => [
      ...[...texts].flatMap(([url, token]) => {
        if (!found.urls.includes(url)) return `the article ${url} is gone`;
        return found.texts[url] === token || token === '' ? [] : `the text of ${url} is ${found.texts[url] || 'gone'}`;
      }),
      ...[...notes].flatMap(([url, text]) =>
        found.notes[url]?.startsWith(text) ? [] : `the note on ${url} said “${text}”, and says “${found.notes[url]}”`,
      ),
      ...[...marks].flatMap(([id, text]) =>
        found.marks[id]?.startsWith(text) ? [] : `the mark ${id} said “${text}”, and says “${found.marks[id]}”`,
      ),
    ],
  };
}

export type Ledger = ReturnType<typeof openLedger>;
