import type { Cut } from '../article/capture.ts';
import { baseOf } from './base.ts';
import { markUndrawn } from './cuts/whole-page.ts';
import type { CheckTime } from './deadline.ts';
import { ENDLESS_LINK_STEP } from './endless-links.ts';
import type { OpenShadowRoot } from './flatten-shadow-roots.ts';
import type { MetadataSource } from './metadata/metadata-source.ts';
import { METADATA_SOURCES } from './metadata/metadata-sources.ts';
import { type Metadata, readMetadata } from './metadata/read-metadata.ts';
import { PICTURE_STEPS } from './pictures/prepare-pictures.ts';
import { SEGMENT_STEP } from './place-segments.ts';
import { lookAtPage, type PageSigns } from './receipt/look-at-page.ts';
import { FOREST, type Forest } from './score/forest.ts';
import { takeSnapshot } from './snapshot.ts';
import { type RunStep, runEach } from './steps.ts';

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
  readonly runStep: RunStep;
  readonly forest: Forest;
}

export interface PrepareOptions {
  /** Opens closed shadow roots where the browser lets an extension do so. */
  readonly openShadowRoot?: OpenShadowRoot;
  /** Where title, authors and dates are looked for; the product's own table if left out. */
  readonly metadataSources?: readonly MetadataSource[];
  /** Does each step; benches leave some out. */
  readonly runStep?: RunStep;
  /** Judges the blocks; the product's own if left out. Benches bring one that never saw the page's site. */
  readonly forest?: Forest;
}

/** @throws once the time is over. */
export function preparePage(
  doc: Document,
  cut: Cut,
  checkTime: CheckTime,
  { openShadowRoot, metadataSources = METADATA_SOURCES, runStep = runEach, forest = FOREST }: PrepareOptions = {},
): PreparedPage {
  const snapshot = takeSnapshot(doc, openShadowRoot);
  const { copy } = snapshot;
  const url = addressOf(doc);
  const base = baseOf(copy);
  if (cut === 'whole-page') markUndrawn(doc, copy);
  checkTime();
  runStep(SEGMENT_STEP.id, () => SEGMENT_STEP.apply(copy), copy.body);
  const metadata = readMetadata(copy, doc, url, metadataSources);
  checkTime();
  for (const { id, apply } of PICTURE_STEPS) runStep(id, () => apply({ snapshot, base }), copy.body);
  for (const hidden of copy.querySelectorAll('script, style, noscript, template')) hidden.remove();
  runStep(ENDLESS_LINK_STEP.id, () => ENDLESS_LINK_STEP.apply(copy), copy.body);
  checkTime();
  const text = copy.body.textContent ?? '';
  const signs = lookAtPage(copy, doc);
  checkTime();
  return { doc, copy, url, base, metadata, signs, text, checkTime, runStep, forest };
}

export function addressOf(doc: Document): string {
  return doc.location?.href ?? doc.URL;
}
