import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Firefox, launchFirefox } from '../support/firefox.ts';
import { FIRST_WORDS, findArmed, hostileArticles } from '../support/hostile-articles.ts';
import { writeRows } from '../support/write-database.ts';

/** Hostile markup that lies in the database already, as the real pages show it. */
describe('hostile articles in Firefox', () => {
  let firefox: Firefox;
  let requests: () => Promise<readonly string[]>;
  let rows: Awaited<ReturnType<typeof hostileArticles>>;

  const countTabs = () => firefox.executeChrome('return gBrowser.tabs.length;');

  beforeAll(async () => {
    firefox = await launchFirefox({ hosts: ['x.example', 'y.example', 'trap.example'] });
    await firefox.navigate(`${firefox.extensionOrigin}/library.html`);
    await firefox.tab.waitForText('#app', /Inbox/);
    rows = await hostileArticles();
    await writeRows(firefox.tab, rows);
    requests = await firefox.watchRequests();
  });

  afterAll(() => firefox?.close());

  it('do nothing in the reader', async () => {
    const tabs = await countTabs();
    const harm: string[] = [];
    for (const { id, title } of rows.articles) {
      const address = `${firefox.extensionOrigin}/reader.html?article=${id}`;
      await firefox.navigate(address);
      await firefox.tab.waitForText('.article-body', new RegExp(FIRST_WORDS));
      const found = await firefox.tab.evaluate(findArmed);
      if (found.length > 0) harm.push(`${title} → ${found.join(' ')}`);
      if ((await firefox.tab.evaluate(() => location.href)) !== address) harm.push(`${title} led away`);
    }
    expect(harm).toEqual([]);
    expect(await requests()).toEqual([]);
    expect(await countTabs()).toEqual(tabs);
  });

  it('do nothing in the library', async () => {
    await firefox.navigate(`${firefox.extensionOrigin}/library.html`);
    await firefox.tab.click('.row-words a');
    await firefox.tab.waitForText('.row-words', /onclick|top\.name/);
    expect(await firefox.tab.evaluate(findArmed)).toEqual([]);
    expect(await requests()).toEqual([]);
  });
});
