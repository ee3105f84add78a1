import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { formatBytes } from '../../lib/library/row-facts.ts';

export type Scheme = 'light' | 'dark';

export interface Frame {
  readonly width: number;
  readonly height: number;
  /** Device pixels for each CSS pixel. */
  readonly scale: number;
}

export interface Camera {
  /** Takes a picture under a scheme of the system; without a frame, at the page's own size. @throws if it is too large for a repository. */
  take(page: Page, name: string, scheme: Scheme, frame?: Frame): Promise<void>;
}

/** A clone carries every picture that ever was in it. */
const MOST_BYTES = 400_000;

export function openCamera(folder: string): Camera {
  return {
    async take(page, name, scheme, frame) {
      await page.bringToFront();
      if (frame) await page.setViewport({ width: frame.width, height: frame.height, deviceScaleFactor: frame.scale });
      await page.emulateMediaFeatures([
        { name: 'prefers-color-scheme', value: scheme },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ]);
      await page.evaluate(settle);
      const picture = await page.screenshot();
      console.log(`${name}.png (${formatBytes(picture.byteLength)})`);
      if (picture.byteLength > MOST_BYTES) throw new Error(`${name}.png is over ${formatBytes(MOST_BYTES)}.`);
      await writeFile(join(folder, `${name}.png`), picture);
    },
  };
}

/** Runs in the page: waits for fonts, pictures and the end of every transition. */
async function settle(): Promise<void> {
  await document.fonts.ready;
  await Promise.all(
    [...document.images].filter(({ src }) => src !== '').map((image) => image.decode().catch(() => undefined)),
  );
  await new Promise((resume) => setTimeout(resume, 400));
}
