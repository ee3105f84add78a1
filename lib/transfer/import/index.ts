import { anyRecords } from './any-records.ts';
import { anyTable } from './any-table.ts';
import { archivebox } from './archivebox.ts';
import { chromeBookmarks } from './chrome-bookmarks.ts';
import { chromeReadingList } from './chrome-reading-list.ts';
import { csl } from './csl.ts';
import { firefoxBookmarks } from './firefox-bookmarks.ts';
import { goodlinks } from './goodlinks.ts';
import type { Importer } from './importer.ts';
import { instapaper } from './instapaper.ts';
import { karakeep } from './karakeep.ts';
import { lecternList } from './lectern-list.ts';
import { lecternVault } from './lectern-vault.ts';
import { linkwarden } from './linkwarden.ts';
import { markdown } from './markdown.ts';
import { matter } from './matter.ts';
import { mhtml } from './mhtml.ts';
import { netscape } from './netscape.ts';
import { omnivore } from './omnivore.ts';
import { pinboard } from './pinboard.ts';
import { pocket } from './pocket.ts';
import { pocketHtml } from './pocket-html.ts';
import { raindrop } from './raindrop.ts';
import { readability } from './readability.ts';
import { readwiseReader } from './readwise-reader.ts';
import { savedPage } from './saved-page.ts';
import { starredItems } from './starred-items.ts';
import { urlList } from './url-list.ts';
import { wacz } from './wacz.ts';
import { wallabag } from './wallabag.ts';
import { webAnnotations } from './web-annotations.ts';
import { zotero } from './zotero.ts';

/** Every format that is read. The first that recognises a file reads it, so what takes anything stands last. */
export const IMPORTERS: readonly Importer[] = [
  lecternVault,
  lecternList,
  webAnnotations,
  pocket,
  omnivore,
  instapaper,
  wallabag,
  readwiseReader,
  matter,
  raindrop,
  karakeep,
  linkwarden,
  chromeReadingList,
  pinboard,
  goodlinks,
  readability,
  starredItems,
  archivebox,
  chromeBookmarks,
  firefoxBookmarks,
  csl,
  wacz,
  zotero,
  mhtml,
  pocketHtml,
  netscape,
  savedPage,
  markdown,
  urlList,
  anyTable,
  anyRecords,
];
