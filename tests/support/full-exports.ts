import { expect } from 'vitest';

const day = Date.UTC(2024, 4, 6);

/** A file with all that its format can hold, and what must come of it. */
export interface FullExport {
  readonly name: string;
  readonly path?: string;
  /** A document of JSON, or the text itself. */
  readonly content: unknown;
  readonly items: readonly Readonly<Record<string, unknown>>[];
  /** Where each rejection stands, and why. */
  readonly rejected?: readonly string[];
}

/** Every field that a format may have, in each way in which it was seen, and records that are none. */
export const FULL_EXPORTS: readonly FullExport[] = [
  {
    name: 'ArchiveBox of older versions',
    content: [
      {
        url: 'https://box.example/1',
        timestamp: '1714953600.5',
        base_url: 'box.example',
        tags: 'sea, fog',
        title: 'A &amp; b',
      },
      { url: 'https://box.example/2', timestamp: '1714953600', archive_path: 'x', tags: ['one', 7] },
      { url: 'https://box.example/3', bookmarked_at: '2024-05-06T00:00:00Z', type: 'Snapshot' },
      { type: 'Crawl', url: 'https://box.example/4' },
      7,
    ],
    items: [
      { url: 'https://box.example/1', title: 'A & b', tags: ['sea', 'fog'], addedAt: day + 500 },
      { url: 'https://box.example/2', tags: ['one'] },
      { url: 'https://box.example/3', addedAt: day },
    ],
    rejected: ['4 malformed-record'],
  },
  {
    name: 'ArchiveBox, a snapshot a line',
    path: 'box.jsonl',
    content: '\n{"type":"Snapshot","url":"https://box.example/1","tags":"a"}\n{"type":"Crawl"}\nnoise\n',
    items: [{ url: 'https://box.example/1', tags: ['a'] }],
    rejected: ['4 malformed-record'],
  },
  {
    name: 'CSL JSON',
    content: [
      {
        id: 'a',
        type: 'webpage',
        URL: 'https://csl.example/a',
        title: 'A',
        issued: { 'date-parts': [[2024, 5]] },
        accessed: { 'date-parts': [['2024', '5', '6']] },
        author: [
          { literal: 'The Press' },
          { given: 'Ann', family: 'Oak' },
          { family: 'Reed' },
          { given: 'Ben' },
          {},
          'x',
        ],
        abstract: ' About. ',
        keyword: 'a, b',
      },
      { id: 'b', type: 'webpage', URL: 'https://csl.example/b', issued: { raw: 'May 2024' } },
      { id: 'c', type: 'webpage', issued: { 'date-parts': [['soon']] } },
      { id: 'd', type: 'book', accessed: 7, URL: 'https://csl.example/d' },
    ],
    items: [
      {
        url: 'https://csl.example/a',
        publishedAt: '2024-05-01',
        addedAt: day,
        authors: ['The Press', 'Ann Oak', 'Reed', 'Ben'],
        excerpt: 'About.',
        tags: ['a', 'b'],
      },
      { url: 'https://csl.example/b', publishedAt: 'May 2024' },
      { url: 'https://csl.example/d', addedAt: undefined },
    ],
    rejected: ['2 missing-url'],
  },
  {
    name: 'Chrome bookmarks',
    content: {
      roots: {
        bookmark_bar: {
          children: [
            {
              name: 'Inner',
              type: 'folder',
              children: [
                { type: 'url', url: 'https://chrome.example/1', name: 'One', date_added: '13359427200000000' },
              ],
            },
            { url: 'https://chrome.example/2', date_added: '0' },
            { type: 'folder' },
            { children: [{ url: 'https://chrome.example/3' }] },
            'noise',
          ],
        },
        other: { name: 'Other', children: 'none' },
        sync_transaction_version: '3',
      },
    },
    items: [
      { url: 'https://chrome.example/1', lists: [['bookmark_bar', 'Inner']], addedAt: day },
      { url: 'https://chrome.example/2', lists: [['bookmark_bar']], addedAt: undefined },
      { url: 'https://chrome.example/3' },
    ],
    rejected: ['roots.bookmark_bar[2] malformed-record', 'roots.bookmark_bar[4] malformed-record'],
  },
  {
    name: 'Firefox bookmarks',
    content: {
      type: 'text/x-moz-place-container',
      children: [
        { uri: 'https://fox.example/loose', title: 'Loose' },
        {
          type: 'text/x-moz-place-container',
          title: 'Menu',
          children: [
            { uri: 'https://fox.example/1', title: 'One', tags: 'a,b', dateAdded: day * 1000 },
            { type: 'text/x-moz-place-separator' },
            { type: 'text/x-moz-place-container', children: [{ uri: 'https://fox.example/2' }] },
            null,
          ],
        },
        7,
      ],
    },
    items: [
      { url: 'https://fox.example/loose', lists: [] },
      { url: 'https://fox.example/1', lists: [['Menu']], tags: ['a', 'b'], addedAt: day },
      { url: 'https://fox.example/2' },
    ],
    rejected: ['Menu[3] malformed-record', 'children[2][0] malformed-record'],
  },
  {
    name: 'Karakeep',
    content: {
      bookmarks: [
        {
          createdAt: day / 1000,
          title: 'K',
          tags: ['t', 7],
          favourited: true,
          content: { type: 'link', url: 'https://kara.example/1' },
          highlights: [
            { text: 'words', note: 'why', color: 'blue', createdAt: day / 1000 },
            'bare',
            7,
            { note: 'of nothing' },
          ],
        },
        { createdAt: 1, content: { type: 'text', text: 'only words' } },
        'noise',
      ],
      lists: ['noise', { id: 'x', type: 'manual' }],
    },
    items: [
      {
        url: 'https://kara.example/1',
        isFavourite: true,
        tags: ['t'],
        notes: [],
        highlights: [{ quote: 'words', note: 'why', colour: 'blue', createdAt: day }, { quote: 'bare' }],
      },
    ],
    rejected: ['1 no-url-text-only', '2 malformed-record'],
  },
  {
    name: 'Linkwarden',
    content: {
      collections: [
        {
          id: 1,
          name: 'Top',
          links: [
            { id: 5, type: 'url', url: 'https://ward.example/1', tags: ['plain', { name: 'named' }, { name: 7 }] },
            { id: 6, type: 'url', url: '', name: 'Empty' },
            { id: 7, type: 'pdf', name: 'Paper' },
            'noise',
          ],
        },
        { id: 2, parentId: 1, links: [{ type: 'url', url: 'https://ward.example/2' }] },
        'noise',
      ],
      pinnedLinks: [{ id: 5 }, { url: 'https://ward.example/2' }, { id: null, url: 7 }, 'noise'],
    },
    items: [
      { url: 'https://ward.example/1', isFavourite: true, tags: ['plain', 'named'], lists: [['Top']] },
      { url: 'https://ward.example/2', isFavourite: true, lists: [['Top', expect.any(String)]] },
    ],
    rejected: [
      'collections[0].links[1] missing-url',
      'collections[0].links[2] no-url-asset',
      'collections[0].links[3] malformed-record',
    ],
  },
  {
    name: 'wallabag 1, which numbers its entries',
    content: {
      0: { url: 'https://wall.example/1', title: 'One', is_read: '1', is_fav: '0', tags: 'a, b' },
      1: {
        url: 'https://wall.example/2',
        is_archived: 0,
        tags: [{ slug: 'c' }, 7],
        published_at: '2024-05-06',
        language: 'en_US',
        published_by: ['Ann Oak', 7],
        annotations: [{ quote: 'words', created_at: '2024-05-06' }, { quote: ' ', text: 'of the page' }, 'noise'],
      },
      about: 'export',
    },
    items: [
      { url: 'https://wall.example/1', isArchived: true, isFavourite: false, tags: ['a', 'b'] },
      {
        url: 'https://wall.example/2',
        tags: ['c'],
        language: 'en-us',
        publishedAt: '2024-05-06',
        authors: ['Ann Oak'],
        highlights: [{ quote: 'words', createdAt: day }],
        notes: ['of the page'],
      },
    ],
  },
  {
    name: 'a Web Annotation by itself',
    content: {
      type: 'Annotation',
      created: '2024-05-06',
      body: 'plain words',
      target: [{ id: 'https://note.example/1', selector: { type: 'TextQuoteSelector', exact: 'words' } }, 'another'],
    },
    items: [
      {
        url: 'https://note.example/1',
        highlights: [{ quote: 'words', prefix: '', suffix: '', note: 'plain words', createdAt: day }],
      },
    ],
  },
  {
    name: 'a page of Web Annotations',
    content: {
      items: [
        {
          type: 'Annotation',
          target: 'https://note.example/2',
          body: [{ value: 'one' }, { purpose: 'tagging' }, 7, 'two'],
        },
        {
          type: 'Annotation',
          target: { source: 'https://note.example/3', selector: [{ type: 'TextQuoteSelector' }, 7] },
        },
      ],
    },
    items: [
      { url: 'https://note.example/2', notes: ['one\n\ntwo'] },
      { url: 'https://note.example/3', highlights: [] },
    ],
  },
  {
    name: 'starred items',
    content: {
      items: [
        {
          canonical: [{ href: 'https://feed.example/1' }],
          title: 'One',
          author: ' Ann Oak ',
          origin: { title: 'The &amp; Press' },
          published: day / 1000,
          crawlTimeMsec: String(day),
          categories: ['user/1/label/Sea', 'user/1/state/read', 7],
          summary: { content: '<p>Words.</p>' },
        },
        { alternate: [{ type: 'x' }, { href: 'https://feed.example/2' }], content: '<p>Old.</p>' },
        { crawlTimeMsec: '0', origin: 'x' },
      ],
    },
    items: [
      {
        url: 'https://feed.example/1',
        authors: ['Ann Oak'],
        siteName: 'The & Press',
        publishedAt: '2024-05-06T00:00:00.000Z',
        addedAt: day,
        tags: ['Sea'],
        text: { kind: 'article', html: '<p>Words.</p>' },
      },
      { url: 'https://feed.example/2', text: { kind: 'article', html: '<p>Old.</p>' } },
    ],
    rejected: ['2 missing-url'],
  },
  {
    name: 'any records under a name',
    content: {
      list: {
        9: {
          given_url: 'https://any.example/1',
          labels: { sea: {}, fog: {} },
          status: 1,
          favorite: '1',
          time_added: day / 1000,
        },
        10: { link: 'https://any.example/2', tags: 'a|b', highlights: ['words', { quote: 'more', comment: 'why' }] },
        11: {
          uri: 'https://any.example/3',
          tags: [{ label: 'c' }, { tag: 'd' }, { name: 'e' }, 7],
          state: 'archived',
          note: 'n',
        },
      },
    },
    items: [
      { url: 'https://any.example/1', tags: ['sea', 'fog'], isArchived: true, isFavourite: true, addedAt: day },
      {
        url: 'https://any.example/2',
        tags: ['a', 'b'],
        highlights: [{ quote: 'words' }, { quote: 'more', note: 'why' }],
      },
      { url: 'https://any.example/3', tags: ['c', 'd', 'e'], isArchived: true, notes: ['n'] },
    ],
  },
  {
    name: 'Readwise Reader',
    path: 'reader.csv',
    content: [
      'Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen',
      `One,https://rw.example/1,x,"['it\\'s', 'a\\nb', 'tab\\t', 'caf\\xe9', '\\u6771', 'q\\q']",2024-05-06,40,later,True`,
      'Two,https://rw.example/2,y,"[bare, words]",,101,later,True',
      'Three,https://rw.example/3,z,one tag,,,later,True',
      ',https://rw.example/feed,z,[],,0,feed,True',
    ].join('\n'),
    items: [
      { url: 'https://rw.example/1', tags: ["it's", 'a b', 'tab', 'café', '東', 'qq'], progress: 0.4, addedAt: day },
      { url: 'https://rw.example/2', tags: ['bare', 'words'] },
      { url: 'https://rw.example/3', tags: ['one tag'] },
    ],
    rejected: ['5 feed-item'],
  },
  {
    name: 'notes with properties that are no YAML',
    path: 'A note.md',
    content:
      '---\nlink: https://md.example/1\npublished: "2024-05-06"\ndescription: [broken\ntags:\n  - sea\n  - "fog"\n---\n# Head\n\nSome ==marked words== here.',
    items: [
      {
        url: 'https://md.example/1',
        title: 'Head',
        publishedAt: '2024-05-06',
        tags: ['sea', 'fog'],
        highlights: [{ quote: 'marked words' }],
      },
    ],
  },
  {
    name: 'notes without properties',
    path: 'A note.md',
    content: '---\n---\nWords alone.',
    items: [],
    rejected: [' missing-url'],
  },
  {
    name: 'Zotero',
    path: 'zotero.rdf',
    content: `<rdf:RDF xmlns:z="http://www.zotero.org/namespaces/export#">
<bib:Document rdf:about="https://zot.example/1"><dc:title>One</dc:title><dc:date> 2024-05-06 </dc:date><dcterms:abstract>About.</dcterms:abstract>
<bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Oak</foaf:surname><foaf:givenName>Ann</foaf:givenName></foaf:Person></rdf:li><rdf:li><foaf:Person><foaf:surname>Reed</foaf:surname></foaf:Person></rdf:li><rdf:li/></rdf:Seq></bib:authors></bib:Document>
<z:Collection rdf:about="#out"><dc:title>Out</dc:title><dcterms:hasPart rdf:resource="#in"/></z:Collection>
<z:Collection rdf:about="#in"><dcterms:hasPart rdf:resource="https://zot.example/1"/></z:Collection>
</rdf:RDF>`,
    items: [
      {
        url: 'https://zot.example/1',
        authors: ['Ann Oak', 'Reed'],
        publishedAt: '2024-05-06',
        excerpt: 'About.',
        lists: [['Out', expect.any(String)]],
      },
    ],
  },
  {
    name: 'a document that nests without end',
    path: 'zotero.rdf',
    content: `<rdf:RDF xmlns:z="http://www.zotero.org/namespaces/export#">${'<a>'.repeat(70)}`,
    items: [],
    rejected: [' unreadable-file'],
  },
  {
    name: 'a page that names itself by a canonical link',
    path: 'page.html',
    content:
      '<!doctype html><html><head><title>Page</title><link rel="Canonical" href="https://page.example/1"></head><body>Words</body></html>',
    items: [{ url: 'https://page.example/1', title: 'Page' }],
  },
  {
    name: 'a page that names itself for others to share',
    path: 'page.html',
    content:
      '<!doctype html><html><head><meta property="og:url" content="https://page.example/2"></head><body>Words</body></html>',
    items: [{ url: 'https://page.example/2', title: undefined }],
  },
  {
    name: 'a page that unpacks itself',
    path: 'page.html',
    content: '<!doctype html><html><body>PK\u0005\u0006</body></html>',
    items: [],
    rejected: [' unreadable-file'],
  },
  {
    name: 'a page kept as a mail',
    path: 'page.mhtml',
    content: [
      'From: <Saved by Blink>',
      'Snapshot-Content-Location: https://mail.example/1',
      'Subject: =?utf-8?B?VGhlIHLDtG9t?=',
      'Date: Mon, 6 May 2024 00:00:00 -0000',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; type="text/html"; boundary="--b"',
      '',
      '----b',
      'Content-Type: text/html',
      'Content-Transfer-Encoding: base64',
      'Content-Location: https://mail.example/1',
      '',
      btoa('<html><body><p>Words.</p></body></html>'),
      '----b--',
    ].join('\r\n'),
    items: [
      {
        url: 'https://mail.example/1',
        title: 'The rôom',
        text: { kind: 'page', html: '<html><body><p>Words.</p></body></html>' },
      },
    ],
  },
  {
    name: 'a feed',
    path: 'feed.xml',
    content: '<?xml version="1.0"?><rss version="2.0"><channel/></rss>',
    items: [],
    rejected: [' unknown-format'],
  },
  {
    name: 'an address longer than any',
    content: [{ url: `https://long.example/${'x'.repeat(70_000)}` }, { url: 'https://long.example/ok' }],
    items: [{ url: 'https://long.example/ok' }],
    rejected: ['0 invalid-url'],
  },
];
