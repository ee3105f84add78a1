import type { Cut } from '../article/capture.ts';
import { baseOf } from './base.ts';
import { markUndrawn } from './cuts/whole-page.ts';
import type { CheckTime } from './deadline.ts';
import type { OpenShadowRoot } from './flatten-shadow-roots.ts';
import { type Metadata, readMetadata } from './metadata/read-metadata.ts';
import { preparePictures } from './pictures/prepare-pictures.ts';
import { lookAtPage, type PageSigns } from './receipt/look-at-page.ts';
import { takeSnapshot } from './snapshot.ts';

/** A copy of a page, ready to be cut, and what was seen of it before. Each cut uses up its copy. */
export interface PreparedPage {
  readonly doc: Document;
  readonly copy: Document;
  readonly url: string;
  readonly base: string;
  readonly metadata: Metadata;
  readonly signs: PageSigns;
  /** All that stands in the page, its scripts left out. */
  readonly text: string;
  readonly checkTime: CheckTime;
}

/** @throws once the time is over. */
export function preparePage(
  doc: Document,
  cut: Cut,
  openShadowRoot: OpenShadowRoot | undefined,
  checkTime: CheckTime,
): PreparedPage {
  const snapshot = takeSnapshot(doc, openShadowRoot);
  const { copy } = snapshot;
  const url = addressOf(doc);
  const base = baseOf(copy);
  if (cut === 'whole-page') markUndrawn(doc, copy);
  checkTime();
  const metadata = readMetadata(copy, doc, url);
  checkTime();
  preparePictures(snapshot, base);
  for (const hidden of copy.querySelectorAll('script, style, noscript, template')) hidden.remove();
  checkTime();
  const text = copy.body.textContent ?? '';
  const signs = lookAtPage(copy, doc);
  checkTime();
  return { doc, copy, url, base, metadata, signs, text, checkTime };
}

export function addressOf(doc: Document): string {
  return doc.location?.href ?? doc.URL;
}
