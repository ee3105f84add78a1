import {
  type Capture,
  type CaptureOutcome,
  MAX_HTML_LENGTH,
  type UnreadablePage,
  type UnreadableReason,
} from '../article/capture.ts';
import { untrusted } from '../article/html.ts';
import { countWords, hasWords } from '../article/reading-time.ts';
import { copyLoneSelection, copySelection } from './copy-selection.ts';
import { excerptOf } from './excerpt.ts';
import { extractText } from './extract-text.ts';
import { isNoArticle, looksLikeListing } from './find-listing.ts';
import { hasSignInField, isNotice, namesOfPage } from './find-notice.ts';
import { findsWall, isTeaser } from './find-teaser.ts';
import type { OpenShadowRoot } from './flatten-shadow-roots.ts';
import { chooseLeadPicture, findOpeningFigure, insertOpeningFigure } from './lead-picture.ts';
import { listPictures } from './list-pictures.ts';
import { type Metadata, readMetadata } from './metadata/read-metadata.ts';
import { narrowToMain } from './narrow-to-main.ts';
import { preparePictures } from './pictures/prepare-pictures.ts';
import { plainMarkup } from './plain-markup.ts';
import { prepareCode } from './prepare-code.ts';
import { prepareEmbeds } from './prepare-embeds.ts';
import { protectParts } from './protect-parts.ts';
import { removeControls } from './remove-controls.ts';
import { resolveLinks } from './resolve-links.ts';
import { RULES } from './rules/index.ts';
import { type Snapshot, takeSnapshot } from './snapshot.ts';
import { textInLines, textOf } from './text.ts';

export interface CaptureOptions {
  /** Opens closed shadow roots where the browser lets an extension do so. */
  readonly openShadowRoot?: OpenShadowRoot;
}

/** Below this a page shows a reader nothing: a shell that waits for its script, or an error page without words. */
const FEWEST_WORDS_ON_PAGE = 8;

/** Reads the article of a page. Never throws, never changes the page, loads nothing and runs nothing of it. */
export function capturePage(doc: Document, options: CaptureOptions = {}): CaptureOutcome {
  const refusal = refusalOf(doc);
  if (refusal !== undefined) return unreadable(doc, refusal);
  try {
    return readPage(doc, takeSnapshot(doc, options.openShadowRoot));
  } catch {
    // A page that one of our steps does not survive is still a page; the plainest attempt leaves them all out.
    return readPlainly(doc);
  }
}

function readPage(doc: Document, snapshot: Snapshot): CaptureOutcome {
  const { copy } = snapshot;
  const url = addressOf(doc);
  const base = copy.baseURI;
  const metadata = readMetadata(copy, doc, url);
  preparePictures(snapshot, base);
  for (const hidden of copy.querySelectorAll('script, style, noscript, template')) hidden.remove();
  const pageText = copy.body.textContent ?? '';
  if (pageText.length > MAX_HTML_LENGTH) return withSelection(doc, 'too-large', metadata);
  const isEmpty = !hasWords(pageText, FEWEST_WORDS_ON_PAGE);
  const names = namesOfPage(copy);
  const canSignIn = hasSignInField(copy);
  removeControls(copy);
  prepareEmbeds(copy, base);
  prepareCode(copy);
  protectParts(copy);
  const openingFigure = findOpeningFigure(copy, metadata.sharedPictureUrl);
  const isListing = looksLikeListing(copy);
  const hasWall = findsWall(copy);
  narrowToMain(copy);
  const root = extractText(copy);
  if (root === undefined || isEmpty) return withSelection(doc, isEmpty ? 'empty' : 'no-article', metadata);
  // Readability makes links into the page absolute; rules must not take them for links that lead away.
  resolveLinks(root, url, base);
  for (const rule of RULES) rule.apply(root, { ...metadata, url });
  if (isNoArticle(root, isListing, metadata.isDeclaredArticle) || isNotice(root, names, canSignIn))
    return withSelection(doc, 'no-article', metadata);
  if (openingFigure !== undefined) resolveLinks(openingFigure, url, base);
  insertOpeningFigure(root, openingFigure);
  plainMarkup(root);
  return finish(doc, root, metadata, hasWall);
}

function finish(doc: Document, root: Element, metadata: Metadata, hasWall: boolean): CaptureOutcome {
  const html = root.innerHTML.trim();
  if (html.length > MAX_HTML_LENGTH) return withSelection(doc, 'too-large', metadata);
  const { publishedAt, language, canonicalUrl, sharedPictureUrl } = metadata;
  const wordCount = countWords(textInLines(root));
  const leadPictureUrl = chooseLeadPicture(root, sharedPictureUrl);
  const selection = copySelection(doc, root.ownerDocument, addressOf(doc));
  const capture: Capture = {
    url: addressOf(doc),
    title: metadata.title,
    authors: metadata.authors,
    siteName: metadata.siteName,
    excerpt: excerptOf(metadata.description ?? firstParagraph(root)),
    direction: metadata.direction,
    html: untrusted(html),
    wordCount,
    pictures: listPictures(root),
    warnings: isTeaser(wordCount, hasWall, metadata.isFree) ? ['teaser'] : [],
    ...(canonicalUrl === undefined ? {} : { canonicalUrl }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(language === undefined ? {} : { language }),
    ...(leadPictureUrl === undefined ? {} : { leadPictureUrl }),
    ...(selection === undefined ? {} : { selection }),
  };
  return { status: 'captured', capture };
}

/** Readability and nothing else. */
function readPlainly(doc: Document): CaptureOutcome {
  try {
    const copy = doc.implementation.createHTMLDocument('');
    copy.documentElement.replaceWith(copy.importNode(doc.documentElement, true));
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
    return finish(doc, root, metadata, false);
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

function addressOf(doc: Document): string {
  return doc.location?.href ?? doc.URL;
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
