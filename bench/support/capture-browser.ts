import { readFileSync } from 'node:fs';
import { launch } from 'puppeteer-core';
import type { CaptureOutcome } from '../../lib/article/capture.ts';
import { findChromium } from '../../scripts/find-browsers.mjs';

/** Runs a built capture script on pages in Chromium. The pages' own scripts and all their requests are off. */
export async function openCaptureBrowser(scriptPath: string) {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('No Chromium found.');
  const script = readFileSync(scriptPath, 'utf8');
  const browser = await launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  const page = await browser.newPage();
  const aside = await browser.newPage();
  let html = '';
  await page.setJavaScriptEnabled(false);
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (!request.isNavigationRequest() || request.frame() !== page.mainFrame()) return void request.abort();
    request.respond({ status: 200, contentType: 'text/html; charset=utf-8', body: html });
  });
  return {
    async capture(markup: string, url: string): Promise<CaptureOutcome> {
      html = markup;
      await page.goto(url, { waitUntil: 'domcontentloaded' });
      return (await page.evaluate(script)) as CaptureOutcome;
    },
    /** Puts a script into a page beside, in which `evaluate` runs. */
    async addScript(text: string): Promise<void> {
      await aside.evaluate(text);
    },
    evaluate: <Argument, Result>(work: (argument: Argument) => Result, argument: Argument) =>
      aside.evaluate(work as (argument: unknown) => Result, argument),
    close: () => browser.close(),
  };
}
