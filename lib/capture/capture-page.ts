import {
  type Capture,
  type CaptureOutcome,
  type CaptureWarning,
  type Cut,
  MAX_HTML_LENGTH,
  type UnreadablePage,
  type UnreadableReason,
} from '../article/capture.ts';
import { untrusted } from '../article/html.ts';
import { countWords, hasWords } from '../article/reading-time.ts';
import { cutBest } from './best-cut.ts';
import { copyLoneSelection, copySelection } from './copy-selection.ts';
import { countArticleWords } from './count-article-words.ts';
import { otherCut } from './cuts/other-cuts.ts';
import { wholePage } from './cuts/whole-page.ts';
import { startDeadline } from './deadline.ts';
import { excerptOf } from './excerpt.ts';
import { extractText } from './extract-text.ts';
import { isNoArticle } from './find-listing.ts';
import { freeProperties } from './free-properties.ts';
import { chooseLeadPicture, insertOpeningFigure } from './lead-picture.ts';
import { listPictures } from './list-pictures.ts';
import type { Metadata } from './metadata/read-metadata.ts';
import { plainMarkup } from './plain-markup.ts';
import { addressOf, type PreparedPage, type PrepareOptions, preparePage } from './prepared-page.ts';
import { noticeOf } from './receipt/judge.ts';
import { judgeText, leftOutOf } from './receipt/judge-text.ts';
import { resolveLinks } from './resolve-links.ts';
import { textInLines, textOf } from './text.ts';

export interface CaptureOptions extends PrepareOptions {
  /** Which part of the page is wanted; the best if left out. */
  readonly cut?: Cut;
  /** Milliseconds, counted from any moment. */
  readonly now?: () => number;
}

/** Below this a page shows a reader nothing: a shell that waits for its script, or an error page without words. */
const FEWEST_WORDS_ON_PAGE = 8;

/** Reads the article of a page. Never throws, never changes the page, loads nothing and runs nothing of it. */
export function capturePage(doc: Document, options: CaptureOptions = {}): CaptureOutcome {
  const { cut = 0, now = Date.now } = options;
  const refusal = refusalOf(doc);
  if (refusal !== undefined) return unreadable(doc, refusal);
  try {
    const checkTime = startDeadline(now);
    const prepare = () => preparePage(doc, cut, checkTime, options);
    const page = prepare();
    if (page.text.length > MAX_HTML_LENGTH) return withSelection(doc, 'too-large', page.metadata);
    if (cut === 0) return readBest(page);
    return cut === 'whole-page' ? readWhole(page) : readOther(page, prepare(), cut);
  } catch {
    // A page that one of our steps does not survive is still a page; the plainest attempt leaves them all out.
    return cut === 0 ? readPlainly(doc) : unreadable(doc, 'no-other-cut');
  }
}

function readBest(page: PreparedPage): CaptureOutcome {
  const { doc, metadata, signs } = page;
  if (!hasWords(page.text, FEWEST_WORDS_ON_PAGE)) return withSelection(doc, 'empty', metadata);
  const best = cutBest(page);
  const text = best === undefined ? '' : textInLines(best.root);
  const notice = noticeOf(signs, text);
  if (notice !== undefined) return withSelection(doc, notice, metadata);
  if (best === undefined || isNoArticle(best.root, signs, metadata.isDeclaredArticle))
    return withSelection(doc, 'no-article', metadata);
  const { root, openingFigure } = best;
  const wordCount = countWords(text);
  const leftOutWords = leftOutOf(signs, root, wordCount, doc);
  const warnings = judgeText(signs, root, wordCount, metadata, leftOutWords);
  insertOpeningFigure(root, openingFigure);
  plainMarkup(root);
  return finish(doc, root, metadata, { cut: 0, leftOutWords, warnings });
}

/** Another candidate than the best. Looks for the best first, so as not to offer the same once more. */
function readOther(forBest: PreparedPage, page: PreparedPage, cut: number): CaptureOutcome {
  const { doc, copy, metadata, signs, url, base } = page;
  const best = cutBest(forBest);
  const root = otherCut(copy, cut, best?.root.textContent ?? '');
  if (root === undefined) return withSelection(doc, 'no-other-cut', metadata);
  resolveLinks(root, url, base);
  plainMarkup(root);
  return finish(doc, root, metadata, {
    cut,
    leftOutWords: 0,
    warnings: judgeText(signs, root, countWords(textInLines(root)), metadata, 0),
  });
}

