import { type DemoPage, PAGES } from './pages.ts';

const KINDS: { readonly [kind in DemoPage['kind']]: string } = {
  article: 'article',
  teaser: 'teaser behind a paywall',
  'no-article': 'no article',
};

/** The front door of the demo site: every page with its host. `portSuffix` is empty or `:port`. */
export function writeSiteIndex(portSuffix: string): string {
  const rows = PAGES.map(
    (page) =>
      `<li><a href="http://${page.host}${portSuffix}/${page.slug}"><span dir="auto">${page.title}</span></a>` +
      `<small>${page.host} · ${page.slug} · ${KINDS[page.kind]}</small></li>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Lectern demo site</title>
<style>
  body { margin: 0; background: #f7f2e7; color: #17282f; font: 17px/1.5 Georgia, serif; }
  main { max-width: 680px; margin: 0 auto; padding: 56px 24px; }
  h1 { font-size: 34px; margin: 0 0 8px; }
  p { color: #54656b; margin: 0 0 28px; }
  ol { list-style: none; margin: 0; padding: 0; }
  li { border-top: 1px solid #ddd3be; padding: 14px 0; }
  a { color: #12616b; font-size: 20px; text-decoration: none; }
  a:hover { text-decoration: underline; }
  small { display: block; color: #6d7b80; font: 13px/1.6 system-ui, sans-serif; }
</style>
</head>
<body>
<main>
<h1>Lectern demo site</h1>
<p>Invented articles in the kind of pages that real ones stand in. Open one and click the toolbar button.</p>
<ol>
${rows.join('\n')}
</ol>
</main>
</body>
</html>
`;
}
