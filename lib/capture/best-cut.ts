import { findOpeningFigure } from './lead-picture.ts';
import { CODE_STEPS } from './prepare-code.ts';
import { EMBED_STEP } from './prepare-embeds.ts';
import type { PreparedPage } from './prepared-page.ts';
import { PROTECTION_STEPS } from './protect-parts.ts';
import { CONTROL_STEPS } from './remove-controls.ts';
import { resolveLinks } from './resolve-links.ts';
import { RULES } from './rules/index.ts';
import { chooseText } from './score/choose-text.ts';
import { spaceTables } from './space-tables.ts';

export interface BestCut {
  readonly root: Element;
  /** The picture that opens the article, where it stands outside its text. */
  readonly openingFigure: Element | undefined;
}

/** What Lectern holds for the article, cleaned. `undefined` where there is none. @throws once the time is over. */
export function cutBest(page: PreparedPage): BestCut | undefined {
  const { copy, url, base, metadata, checkTime, runStep, forest } = page;
  prepareForCut(page);
  checkTime();
  const openingFigure = findOpeningFigure(copy, metadata.sharedPictureUrl, runStep);
  checkTime();
  const root = chooseText(copy, metadata.title, runStep, forest);
  if (root === undefined) return undefined;
  // Rules must not take links into the page for links that lead away.
  resolveLinks(root, url, base);
  for (const rule of RULES) {
    checkTime();
    runStep(rule.id, () => rule.apply(root, { ...metadata, url }), root);
  }
  spaceTables(root);
  if (openingFigure !== undefined) resolveLinks(openingFigure, url, base);
  return { root, openingFigure };
}

/** Makes players, code, notes and footnotes plain in the copy, so that they are taken for what they are. */
export function prepareForCut({ copy, base, runStep }: PreparedPage): void {
  for (const { id, apply } of CONTROL_STEPS) runStep(id, () => apply(copy), copy.body);
  runStep(EMBED_STEP.id, () => EMBED_STEP.apply({ copy, base }), copy.body);
  for (const { id, apply } of [...CODE_STEPS, ...PROTECTION_STEPS]) runStep(id, () => apply(copy), copy.body);
}
