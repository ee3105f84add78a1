import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { USUAL_PACE } from '../../lib/article/reading-time.ts';
import { findBarriers } from '../support/axe.ts';
import { type Chromium, launchChromium } from '../support/chromium.ts';
import { keepTexts } from '../support/keep-texts.ts';
import { readAll } from '../support/read-database.ts';
import { scriptVoices } from '../support/scripted-voice.ts';
import { waitForText } from '../support/wait-for-text.ts';

/** Ten minutes at the usual pace. */
const PACED_WORDS = 2380;
/** On a busy machine a chunk takes its time. */
const SOON = { timeout: 10_000 };
const LONG = Array.from(
  { length: 30 },
  (_, i) => `<p>Paragraph ${i}: the fan turns, the café is closed, and the log is kept.</p>`,
);
const ENGLISH = `<p>Dr. Brown came in.<sup id="r1"><a href="#n1">1</a></sup> “Why now?” he asked Mr. Gray.</p>
<figure><img src="data:image/png;base64,AAAA" alt="A fan"><figcaption>Not to be spoken.</figcaption></figure>
<pre data-language="js">const spoken = false; // never</pre><h2>After the code</h2>${LONG.join('')}
<ol><li id="n1">The note on Brown. <a href="#r1">↩</a></li></ol>`;
const SPOKEN = {
  english: [
    'Dr. Brown came in.',
    '“Why now?” he asked Mr. Gray.',
    'After the code',
    'Paragraph 0: the fan turns, the café is closed, and the log is kept.',
  ],
  german: ['Am 3. Oktober kam Dr. Weber, z. B. aus Wien.', 'Er blieb bis ca. 4 Uhr, d. h. lange.', 'Dann ging er.'],
  japanese: ['記事を読む。', '余白に書く！', '誰も待たない？'],
  arabic: ['لا ينتظر أحد.', 'لماذا؟', 'نقرأ النص في الهامش.'],
};

