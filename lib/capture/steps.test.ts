import { describe, expect, it } from 'vitest';
import { ENDLESS_LINK_STEP } from './endless-links.ts';
import { OPENING_PICTURES } from './lead-picture.ts';
import { NARROW_STEP } from './narrow-to-main.ts';
import { PICTURE_STEPS } from './pictures/prepare-pictures.ts';
import { SEGMENT_STEP } from './place-segments.ts';
import { CODE_STEPS } from './prepare-code.ts';
import { EMBED_STEP } from './prepare-embeds.ts';
import { PROTECTION_STEPS } from './protect-parts.ts';
import { CONTROL_STEPS } from './remove-controls.ts';
import { RULES } from './rules/index.ts';
import { CHOICE_STEPS } from './score/choose-text.ts';
import { OPINION_STEP } from './score/page-opinion.ts';

interface Named {
  readonly id: string;
  readonly why: string;
}

const TABLES: readonly (readonly Named[])[] = [
  [SEGMENT_STEP],
  PICTURE_STEPS,
  [ENDLESS_LINK_STEP],
  CONTROL_STEPS,
  [EMBED_STEP],
  CODE_STEPS,
  PROTECTION_STEPS,
  OPENING_PICTURES,
  [NARROW_STEP],
  [OPINION_STEP],
  CHOICE_STEPS,
  RULES,
];

describe('the steps from a page to its text', () => {
  const steps = TABLES.flat();
  it('each have an id of their own, so that a bench can leave one out', () => {
    expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
  });
  it.each(steps)('$id says in a sentence what a reader would see without it', ({ why }) => {
    expect(why).toMatch(/^[A-Z].{30,}\.$/);
  });
});
