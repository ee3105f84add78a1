import { findOpeningFigure } from './lead-picture.ts';
import { prepareCode } from './prepare-code.ts';
import { prepareEmbeds } from './prepare-embeds.ts';
import type { PreparedPage } from './prepared-page.ts';
import { protectParts } from './protect-parts.ts';
import { removeControls } from './remove-controls.ts';
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
  const { copy, url, base, metadata, checkTime } = page;
  prepareForCut(page);
  checkTime();
  const openingFigure = findOpeningFigure(copy, metadata.sharedPictureUrl);
  checkTime();
  const root = chooseText(copy, metadata.title);
  if (root === undefined) return undefined;
  // Rules must not take links into the page for links that lead away.
  resolveLinks(root, url, base);
  for (const rule of RULES) {
    checkTime();
    rule.apply(root, { ...metadata, url });
  }
  spaceTables(root);
  if (openingFigure !== undefined) resolveLinks(openingFigure, url, base);
  return { root, openingFigure };
}

/** Makes players, code, notes and footnotes plain in the copy, so that they are taken for what they are. */
export function prepareForCut({ copy, base }: PreparedPage): void {
  removeControls(copy);
  prepareEmbeds(copy, base);
  prepareCode(copy);
  protectParts(copy);
}
