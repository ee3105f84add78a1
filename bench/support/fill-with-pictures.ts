// Serialised into a page: it may use nothing from this module.

/**
 * Writes invented articles, each with a text and some pictures of so many bytes of its own, straight into the database of the page's
 * extension. What is derived, the index, is left out.
 */
export async function fill(from: number, count: number, pictureBytes: number): Promise<void> {
  const hashOf = async (bytes: Uint8Array<ArrayBuffer>) =>
    [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join('');
  const rows: Record<string, object[]> = {};
  const add = (table: string, row: object) => {
    rows[table] ??= [];
    rows[table].push(row);
  };
  for (let n = from; n < from + count; n++) {
    const articleId = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
    const url = `https://daily.example/${n}`;
    const savedAt = Date.UTC(2024, 0, 1) + n * 60_000;
    const words = Array.from({ length: 120 }, (_, i) => `harbour lantern ${(n * 7 + i * 13) % 997} ferry orchard`);
    const html = `<p>${words.join('</p><p>')}</p><img data-picture="${url}.png" alt="A lamp">`;
    const text = new TextEncoder().encode(html);
    const bodyHash = await hashOf(text);
    const bytes = new Uint8Array(pictureBytes);
    for (let at = 0; at < pictureBytes; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
    // The first bytes of a PNG of 640 × 400.
    bytes.set([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 2, 128, 0, 0, 1, 144, 8, 6]);
    const fileHash = await hashOf(bytes);
    const common = { updatedAt: savedAt };
    add('articles', {
      id: articleId,
      url,
      urlKey: `daily.example/${n}`,
      title: `Story ${n} of the harbour`,
      authors: ['Ada Example'],
      siteName: 'Daily Example',
      excerpt: words.slice(0, 4).join(' '),
      direction: 'ltr',
      wordCount: 480,
      versionId: `v-${articleId}`,
      savedAt,
      ...common,
    });
    add('readings', { articleId, savedAt, progress: 0, shelves: { inbox: savedAt }, ...common });
    add('versions', {
      id: `v-${articleId}`,
      articleId,
      bodyHash,
      source: 'page',
      wordCount: 480,
      warnings: [],
      capturedAt: savedAt,
      ...common,
    });
    add('bodies', { hash: bodyHash, html, byteLength: text.length });
    add('pictures', {
      id: `p-${articleId}`,
      articleId,
      url: `${url}.png`,
      alt: 'A lamp',
      position: 0,
      state: 'kept',
      fileHash,
      byteLength: pictureBytes,
      attempts: 1,
      ...common,
    });
    add('pictureFiles', {
      hash: fileHash,
      blob: new Blob([bytes], { type: 'image/png' }),
      type: 'image/png',
      width: 640,
      height: 400,
    });
  }
  await new Promise<void>((go, fail) => {
    const opening = indexedDB.open('lectern');
    opening.onerror = () => fail(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      const transaction = db.transaction(Object.keys(rows), 'readwrite', { durability: 'relaxed' });
      for (const [table, all] of Object.entries(rows)) for (const row of all) transaction.objectStore(table).put(row);
      transaction.onerror = () => fail(transaction.error);
      transaction.oncomplete = () => {
        db.close();
        go();
      };
    };
  });
}
