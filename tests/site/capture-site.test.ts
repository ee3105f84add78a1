// @vitest-environment node
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { type CapturedPage, captureDemoPage, NEEDS_BROWSER } from './capture-demo-page.ts';
import { PAGES } from './pages.ts';

describe('capture of the demo site', () => {
  it.each(PAGES.filter(({ slug }) => !NEEDS_BROWSER.includes(slug)))(
    'keeps what a careful reader keeps of $slug',
    async (page) => {
      const { slug } = page;
      const expected = await readExpected(slug);
      const captured = await captureDemoPage(page);
      expect(captured.status).toBe(expected.status);
      if (captured.status !== 'captured') return;
      const { status, text, record } = captured;
      expect(text).toBe(await readExpectedText(slug));
      expect({ status, ...record }).toEqual(expected);
    },
  );

  it('leaves no page of the site out but those that need a browser', () => {
    const slugs = PAGES.map(({ slug }) => slug);
    expect(NEEDS_BROWSER.filter((slug) => !slugs.includes(slug))).toEqual([]);
  });
});

async function readExpected(slug: string): Promise<Pick<CapturedPage, 'status'>> {
  return JSON.parse(await readFile(new URL(`expected/${slug}.json`, import.meta.url), 'utf8'));
}

async function readExpectedText(slug: string): Promise<string> {
  return (await readFile(new URL(`expected/${slug}.txt`, import.meta.url), 'utf8')).trimEnd();
}
