/** A small file of each format, written for these tests, with what must come out of it. */
export interface Sample {
  readonly format: string;
  readonly files: Readonly<Record<string, string>>;
  /** Addresses, each with what is worth asserting about it. */
  readonly items: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly rejected: readonly string[];
}

const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`;
const json = (value: unknown): string => JSON.stringify(value, null, 1);

export const SAMPLES: readonly Sample[] = [
  {
    format: 'pocket-csv',
    files: {
      'part_000000.csv': lines(
        'title,url,time_added,tags,status',
        'A lamp in the fog,https://lamp.example/fog,1600000000,sea|night walks,archive',
        '"Two, ""quoted""\nlines",https://lamp.example/two,1600000001,,unread',
        'Run me,javascript:void(0),1600000002,,unread',
        'too,few',
        'https://lamp.example/bare,https://lamp.example/bare,0,,unread',
      ),
    },
    items: {
      'https://lamp.example/fog': {
        title: 'A lamp in the fog',
        tags: ['sea', 'night walks'],
        isArchived: true,
        addedAt: 1_600_000_000_000,
      },
      'https://lamp.example/two': { title: 'Two, "quoted" lines', isArchived: false },
      'https://lamp.example/bare': { title: undefined, addedAt: undefined },
    },
    rejected: ['5 unsupported-scheme', '6 malformed-row'],
  },
  {
    format: 'pocket-zip',
    files: {
      'part_000000.csv': lines(
        'title,url,time_added,tags,status',
        'Kept,https://lamp.example/kept,1600000000,,archive',
      ),
      'annotations/part_000000.json': json([
        {
          url: 'https://lamp.example/kept',
          title: 'Kept',
          highlights: [{ quote: 'A bright line.', created_at: 1_600_000_100 }],
        },
        {
          url: 'https://lamp.example/gone',
          title: 'Gone',
          highlights: [{ quote: 'All that is left.', created_at: 1_600_000_200 }],
        },
      ]),
      'collections/winter.json': json({
        slug: 'winter',
        title: 'Winter',
        createdAt: '2020-01-02T03:04:05.000Z',
        items: [
          { url: 'https://lamp.example/kept', title: 'Kept', note: 'Once more' },
          { url: 'https://lamp.example/only-here', title: 'Only here' },
        ],
      }),
    },
    items: {
      'https://lamp.example/kept': {
        isArchived: true,
        lists: [['Winter']],
        notes: ['Once more'],
        highlights: [{ quote: 'A bright line.', createdAt: 1_600_000_100_000 }],
      },
      'https://lamp.example/gone': {
        addedAt: 1_600_000_200_000,
        highlights: [{ quote: 'All that is left.', createdAt: 1_600_000_200_000 }],
      },
      'https://lamp.example/only-here': { lists: [['Winter']], addedAt: Date.UTC(2020, 0, 2, 3, 4, 5) },
    },
    rejected: [],
  },
  {
    format: 'omnivore-zip',
    files: {
      'metadata_0_to_3.json': json([
        {
          id: '1',
          slug: 'oars-1',
          title: 'Oars',
          url: 'https://boat.example/oars',
          author: 'I. Reed',
          description: null,
          state: 'Archived',
          readingProgress: 40,
          labels: ['wood'],
          savedAt: '2024-05-06T07:08:09.123Z',
          publishedAt: null,
        },
        {
          id: '2',
          slug: 'pdf-2',
          title: 'Chart',
          url: 'https://boat.example/chart.pdf',
          state: 'Active',
          labels: [],
          savedAt: '2024-05-07T00:00:00.000Z',
        },
        {
          id: '3',
          slug: 'none-3',
          title: 'No address',
          url: '',
          state: 'Active',
          labels: [],
          savedAt: '2024-05-07T00:00:00.000Z',
        },
      ]),
      'content/oars-1.html': '<div id="readability-content"><p>Ash, not oak.</p></div>',
      'content/pdf-2.pdf': '%PDF-1.4 not a text',
      'highlights/oars-1.md': lines(
        'A note on the page.',
        '',
        '> Ash, not oak.',
        '',
        '#wood #tools',
        '',
        'Remember this',
      ),
    },
    items: {
      'https://boat.example/oars': {
        isArchived: true,
        progress: 0.4,
        authors: ['I. Reed'],
        notes: ['A note on the page.'],
        highlights: [{ quote: 'Ash, not oak.', tags: ['wood', 'tools'], note: 'Remember this' }],
        text: { kind: 'article', html: '<div id="readability-content"><p>Ash, not oak.</p></div>' },
      },
      'https://boat.example/chart.pdf': { attachment: 'content/pdf-2.pdf' },
    },
    rejected: ['2 missing-url'],
  },
  {
    format: 'instapaper-csv',
    files: {
      'instapaper.csv': lines(
        'URL,Title,Selection,Folder,Timestamp,Tags',
        'https://ink.example/a,Ink &amp; paper,A chosen line,Starred,1500000000,"[""craft"", ""slow, careful""]"',
        'https://ink.example/b,B,,Maps,1500000001,',
        'instapaper-private://email/1/,Mail,,Unread,1500000002,[]',
      ),
    },
    items: {
      'https://ink.example/a': {
        title: 'Ink & paper',
        isFavourite: true,
        isArchived: false,
        notes: ['A chosen line'],
        tags: ['craft', 'slow, careful'],
        lists: [],
      },
      'https://ink.example/b': { lists: [['Maps']] },
    },
    rejected: ['4 unsupported-scheme'],
  },
  {
    format: 'wallabag-json',
    files: {
      'wallabag.json': json([
        {
          id: 1,
          url: 'https://wall.example/1',
          title: 'One',
          is_archived: 1,
          is_starred: 0,
          tags: ['a', { label: 'b' }],
          created_at: '2020-02-03T04:05:06+0200',
          content: '<p>Words.</p>',
          annotations: [{ quote: 'Words.', text: 'mine' }],
        },
        {
          id: 2,
          url: 'https://wall.example/2',
          title: 'No title found',
          is_archived: false,
          is_starred: true,
          content: "wallabag can't retrieve contents for this article.",
        },
        'noise',
      ]),
    },
    items: {
      'https://wall.example/1': {
        isArchived: true,
        tags: ['a', 'b'],
        addedAt: Date.UTC(2020, 1, 3, 2, 5, 6),
        highlights: [{ quote: 'Words.', note: 'mine' }],
      },
      'https://wall.example/2': { title: undefined, isFavourite: true, text: undefined },
    },
    rejected: ['2 malformed-record'],
  },
  {
    format: 'readwise-reader-csv',
    files: {
      'reader.csv': lines(
        'Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen',
        `One,https://rw.example/1,x,"['a', ""it's"", 'c, d']",2023-01-02 03:04:05.678901+00:00,0.5,archive,True`,
        'Two,https://rw.example/2,y,[],2023-01-02 03:04:05+02:00,0,shortlist,True',
        'Feed,https://rw.example/3,z,[],2023-01-02 03:04:05+00:00,0,feed,True',
      ),
    },
    items: {
      'https://rw.example/1': {
        tags: ['a', "it's", 'c, d'],
        isArchived: true,
        progress: 0.5,
        addedAt: Date.UTC(2023, 0, 2, 3, 4, 5, 678),
      },
      'https://rw.example/2': { isFavourite: true, addedAt: Date.UTC(2023, 0, 2, 1, 4, 5) },
    },
    rejected: ['4 feed-item'],
  },
  {
    format: 'raindrop-csv',
    files: {
      'raindrop.csv': lines(
        'id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite',
        '1,Rain,My note,made by machine,https://rain.example/1,Work/Design,"a, b",2024-01-02T03:04:05.006Z,,"Highlight:One line.\nNote:why\n\nHighlight:Another.",true',
        '2,Drop,,,https://rain.example/2,Unsorted,,2024-01-02T03:04:05.006Z,,words without a mark,false',
      ),
    },
    items: {
      'https://rain.example/1': {
        lists: [['Work', 'Design']],
        isFavourite: true,
        highlights: [{ quote: 'One line.', note: 'why' }, { quote: 'Another.' }],
      },
      'https://rain.example/2': { lists: [], highlights: [{ quote: 'words without a mark' }] },
    },
    rejected: [],
  },
  {
    format: 'matter-csv',
    files: {
      '_matter_history.csv': lines(
        'Title,Author,Publisher,URL,Tags,Word Count,In Queue,Favorited,Read,Highlight Count,Last Interaction Date,File Id',
        'M,Ann Oak,Press,https://matter.example/1,a; b,10,False,True,True,0,2022-12-18 14:49:11,content_1.html',
      ),
      'content_1.html': '<p>Text of Matter.</p>',
    },
    items: {
      'https://matter.example/1': {
        isArchived: true,
        isFavourite: true,
        tags: ['a', 'b'],
        text: { kind: 'article', html: '<p>Text of Matter.</p>' },
      },
    },
    rejected: [],
  },
  {
    format: 'karakeep-json',
    files: {
      'karakeep.json': json({
        bookmarks: [
          {
            createdAt: 1_700_000_000,
            title: 'K',
            tags: ['t'],
            lists: ['in', 'smart'],
            content: { type: 'link', url: 'https://kara.example/1' },
            note: 'n',
            archived: true,
          },
          { createdAt: 1_700_000_000, title: 'Words', tags: [], lists: [], content: { type: 'text', text: 'hi' } },
          { createdAt: 1_700_000_000, title: 'Shot', tags: [], lists: [], content: null },
        ],
        lists: [
          { id: 'out', name: 'Outer', type: 'manual', parentId: null },
          { id: 'in', name: 'Inner', type: 'manual', parentId: 'out' },
          { id: 'smart', name: 'S', type: 'smart', query: 'x' },
        ],
      }),
    },
    items: { 'https://kara.example/1': { lists: [['Outer', 'Inner']], isArchived: true, notes: ['n'] } },
    rejected: ['1 no-url-text-only', '2 no-url-asset'],
  },
  {
    format: 'linkwarden-json',
    files: {
      'linkwarden.json': json({
        collections: [
          {
            id: 1,
            name: 'Top',
            parentId: null,
            links: [
              {
                id: 7,
                name: 'L',
                type: 'url',
                url: 'https://ward.example/1',
                description: 'd',
                tags: [{ name: 't' }],
                createdAt: '2025-01-01T00:00:00.000Z',
                importDate: '2024-01-01T00:00:00.000Z',
              },
            ],
          },
          {
            id: 2,
            name: 'Sub',
            parentId: 1,
            links: [
              { id: 8, name: 'File', type: 'pdf', url: null, tags: [] },
              { id: 9, name: 'Deep', type: 'url', url: 'https://ward.example/2', tags: [] },
            ],
          },
        ],
        pinnedLinks: [{ id: 7 }],
      }),
    },
    items: {
      'https://ward.example/1': { isFavourite: true, addedAt: Date.UTC(2024, 0, 1), notes: ['d'] },
      'https://ward.example/2': { lists: [['Top', 'Sub']], isFavourite: false },
    },
    rejected: ['collections[1].links[0] no-url-asset'],
  },
  {
    format: 'chrome-reading-list',
    files: {
      'list.json': json([
        {
          url: 'https://list.example/1#h',
          title: 'T',
          hasBeenRead: true,
          creationTime: 1_700_000_000_123.7,
          lastUpdateTime: 1,
        },
      ]),
    },
    items: { 'https://list.example/1#h': { isArchived: true, addedAt: 1_700_000_000_123 } },
    rejected: [],
  },
  {
    format: 'pinboard-json',
    files: {
      'pinboard.json': json([
        {
          href: 'https://pin.example/1',
          description: 'T',
          extended: 'N',
          time: '2016-10-31T15:57:56Z',
          shared: 'yes',
          toread: 'yes',
          tags: 'a b',
        },
      ]),
    },
    items: { 'https://pin.example/1': { title: 'T', notes: ['N'], tags: ['a', 'b'], isToRead: true } },
    rejected: [],
  },
  {
    format: 'goodlinks-json',
    files: {
      'goodlinks.json': json([
        {
          url: 'https://good.example/1',
          title: 'T',
          tags: ['x'],
          starred: true,
          addedAt: 1_612_345_678.912,
          readAt: 1,
        },
      ]),
    },
    items: { 'https://good.example/1': { isFavourite: true, isArchived: true, addedAt: 1_612_345_678_912 } },
    rejected: [],
  },
  {
    format: 'readability-json',
    files: {
      'readability.json': json({
        bookmarks: [
          {
            article__title: 'T &amp; t',
            article__url: 'https://able.example/1',
            favorite: 1,
            archive: false,
            date_added: '2016-08-25T12:05:00',
          },
        ],
        recommendations: [],
      }),
    },
    items: { 'https://able.example/1': { title: 'T & t', isFavourite: true, addedAt: Date.UTC(2016, 7, 25, 12, 5) } },
    rejected: [],
  },
  {
    format: 'greader-starred-json',
    files: {
      'starred.json': json({
        items: [
          {
            id: 'i',
            title: 'S',
            alternate: [{ href: 'https://feed.example/1' }],
            categories: ['user/-/label/Boats', 'news'],
            timestampUsec: '1650000000000000',
            summary: { content: '<p>c</p>' },
          },
        ],
      }),
    },
    items: {
      'https://feed.example/1': {
        isFavourite: true,
        tags: ['Boats'],
        addedAt: 1_650_000_000_000,
        text: { kind: 'article', html: '<p>c</p>' },
      },
    },
    rejected: [],
  },
  {
    format: 'archivebox-jsonl',
    files: {
      'index.jsonl': lines(
        json({
          type: 'Snapshot',
          url: 'https://box.example/1',
          title: 'B',
          tags: 'a,b',
          bookmarked_at: null,
          timestamp: '1714557601.5',
        }).replaceAll('\n', ''),
        '{"type":"Crawl","id":1}',
        '{cut',
      ),
    },
    items: { 'https://box.example/1': { tags: ['a', 'b'], addedAt: 1_714_557_601_500 } },
    rejected: ['3 malformed-record'],
  },
  {
    format: 'chrome-bookmarks-json',
    files: {
      Bookmarks: json({
        roots: {
          other: {
            name: 'Other',
            type: 'folder',
            children: [
              {
                type: 'folder',
                name: '',
                children: [{ type: 'url', name: 'C', url: 'https://crom.example/1', date_added: '13118850929000000' }],
              },
              { type: 'url', name: 'js', url: 'javascript:1' },
            ],
          },
        },
      }),
    },
    items: { 'https://crom.example/1': { lists: [['Other', 'Unnamed']], addedAt: Date.UTC(2016, 8, 20, 13, 15, 29) } },
    rejected: ['roots.other[1] unsupported-scheme'],
  },
  {
    format: 'firefox-bookmarks-json',
    files: {
      'bookmarks.json': json({
        type: 'text/x-moz-place-container',
        children: [
          {
            title: 'menu',
            type: 'text/x-moz-place-container',
            children: [
              { type: 'text/x-moz-place-separator' },
              {
                type: 'text/x-moz-place',
                uri: 'https://fire.example/1',
                title: 'F',
                dateAdded: 1_600_000_000_000_000,
                tags: 'a,b c',
              },
            ],
          },
        ],
      }),
    },
    items: { 'https://fire.example/1': { lists: [['menu']], tags: ['a', 'b c'], addedAt: 1_600_000_000_000 } },
    rejected: [],
  },
  {
    format: 'csl-json',
    files: {
      'library.json': json([
        {
          id: 'x',
          type: 'webpage',
          title: 'Z',
          URL: 'https://csl.example/1',
          accessed: { 'date-parts': [['2023', 5]] },
          keyword: 'a, b',
          note: 'n',
          author: [{ family: 'Oak', given: 'Ann' }],
        },
        { id: 'y', type: 'book', title: 'Book' },
      ]),
    },
    items: {
      'https://csl.example/1': { addedAt: Date.UTC(2023, 4, 1), tags: ['a', 'b'], authors: ['Ann Oak'], notes: ['n'] },
    },
    rejected: ['1 missing-url'],
  },
  {
    format: 'wacz',
    files: {
      'pages/pages.jsonl': lines(
        '{"format":"json-pages-1.0","id":"pages"}',
        '{"url":"https://arc.example/1","ts":"2024-05-01T00:00:00Z","title":"P"}',
      ),
      'archive/data.warc': 'WARC/1.0',
      'datapackage.json': '{"resources":[]}',
    },
    items: { 'https://arc.example/1': { title: 'P', addedAt: Date.UTC(2024, 4, 1) } },
    rejected: [],
  },
  {
    format: 'zotero-rdf',
    files: {
      'library.rdf': lines(
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#">',
        '<bib:Document rdf:about="https://zot.example/1"><z:itemType>webpage</z:itemType><dc:title>Z &amp; z</dc:title><dc:subject>s</dc:subject><dcterms:dateSubmitted>2023-01-01 08:09:10</dcterms:dateSubmitted><dcterms:isReferencedBy rdf:resource="#n1"/></bib:Document>',
        '<bib:Memo rdf:about="#n1"><rdf:value>&lt;p&gt;My &lt;b&gt;note&lt;/b&gt;&lt;/p&gt;</rdf:value></bib:Memo>',
        '<z:Collection rdf:about="#c1"><dc:title>Coast</dc:title><dcterms:hasPart rdf:resource="https://zot.example/1"/></z:Collection>',
        '</rdf:RDF>',
      ),
    },
    items: {
      'https://zot.example/1': {
        title: 'Z & z',
        tags: ['s'],
        notes: ['My note'],
        lists: [['Coast']],
        addedAt: Date.UTC(2023, 0, 1, 8, 9, 10),
      },
    },
    rejected: [],
  },
  {
    format: 'mhtml',
    files: {
      'page.mhtml': lines(
        'From: <Saved by Blink>',
        'Snapshot-Content-Location: https://mail.example/1',
        'Subject: =?utf-8?Q?Caf=C3=A9_one?=',
        'Date: Sun, 5 May 2024 06:07:08 -0000',
        'MIME-Version: 1.0',
        'Content-Type: multipart/related;',
        '\ttype="text/html"; boundary="--xyz"',
        '',
        '----xyz',
        'Content-Type: text/html',
        'Content-Transfer-Encoding: quoted-printable',
        '',
        '<p>L=E2=80=99=C3=A9t=C3=A9 =',
        'goes on.</p>',
        '----xyz--',
      ),
    },
    items: {
      'https://mail.example/1': {
        title: 'Café one',
        addedAt: Date.UTC(2024, 4, 5, 6, 7, 8),
        text: { kind: 'page', html: '<p>L’été goes on.</p>\n' },
      },
    },
    rejected: [],
  },
  {
    format: 'pocket-html',
    files: {
      'ril_export.html': lines(
        '<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><h1>Unread</h1><ul>',
        '<li><a href="https://ril.example/1?a=1&amp;b=2" time_added="1600000000" tags="a|b,c">One</a></li>',
        '</ul><h1>Read Archive</h1><ul>',
        '<li><a href="https://ril.example/2" time_added="1600000001" tags="">Two</a></li>',
        '</ul></body></html>',
      ),
    },
    items: {
      'https://ril.example/1?a=1&b=2': { tags: ['a|b', 'c'], isArchived: false },
      'https://ril.example/2': { isArchived: true },
    },
    rejected: [],
  },
  {
    format: 'netscape-html',
    files: {
      'bookmarks.html': lines(
        '<!DOCTYPE NETSCAPE-Bookmark-file-1>',
        '<TITLE>Bookmarks</TITLE><H1>Bookmarks</H1>',
        '<DL><p>',
        '<DT><H3>Outer</H3>',
        '<DD>About the folder',
        '<DL><p>',
        '<DT><A HREF="https://net.example/1?x=1&copy=2" ADD_DATE="1600000000" TAGS="a,b c">One <b>bold</b></A>',
        '<DD>A note with <a href="https://net.example/inner">a link</a>',
        '<HR><DT><A HREF="javascript:1">Run</A>',
        '</DL><p>',
        '<dt><a href=https://net.example/2 toread="1" tags="linkding:bookmarks.archived">Two</a>',
        '<dd>Seen[linkding-notes]Mine[/linkding-notes]',
        '</DL><p>',
      ),
    },
    items: {
      'https://net.example/1?x=1&copy=2': {
        title: 'One bold',
        lists: [['Outer']],
        tags: ['a', 'b c'],
        notes: ['A note with a link'],
        addedAt: 1_600_000_000_000,
      },
      'https://net.example/2': { lists: [], isArchived: true, isToRead: true, tags: [], notes: ['Seen\n\nMine'] },
    },
    rejected: ['9 unsupported-scheme'],
  },
  {
    format: 'singlefile-html',
    files: {
      'page.html':
        '<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://file.example/a?b=1 \n saved date: Thu May 02 2024 10:11:12 GMT+0200 (Somewhere)\n--><title>S &amp; t</title><body><p>Text.</p></body></html>',
    },
    items: { 'https://file.example/a?b=1': { title: 'S & t', addedAt: Date.UTC(2024, 4, 2, 8, 11, 12) } },
    rejected: [],
  },
  {
    format: 'markdown-frontmatter',
    files: {
      'Note.md': lines(
        '---',
        'title: "On salt: a \\"walk\\""',
        'source: https://mark.example/1',
        'author:',
        '  - "[[Ann Oak]]"',
        'created: 2024-05-06',
        'tags:',
        '  - salt',
        '---',
        'Some ==bright words== here.',
      ),
    },
    items: {
      'https://mark.example/1': {
        title: 'On salt: a "walk"',
        authors: ['Ann Oak'],
        tags: ['salt'],
        highlights: [{ quote: 'bright words' }],
        text: { kind: 'article', html: '<p>Some bright words here.</p>\n' },
      },
    },
    rejected: [],
  },
  {
    format: 'url-list',
    files: {
      'urls.txt': lines(
        '# mine',
        'https://urls.example/1',
        '- <https://urls.example/2>',
        'see https://urls.example/Reed_(plant).',
        'nothing here',
        'javascript:alert(1)',
      ),
    },
    items: { 'https://urls.example/1': {}, 'https://urls.example/2': {}, 'https://urls.example/Reed_(plant)': {} },
    rejected: ['5 no-url', '6 unsupported-scheme'],
  },
  {
    format: 'onetab',
    files: { 'onetab.txt': lines('https://tab.example/1 | One | with a bar', '', 'https://tab.example/2?a|b | Two') },
    items: { 'https://tab.example/1': { title: 'One | with a bar' }, 'https://tab.example/2?a|b': { title: 'Two' } },
    rejected: [],
  },
  {
    format: 'lectern-vault',
    files: {
      'articles/Lamp 1/article.json': json({
        article: {
          id: 'a1',
          url: 'https://vault.example/1',
          title: 'Lamp',
          savedAt: 1_600_000_000_000,
          versionId: 'v1',
        },
        reading: { articleId: 'a1', archivedAt: 1, progress: 0.5 },
        versions: [{ id: 'v1', bodyHash: 'h1' }],
        bodies: [{ hash: 'h1', html: '<p>Kept.</p>' }],
        entries: [{ listId: 'l1' }, { listId: 'l2', removedAt: 1 }],
        taggings: [{ label: 'Sea' }, { label: 'gone', removedAt: 1 }],
        note: { text: 'Mine' },
        pictures: [],
      }),
      'articles/Lamp 1/article.html': '<!doctype html><p>Kept.</p>',
      'lists.json': json({
        lists: [
          { id: 'l1', name: 'Winter' },
          { id: 'l2', name: 'Old' },
        ],
      }),
      'vault.json': json({ format: 'lectern-vault', version: 1 }),
    },
    items: {
      'https://vault.example/1': {
        title: 'Lamp',
        addedAt: 1_600_000_000_000,
        isArchived: true,
        progress: 0.5,
        tags: ['Sea'],
        lists: [['Winter']],
        notes: ['Mine'],
        text: { kind: 'article', html: '<p>Kept.</p>' },
      },
    },
    rejected: [],
  },
  {
    format: 'csv',
    files: { 'any.csv': lines('url;title;tags', "https://any.example/1;'=SUM(1);a|b", 'https://any.example/2') },
    items: { 'https://any.example/1': { title: '=SUM(1)', tags: ['a', 'b'] } },
    rejected: ['3 malformed-row'],
  },
  {
    format: 'json',
    files: {
      'any.json': json({
        articles: [
          { url: 'https://jsn.example/1', title: 'J', tags: ['__proto__', 'a'], savedAt: 8.64e15 + 1 },
          { url: 5 },
          null,
        ],
      }),
    },
    items: { 'https://jsn.example/1': { tags: ['__proto__', 'a'], addedAt: undefined } },
    rejected: ['1 invalid-url', '2 malformed-record'],
  },
  {
    format: 'readwise-reader-csv',
    files: {
      'documents.csv': lines(
        'Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen',
        'On oars,https://boat.example/oars,1,,2024-05-06 07:08:09+00:00,0,archive,True',
      ),
      'highlights.csv': lines(
        'Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags',
        'Ash bends.,On  Oars,I. Reed,,why,blue,"wood,boat",,1,2024-05-07 00:00:00+00:00,',
        'Of nothing.,Unknown,,,,,,,1,,',
      ),
    },
    items: {
      'https://boat.example/oars': {
        isArchived: true,
        highlights: [
          { quote: 'Ash bends.', note: 'why', colour: 'blue', tags: ['wood', 'boat'], createdAt: Date.UTC(2024, 4, 7) },
        ],
      },
    },
    rejected: ['3 missing-url'],
  },
  {
    format: 'readwise-highlights-csv',
    files: {
      'mine.csv': lines('Highlight,Title,Author,URL,Note,Location,Date', 'A,T,,https://lamp.example/t,,1,'),
    },
    items: { 'https://lamp.example/t': { title: 'T', highlights: [{ quote: 'A' }] } },
    rejected: [],
  },
  {
    format: 'matter-csv',
    files: {
      '_matter_history.csv': lines(
        'Title,Author,Publisher,URL,Word Count,Saved,Read,Highlight Count,Last Interaction Date,File Id',
        'Oars,I. Reed,Boats,https://boat.example/oars,9,True,True,1,2024-05-06T07:08:09,',
      ),
      'highlights.csv': lines(
        'Title,Author,Publisher,Text,Note,Highlighted Date',
        'Oars,,,Ash bends.,why,2024-05-07',
        'Gone,,,Lost words.,,2024-05-07',
      ),
    },
    items: {
      'https://boat.example/oars': {
        isArchived: true,
        highlights: [{ quote: 'Ash bends.', note: 'why', createdAt: Date.UTC(2024, 4, 7) }],
      },
    },
    rejected: ['3 missing-url'],
  },
  {
    format: 'web-annotations',
    files: {
      'notes.jsonld': json({
        '@context': 'http://www.w3.org/ns/anno.jsonld',
        type: 'AnnotationCollection',
        first: {
          type: 'AnnotationPage',
          items: [
            {
              type: 'Annotation',
              created: '2024-05-07T00:00:00Z',
              body: [{ type: 'TextualBody', value: 'why' }],
              target: {
                source: 'https://lamp.example/t',
                selector: [
                  { type: 'TextPositionSelector', start: 1, end: 2 },
                  { type: 'TextQuoteSelector', exact: 'Ash', prefix: 'a ', suffix: ' b' },
                ],
              },
            },
            {
              type: 'Annotation',
              body: { type: 'TextualBody', value: 'Of the page' },
              target: 'https://lamp.example/t',
            },
            { type: 'Annotation', target: 'urn:isbn:1' },
          ],
        },
      }),
    },
    items: {
      'https://lamp.example/t': {
        notes: ['Of the page'],
        highlights: [{ quote: 'Ash', prefix: 'a ', suffix: ' b', note: 'why', createdAt: Date.UTC(2024, 4, 7) }],
      },
    },
    rejected: ['2 unsupported-scheme'],
  },
];
