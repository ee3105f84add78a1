import type { Article, Body, Version } from '../../lib/article/article.ts';
import { contentHash } from '../../lib/article/content-hash.ts';
import { untrusted } from '../../lib/article/html.ts';
import { randomId } from '../../lib/article/ids.ts';
import { type Reading, shelvesOf } from '../../lib/article/reading.ts';
import { HOSTILE_HTML } from './hostile-html.ts';

/** Stands before each piece of hostile markup: once it shows, so would the rest. */
export const FIRST_WORDS = 'Words before the trap';

/** Leaves a trace that outlives the page: the name of the window. */
const arm = (html: string): string => html.replaceAll('run()', 'top.name=7');

/** Rows of one article for each piece, as an import or an older version could have left them: hostile in the text and in every field. */
export async function hostileArticles() {
  const rows = await Promise.all(HOSTILE_HTML.map((html, index) => hostileArticle(arm(html), index)));
  return {
    articles: rows.map(({ article }) => article),
    versions: rows.map(({ version }) => version),
    bodies: rows.map(({ body }) => body),
    readings: rows.map(({ reading }) => reading),
  };
}

async function hostileArticle(trap: string, index: number) {
  const html = `<p>${FIRST_WORDS}</p>${trap}`;
  const bytes = new TextEncoder().encode(html);
  const body: Body = { hash: await contentHash(bytes), html: untrusted(html), byteLength: bytes.length };
  const [id, versionId, savedAt] = [randomId<Article['id']>(), randomId<Version['id']>(), Date.UTC(2030, 5, 1) + index];
  const version: Version = {
    id: versionId,
    articleId: id,
    bodyHash: body.hash,
    source: 'page',
    wordCount: 4,
    warnings: [],
    capturedAt: savedAt,
    updatedAt: savedAt,
  };
  const article: Article = {
    id,
    url: `https://trap.example/${index}`,
    urlKey: `https://trap.example/${index}`,
    title: trap,
    authors: [trap],
    siteName: trap,
    excerpt: trap,
    publishedAt: trap,
    language: trap,
    direction: 'ltr',
    wordCount: 4,
    leadPictureUrl: 'https://trap.example/lead.png',
    versionId,
    savedAt,
    updatedAt: savedAt,
  };
  const unshelved = { articleId: id, savedAt, progress: 0, updatedAt: savedAt };
  const reading: Reading = { ...unshelved, shelves: shelvesOf(unshelved) };
  return { article, version, body, reading };
}

/**
 * What on the page could act: elements that run or load something, handlers, and addresses that are neither of the web
 * nor Lectern's own. Also says whether anything ran. Serialised into a page: it may use nothing from this module.
 */
export function findArmed(): readonly string[] {
  const ACTIVE =
    'iframe, frame, frameset, object, embed, applet, base, audio, video, source, portal, template, style, animate, set, ' +
    'use, foreignObject, annotation-xml, form, marquee, #app script, #app link, #app meta, [ping], [srcdoc], [srcset], ' +
    '[action], [formaction], [background], [poster], [is], .article-body [name], .article-body [style]';
  const LINKS = ['href', 'src', 'xlink:href', 'data'];
  const isSafe = (address: string) => {
    const { protocol, origin } = new URL(address, location.href);
    return origin === location.origin || /^(?:https?|mailto):$/.test(protocol);
  };
  const armed = [...document.querySelectorAll('*')].filter((element) => {
    const isHandled = element.getAttributeNames().some((name) => name.startsWith('on'));
    const isLed = LINKS.some((name) => !isSafe(element.getAttribute(name) ?? ''));
    const isLoading = element.matches('img[src^="http"]');
    return element.matches(ACTIVE) || isHandled || isLed || isLoading;
  });
  const traces = armed.map((element) => element.outerHTML.slice(0, 200));
  return window.name === '' ? traces : [`ran: ${window.name}`, ...traces];
}
