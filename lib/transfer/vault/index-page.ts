import { contentHash } from '../../article/content-hash.ts';
import { escapeMarkup } from '../export/escape.ts';
import type { VaultArticle } from './write-vault.ts';

/** Searches titles, sites, tags, notes, marks and excerpts as one types. Runs from disk, so it is one small script in the page. */
const SCRIPT = `
const articles = JSON.parse(document.getElementById('articles').textContent);
const list = document.getElementById('list');
const count = document.getElementById('count');
const field = document.getElementById('field');
const fold = (text) => text.normalize('NFKD').replace(/\\p{Mn}/gu, '').toLowerCase();
for (const one of articles) one.f = fold([one.t, one.s, one.g.join(' '), one.l.join(' '), one.n, one.m, one.x].join(' '));
const MOST = 200;
function show() {
  const words = fold(field.value).split(/\\s+/).filter(Boolean);
  const found = articles.filter((one) => words.every((word) => one.f.includes(word)));
  count.textContent = found.length + (found.length === 1 ? ' article' : ' articles') + (found.length > MOST ? ', the first ' + MOST + ' shown' : '');
  list.replaceChildren(...found.slice(0, MOST).map((one) => {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = one.p.split('/').map(encodeURIComponent).join('/') + '/article.html';
    link.textContent = one.t;
    link.dir = 'auto';
    const facts = document.createElement('p');
    facts.textContent = [one.s, one.d, one.a ? 'archived' : '', one.v ? 'favourite' : '', ...one.l, ...one.g.map((tag) => '#' + tag)].filter(Boolean).join(' · ');
    item.append(link, facts);
    if (one.n) {
      const note = document.createElement('blockquote');
      note.textContent = one.n;
      note.dir = 'auto';
      item.append(note);
    }
    return item;
  }));
}
field.addEventListener('input', show);
show();
`;

const STYLE = `:root{color-scheme:light dark}body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:16px/1.5 system-ui,sans-serif}
h1{font-family:Georgia,serif}input{width:100%;box-sizing:border-box;padding:.6rem .8rem;font:inherit;border:1px solid #8888;border-radius:.4rem}
ul{padding:0;list-style:none}li{padding:.7rem 0;border-bottom:1px solid #8884}a{font-weight:600;color:inherit}
p{margin:.1rem 0;color:#777;font-size:.9rem}blockquote{margin:.4rem 0 0;padding-left:.8rem;border-left:3px solid #8886;white-space:pre-wrap}`;

/** As a policy names a script (CSP3, 2.3.1). */
async function sha256(text: string): Promise<string> {
  const hash = await contentHash(new TextEncoder().encode(text));
  return btoa(hash.replace(/../g, (octet) => String.fromCharCode(Number.parseInt(octet, 16))));
}

/** The page by which a vault is read from disk. Its policy lets its own script run, and nothing come from elsewhere. */
export function createIndexPage() {
  const lines: string[] = [];
  return {
    add: ({ record, lists, tags, marks }: VaultArticle, path: string): void => {
      const { article, reading, note } = record;
      if (reading.trashedAt !== undefined) return;
      const line = {
        t: article.title,
        s: article.siteName,
        d: new Date(article.savedAt).toISOString().slice(0, 10),
        x: article.excerpt,
        a: reading.archivedAt === undefined ? 0 : 1,
        v: reading.favouriteAt === undefined ? 0 : 1,
        g: tags,
        l: lists,
        n: note?.text.trim() ?? '',
        m: marks.join('\n'),
        p: path,
        at: article.savedAt,
      };
      // Nothing in it may end the element it stands in.
      lines.push(JSON.stringify(line).replaceAll('<', '\\u003c'));
    },
    write: async (changedAt: number): Promise<string> => {
      const policy = `default-src 'none'; script-src 'sha256-${await sha256(SCRIPT)}'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'`;
      const ordered = lines.toSorted((one, other) => timeOf(other) - timeOf(one));
      const date = changedAt === 0 ? '' : ` · last change ${new Date(changedAt).toISOString().slice(0, 10)}`;
      return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${escapeMarkup(policy)}">
<meta name="viewport" content="width=device-width"><title>Lectern vault</title><style>${STYLE}</style></head>
<body><h1>Lectern vault</h1><label>Search<input id="field" type="search" autofocus></label>
<p><span id="count"></span>${date}</p><ul id="list"></ul>
<script id="articles" type="application/json">[${ordered.join(',\n')}]</script>
<script>${SCRIPT}</script></body></html>
`;
    },
  };
}

const timeOf = (line: string): number => Number(/"at":(\d+)\}$/.exec(line)?.[1] ?? 0);
