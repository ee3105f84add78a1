import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { waitFor } from '../../tests/support/wait-for.ts';

/** What a step leaves: the page to take a picture of, and what it found. */
export interface StepReport {
  readonly page: Page;
  readonly facts: readonly string[];
}

/** Makes a step, tells of it, leaves a picture of it, and gives its page. @throws Error with one plain sentence if it does not hold. */
export type MakeStep = (name: string, title: string, make: () => Promise<StepReport>) => Promise<Page>;

/** Empties the folder and begins at 1. */
export async function openLogbook(folder: string, print: (line: string) => void = console.log): Promise<MakeStep> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  let count = 0;
  return async function makeStep(name, title, make) {
    const number = ++count;
    try {
      const { page, facts } = await make();
      const picture = await waitFor('a picture of it', 10_000, () => takePicture(page));
      await writeFile(join(folder, `${String(number).padStart(2, '0')}-${name}.png`), picture);
      print(`${number}. ${title}`);
      for (const fact of facts) print(`   ${fact}`);
      return page;
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new Error(`Step ${number}, “${title}”, does not hold: ${why}`, { cause: error });
    }
  };
}

/** Absent while the browser changes to its error page: for a moment it has no page to take a picture of (Chromium 156). */
function takePicture(page: Page): Promise<Uint8Array | undefined> {
  return page.screenshot().catch(() => undefined);
}

/** Ends the step with a sentence if what it claims is not so. */
export function hold(isSo: boolean, sentence: string): asserts isSo {
  if (!isSo) throw new Error(sentence);
}