/** What helps to read. Texts are written into the library, so that each has what its test is about. */
describe('reading in Chromium', () => {
  let chromium: Chromium;
  let reader: Page;
  let spoken: Awaited<ReturnType<typeof scriptVoices>>;

  beforeAll(async () => {
    chromium = await launchChromium({ sitePort: 9 });
    reader = await chromium.openExtensionPage('library.html');
    spoken = await scriptVoices(reader);
    await waitForText(reader, 'main', /Nothing to read/);
    await keepTexts(reader, [
      { name: 'english', language: 'en', html: ENGLISH },
      // Read by no other test, so that they open, and are spoken, from their beginning.
      { name: 'unread', language: 'en', html: ENGLISH },
      { name: 'searched', language: 'en', html: ENGLISH },
      { name: 'heard', language: 'de', html: `<p>${SPOKEN.german.join(' ')}</p>` },
      { name: 'paced', language: 'en', html: ENGLISH, wordCount: PACED_WORDS },
      { name: 'german', language: 'de', html: `<p>${SPOKEN.german.join(' ')}</p>` },
      { name: 'japanese', language: 'ja', html: `<p>${SPOKEN.japanese.join('')}</p>` },
      { name: 'arabic', language: 'ar', direction: 'rtl', html: `<p>${SPOKEN.arabic.join(' ')}</p>` },
    ]);
  });

  afterAll(async () => {
    await chromium?.close();
  });

  const open = async (name: string) => {
    await reader.goto(`chrome-extension://${chromium.extensionId}/reader.html?article=${name}`);
    await reader.waitForSelector('.article-body p');
  };
  /** Keys are heard once their chunk is there. */
  const pressUntil = async (key: '/' | 'p', selector: string) => {
    await expect
      .poll(
        async () => {
          if ((await reader.$(selector)) === null) await reader.keyboard.press(key);
          return reader.$(selector).then((found) => found !== null);
        },
        { interval: 150, timeout: 10_000 },
      )
      .toBe(true);
  };

  it('reads sentence by sentence, in order, with a voice of the language', async () => {
    for (const [name, expected] of Object.entries(SPOKEN)) {
      await open(name);
      await pressUntil('p', '.speech-bar');
      await expect.poll(async () => (await spoken()).length, SOON).toBeGreaterThanOrEqual(expected.length);
      const all = await spoken();
      expect(all.slice(0, expected.length).map(({ text }) => text)).toEqual(expected);
      const language = { english: 'en-GB', german: 'de-DE', japanese: 'ja-JP', arabic: 'ar-SA' }[name];
      expect(all[0]).toMatchObject({ voice: `near-${language}`, lang: language, rate: 1 });
      await reader.keyboard.press('Escape');
      await reader.waitForSelector('.speech-bar', { hidden: true });
    }
  });

  it('shows the sentence, skips, and goes on where it was stopped', async () => {
    await open('heard');
    await pressUntil('p', '.speech-bar');
    await expect.poll(async () => (await spoken()).length, SOON).toBeGreaterThanOrEqual(3);
    const painted = () =>
      reader.evaluate(() => {
        const [range] = CSS.highlights.get('spoken') ?? [];
        return range?.startContainer.nodeValue?.slice(range.startOffset, range.endOffset);
      });
    await expect.poll(painted, SOON).toBe(SPOKEN.german[2]);
    expect(await findBarriers(reader)).toEqual([]);
    await expect.poll(() => reader.$eval('.speech-bar .is-primary', (button) => button.textContent), SOON).toBe('Play');
    await reader.keyboard.press('ArrowLeft');
    await expect.poll(painted, SOON).toBe(SPOKEN.german[1]);
    await reader.reload();
    await reader.waitForSelector('.article-body p');
    await pressUntil('p', '.speech-bar');
    await expect.poll(async () => (await spoken())[0]?.text, SOON).toBe(SPOKEN.german[1]);
    await reader.click('.bar-listen[aria-pressed="true"]');
    await reader.waitForSelector('.speech-bar', { hidden: true });
    await reader.click('.bar-listen[aria-pressed="false"]');
    await reader.waitForSelector('.speech-bar');
  });

  it('learns how fast one reads, and counts the time left by it', async () => {
    await open('paced');
    await waitForText(reader, '.bar-left', /\d min left/);
    const storedPace = () =>
      reader.evaluate(
        `chrome.storage.local.get('settings').then(({ settings }) => settings?.pace)`,
      ) as Promise<unknown>;
    const kept = async () =>
      (await readAll(reader, 'readings')).find((row) => row['articleId'] === 'paced')?.['progress'];
    await reader.mouse.wheel({ deltaY: 60 });
    await expect.poll(kept, SOON).toBeGreaterThan(0);
    const first = Number(await kept());
    expect(await storedPace()).toBeUndefined();
    // A minute passes, as far as the page can tell.
    await reader.evaluate(() => {
      const { now } = performance;
      performance.now = () => now.call(performance) + 60_000;
    });
    await reader.mouse.wheel({ deltaY: 300 });
    await expect.poll(kept, SOON).toBeGreaterThan(first);
    const words = (Number(await kept()) - first) * PACED_WORDS;
    await expect.poll(storedPace, SOON).toBeTypeOf('number');
    const pace = Number(await storedPace());
    expect(Math.sign(pace - USUAL_PACE)).toBe(Math.sign(words - USUAL_PACE));
    // A tenth of the way at the most.
    expect(Math.abs(pace - USUAL_PACE)).toBeLessThanOrEqual(Math.abs(words - USUAL_PACE) / 10 + 0.1);
    const minutes = () => reader.$eval('.bar-left', (left) => Number.parseInt(left.textContent ?? '', 10));
    const asRead = await minutes();
    await reader.evaluate(`chrome.storage.local.set({ settings: { pace: 80 } })`);
    await expect.poll(minutes, SOON).toBeGreaterThan(2 * asRead);
    await reader.evaluate(`chrome.storage.local.remove('settings')`);
  });

  it('finds words whatever their accents, and counts them', async () => {
    await open('searched');
    await pressUntil('/', '.find-bar input');
    await reader.keyboard.type('CAFE');
    await waitForText(reader, '.find-bar output', /^1 of 30$/);
    await reader.keyboard.press('Enter');
    await waitForText(reader, '.find-bar output', /^2 of 30$/);
    await reader.keyboard.down('Shift');
    for (let i = 0; i < 2; i += 1) await reader.keyboard.press('Enter');
    await reader.keyboard.up('Shift');
    await waitForText(reader, '.find-bar output', /^30 of 30$/);
    await expect.poll(() => reader.evaluate(() => scrollY), SOON).toBeGreaterThan(0);
    expect(await reader.$$eval('.find-ticks i', (ticks) => ticks.length)).toBe(30);
    expect(await findBarriers(reader)).toEqual([]);
    await reader.keyboard.press('Escape');
    await reader.waitForSelector('.find-bar', { hidden: true });
    await expect.poll(() => reader.evaluate(() => CSS.highlights.has('find')), SOON).toBe(false);
  });

  it('shows a footnote beside its mark, and colours code without changing it', async () => {
    await open('unread');
    await expect
      .poll(
        () =>
          reader.evaluate(() => {
            // Until the place of the last reading is restored.
            scrollTo(0, 0);
            return [...(CSS.highlights.get('code-keyword') ?? [])].length;
          }),
        SOON,
      )
      .toBe(1);
    expect(await reader.$eval('.article-body pre', (pre) => pre.innerHTML)).toBe('const spoken = false; // never');
    await reader.focus('.article-body sup a');
    await reader.keyboard.press('Enter');
    await waitForText(reader, '.footnote', /^The note on Brown\. Go to the note$/);
    expect(await findBarriers(reader)).toEqual([]);
    await reader.keyboard.press('Escape');
    await reader.waitForSelector('.footnote:popover-open', { hidden: true });
    expect(await reader.evaluate(() => document.activeElement?.closest('sup') !== null)).toBe(true);
  });

  it('turns pages so that the line cut off comes first', async () => {
    await open('english');
    await reader.waitForSelector('.article-body');
    await reader.evaluate(() => scrollTo(0, 0));
    await expect
      .poll(async () => {
        await reader.keyboard.press('Space');
        return reader.evaluate(() => scrollY);
      }, SOON)
      .toBeGreaterThan(300);
    const moved = await reader.evaluate(() => innerHeight - scrollY);
    expect(moved).toBeGreaterThan(60);
  });

  it('lets every line of a long and of a short text pass under the focus line', async () => {
    await reader.setViewport({ width: 1000, height: 800 });
    for (const name of ['english', 'arabic']) {
      await open(name);
      await reader.waitForSelector('.article-foot');
      await expect
        .poll(async () => {
          if ((await reader.$('.focus-line')) === null) await reader.keyboard.press('i');
          return (await reader.$('.focus-line')) !== null;
        }, SOON)
        .toBe(true);
      const missed = await reader.evaluate(async () => {
        const range = new Range();
        range.selectNodeContents(document.querySelector('.reader article') ?? document.body);
        const lines = [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 8 && height < 60);
        const middles = new Set(lines.map(({ top, height }) => Math.round(top + height / 2 + scrollY)));
        const count = middles.size;
        const farthest = document.documentElement.scrollHeight - innerHeight;
        for (let at = 0; at <= farthest; at += 20) {
          scrollTo(0, at);
          await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
          const strip = document.querySelector('.focus-line')?.getBoundingClientRect() ?? new DOMRect();
          for (const middle of middles) {
            const y = middle - scrollY;
            if (y > strip.top && y < strip.bottom) middles.delete(middle);
          }
        }
        return { count, missed: [...middles] };
      });
      expect(missed.count).toBeGreaterThan(2);
      expect(missed.missed).toEqual([]);
    }
    await reader.keyboard.press('i');
    await reader.waitForSelector('.focus-line', { hidden: true });
  });
});
