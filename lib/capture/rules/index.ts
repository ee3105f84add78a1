import { removeAdvertLabels } from './remove-advert-labels.ts';
import { removeBreadcrumbs } from './remove-breadcrumbs.ts';
import { removeByline } from './remove-byline.ts';
import { removeClosingCalls } from './remove-closing-calls.ts';
import { removeCommentPrompts } from './remove-comment-prompts.ts';
import { removeCookieBanner } from './remove-cookie-banner.ts';
import { removeCounters } from './remove-counters.ts';
import { removeEmptyElements } from './remove-empty-elements.ts';
import { removeNewsletterBox } from './remove-newsletter-box.ts';
import { removeRelatedLinks } from './remove-related-links.ts';
import { removeRepeatedTitle } from './remove-repeated-title.ts';
import { removeShareBar } from './remove-share-bar.ts';
import { removeTagList } from './remove-tag-list.ts';
import type { Rule } from './rule.ts';

/**
 * In order. Boxes with sentences of their own go first, so that the rules for the head and the end of the text find
 * its real first and last sentence; what they leave empty goes last.
 */
export const RULES: readonly Rule[] = [
  removeCookieBanner,
  removeNewsletterBox,
  removeAdvertLabels,
  removeShareBar,
  removeRelatedLinks,
  removeCommentPrompts,
  removeRepeatedTitle,
  removeBreadcrumbs,
  removeByline,
  removeCounters,
  removeTagList,
  removeClosingCalls,
  removeEmptyElements,
];
