import { relative, resolve } from 'node:path';
import { type Site, startSite } from '../../tests/site/server.ts';
import { type Chromium, countRequests, launchChromium } from '../../tests/support/chromium.ts';
import { waitFor } from '../../tests/support/wait-for.ts';
import { DEMO_SLUG, NO_SITE_PORT } from './demo.ts';
import { openList, reloadOffline } from './lectern-pages.ts';
import { hold, type MakeStep, openLogbook } from './logbook.ts';
import { countOf, readKept, tellKept } from './read-kept.ts';
import { readScreen } from './read-screen.ts';
import { putOnNewList, readNow, waitForNote, waitForSave, writeNote } from './use-popup.ts';

const LIST = 'AI industry';
const NOTE = 'Whoever signs for the transformers decides. Compare with the grid report.';
const FOLDER = resolve(import.meta.dirname, '../../.output/tour');
const WAIT_MS = 15_000;
/** What is shown is counted anew from the screen, where a word may be cut or joined at the edge of a block. */
const LEAST_SHARE = 0.97;

/**
 * Plays the main job without a window, on the demo article or on a page of the reader's choice.
 * @throws Error with one plain sentence at the first step that does not hold.
 */
export async function playTour(url?: string): Promise<void> {
  const site = url === undefined ? await startSite() : undefined;
  let chromium: Chromium | undefined;
  try {
    chromium = await launchChromium({ sitePort: site?.port ?? NO_SITE_PORT, isSandboxed: site === undefined });
    await playSteps(chromium, await openLogbook(FOLDER), url ?? site?.url(DEMO_SLUG) ?? '', site);
    console.log(`\nEvery step held. Pictures of them: ${relative('', FOLDER)}`);
  } finally {
    await chromium?.close();
    // Closed in mid-tour if all went well.
    await site?.close().catch(() => undefined);
  }
}

/** `site` is given for the demo article, of which the tour knows what must be kept. */
async function playSteps(chromium: Chromium, makeStep: MakeStep, url: string, site: Site | undefined): Promise<void> {
  const article = await makeStep('article', 'An article is open', async () => {
    const page = await chromium.open(url);
    return { page, facts: [await page.title(), url] };
  });

  let popupRequests: readonly string[] = [];
  const popup = await makeStep('saved', 'One click on the toolbar button keeps it', async () => {
    const page = await chromium.clickToolbar(article);
    popupRequests = await countRequests(page);
    const words = await waitForSave(page);
    const kept = await readKept(page);
    hold(kept.wordCount > 0, 'no text was kept.');
    hold(site === undefined || kept.pictures === 4, `4 pictures were expected, and ${kept.pictures} found.`);
    hold(site === undefined || kept.keptPictures === 4, `only ${kept.keptPictures} of 4 pictures were kept.`);
    return { page, facts: [`The popup says: ${words}`, tellKept(kept)] };
  });

  await makeStep('list', 'It goes on a new list', async () => {
    await putOnNewList(popup, LIST);
    const { lists } = await readKept(popup);
    hold(lists.includes(LIST), `the list “${LIST}” does not hold the article.`);
    return { page: popup, facts: [`List: ${lists.join(', ')}`] };
  });

  const again = await makeStep('note', 'A note is written, and the popup closed at once', async () => {
    await writeNote(popup, NOTE);
    hold(popupRequests.length === 0, `the popup asked the network for ${popupRequests.join(', ')}.`);
    await popup.close();
    const page = await chromium.clickToolbar(article);
    await waitForNote(page, NOTE);
    return { page, facts: [`At the next click the note is there: ${(await readKept(page)).note}`] };
  });

  await makeStep('offline', 'The network is switched off', async () => {
    await site?.close();
    await article.setOfflineMode(true);
    const isGone = await article.goto(url).then(
      () => false,
      () => true,
    );
    hold(isGone, 'the page still loads.');
    return { page: article, facts: ['The page itself no longer loads.'] };
  });

  await makeStep('reader', 'The article reads offline', async () => {
    const page = await readNow(again);
    const requests = await reloadOffline(page);
    const kept = await readKept(page);
    const screen = await waitFor('the text and its pictures', WAIT_MS, async () => {
      const seen = await readScreen(page);
      return seen.wordCount > 0 && seen.shownPictures >= Math.min(kept.keptPictures, seen.places) && seen;
    });
    hold(screen.title === kept.title, `the title shown is “${screen.title}”.`);
    hold(screen.wordCount >= kept.wordCount * LEAST_SHARE, `${screen.wordCount} of ${kept.wordCount} words are shown.`);
    hold(screen.note === NOTE, `the note beside the text says “${screen.note}”.`);
    hold(requests.length === 0, `the reader asked the network for ${requests.join(', ')}.`);
    const shown = `${countOf(screen.wordCount, 'word')}, ${countOf(screen.shownPictures, 'picture')}`;
    return { page, facts: [`Shown: ${shown}, and the note`, 'Requests made by the reader: 0'] };
  });

  await makeStep('library', 'The library shows it on its list', async () => {
    const page = await chromium.openExtensionPage('library.html');
    const requests = await reloadOffline(page);
    const titles = await openList(page, LIST);
    const { title } = await readKept(page);
    hold(titles.length === 1 && titles[0] === title, `the list holds ${titles.join(', ')}.`);
    hold(requests.length === 0, `the library asked the network for ${requests.join(', ')}.`);
    return { page, facts: [`${LIST}: ${titles.join(', ')}`, 'Requests made by the library: 0'] };
  });
}