/** Everything, because the reader asked for it. Of a page that lists texts that is its list. */
function readWhole({ doc, copy, metadata, signs, url, base, text }: PreparedPage): CaptureOutcome {
  if (!hasWords(text, 1)) return withSelection(doc, 'empty', metadata);
  const root = wholePage(copy);
  resolveLinks(root, url, base);
  plainMarkup(root);
  const warnings = judgeText(signs, root, countWords(textInLines(root)), metadata, 0).filter(
    (warning) => warning !== 'listing',
  );
  return finish(doc, root, metadata, { cut: 'whole-page', leftOutWords: 0, warnings });
}

interface Judged {
  readonly cut: Cut;
  readonly leftOutWords: number;
  readonly warnings: readonly CaptureWarning[];
}

function finish(doc: Document, root: Element, metadata: Metadata, judged: Judged): CaptureOutcome {
  const html = root.innerHTML.trim();
  if (html.length > MAX_HTML_LENGTH) return withSelection(doc, 'too-large', metadata);
  const { publishedAt, modifiedAt, language, canonicalUrl, iconUrl, sharedPictureUrl, sources } = metadata;
  const { warnings, cut, leftOutWords } = judged;
  const leadPictureUrl = chooseLeadPicture(root, sharedPictureUrl);
  const selection = copySelection(doc, root.ownerDocument, addressOf(doc));
  const pictures = listPictures(root);
  const capture: Capture = {
    url: addressOf(doc),
    title: metadata.title,
    authors: metadata.authors,
    siteName: metadata.siteName,
    excerpt: excerptOf(metadata.description ?? firstParagraph(root)),
    direction: metadata.direction,
    html: untrusted(html),
    wordCount: countArticleWords(root),
    pictures,
    warnings,
    receipt: { cut, leftOutWords, pictureCount: pictures.length },
    ...(canonicalUrl === undefined ? {} : { canonicalUrl }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(modifiedAt === undefined ? {} : { modifiedAt }),
    ...(language === undefined ? {} : { language }),
    ...(iconUrl === undefined ? {} : { iconUrl }),
    ...(sources === undefined ? {} : { metadataSources: sources }),
    ...(leadPictureUrl === undefined ? {} : { leadPictureUrl }),
    ...(selection === undefined ? {} : { selection }),
  };
  return { status: 'captured', capture };
}

/** Readability and nothing else. */
function readPlainly(doc: Document): CaptureOutcome {
  try {
    const copy = doc.implementation.createHTMLDocument('');
    const all = copy.importNode(doc.documentElement, true);
    freeProperties(all, copy);
    copy.documentElement.replaceWith(all);
    const root = extractText(copy);
    const metadata: Metadata = {
      title: doc.title,
      authors: [],
      siteName: doc.location?.hostname ?? '',
      direction: 'ltr',
      isDeclaredArticle: false,
    };
    if (root === undefined) return withSelection(doc, 'no-article', metadata);
    resolveLinks(root, addressOf(doc), doc.baseURI);
    return finish(doc, root, metadata, { cut: 0, leftOutWords: 0, warnings: ['plain'] });
  } catch {
    // Whatever the page is, the reader is better served by a plain sentence than by an error.
    return unreadable(doc, 'no-article');
  }
}

function refusalOf(doc: Document): UnreadableReason | undefined {
  const type = doc.contentType.toLowerCase();
  if (type === 'application/pdf') return 'pdf';
  if (type !== 'text/html' && type !== 'application/xhtml+xml') return 'not-html';
  return doc.documentElement === null ? 'empty' : undefined;
}

/** A page that is no article, and the part of it that the reader selected. */
function withSelection(doc: Document, why: UnreadableReason, metadata: Metadata): CaptureOutcome {
  const selection = copyLoneSelection(doc, addressOf(doc), metadata);
  return { ...unreadable(doc, why), ...(selection === undefined ? {} : { selection }) };
}

function unreadable(doc: Document, why: UnreadableReason): UnreadablePage {
  return { status: 'unreadable', why, url: addressOf(doc), title: doc.title };
}

function firstParagraph(root: Element): string {
  const paragraph = [...root.querySelectorAll('p')].find(
    (element) => element.closest('figure, blockquote') === null && textOf(element).length > 40,
  );
  const copy = (paragraph ?? root).cloneNode(true) as Element;
  // The number of a footnote would stick to the word before it.
  for (const link of copy.querySelectorAll('sup a[href^="#"]')) (link.closest('sup') ?? link).remove();
  return textOf(copy);
}
