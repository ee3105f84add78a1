import type { Findings } from './examine-text.ts';
import type { HostileBrowser } from './hostile-browser.ts';
import type { HostileSite } from './hostile-site.ts';
import type { Snippet } from './read-snippets.ts';

/** What became of all snippets. */
export interface Tally {
  readonly name: string;
  examined: number;
  /** Snippets of which the page made nothing that could be kept, even with its scripts off. */
  notKept: number;
  /** Snippets that could not be looked at, twice. They are no success. */
  failed: number;
  ran: number;
  requests: number;
  escapes: number;
}

const SAMPLE: Snippet = { id: 'sample', html: '<p>Nothing of note. <img src="/a.png" alt="A picture"></p>' };

/** Snippets that share a page, as long as none of them does anything. */
const TOGETHER = 8;

/**
 * Keeps and reads each snippet in a browser, and starts it anew where one brought it down. Snippets share a page at first. If
 * anything is found there, or anything is missing, each of them is tried on a page of its own.
 */
export async function runSnippets(
  launch: () => Promise<HostileBrowser>,
  site: HostileSite,
  snippets: readonly Snippet[],
  print: (line: string) => void,
): Promise<Tally> {
  let browser = await launchProven(launch, site);
  const tally: Tally = { name: browser.name, examined: 0, notKept: 0, failed: 0, ran: 0, requests: 0, escapes: 0 };

  const relaunch = async (): Promise<void> => {
    await browser.close().catch(() => undefined);
    // A busy machine may fail to start a browser once.
    browser = await launchProven(launch, site).catch(() => launchProven(launch, site));
  };

  async function isQuietTogether(batch: readonly Snippet[]): Promise<boolean> {
    try {
      const saved = await browser.save(site.show(batch, true));
      if ('why' in saved) return false;
      const found = await browser.examine(saved.articleId);
      const isQuiet = found.ran.length + found.requests.length + found.escapes.length === 0;
      return isQuiet && found.wordsBefore === batch.length + 1;
    } catch {
      await relaunch();
      return false;
    }
  }

  async function tryAlone(snippet: Snippet): Promise<void> {
    const found = await runOne(browser, site, snippet).catch(async (first) => {
      await relaunch();
      return runOne(browser, site, snippet).catch((second) => new Error(`not examined: ${first}; then ${second}`));
    });
    if (found instanceof Error) {
      tally.failed += 1;
      print(`${browser.name}: ${snippet.id} ${found.message}`);
    } else if ('why' in found) {
      tally.notKept += 1;
      print(`${browser.name}: ${snippet.id} made nothing that could be kept: ${found.why}`);
    } else {
      tally.examined += 1;
      for (const kind of ['ran', 'requests', 'escapes'] as const) {
        if (found[kind].length > 0) tally[kind] += 1;
        for (const line of found[kind].slice(0, 3)) print(`${browser.name}: ${snippet.id} ${kind}: ${line}`);
      }
    }
  }

  try {
    let alone = 0;
    for (let index = 0; index < snippets.length; index += TOGETHER) {
      const batch = snippets.slice(index, index + TOGETHER);
      if (await isQuietTogether(batch)) tally.examined += batch.length;
      else {
        alone += batch.length;
        for (const snippet of batch) await tryAlone(snippet);
      }
      if (index > 0 && index % (TOGETHER * 40) === 0) print(`${browser.name}: ${index} of ${snippets.length}`);
    }
    print(`${browser.name}: ${alone} of ${snippets.length} were tried on a page of their own`);
  } finally {
    await browser.close().catch(() => undefined);
  }
  return tally;
}

async function runOne(
  browser: HostileBrowser,
  site: HostileSite,
  snippet: Snippet,
): Promise<Findings | { readonly why: string }> {
  const saved = await browser.save(site.show([snippet], true));
  // A page whose scripts led it elsewhere, or hang: what it holds is tried all the same.
  const kept = 'why' in saved ? await browser.save(site.show([snippet], false)) : saved;
  return 'why' in kept ? kept : browser.examine(kept.articleId);
}

/** A browser in which planted harm was noticed. @throws Error if an examination is blind, or finds harm where there is none. */
async function launchProven(launch: () => Promise<HostileBrowser>, site: HostileSite): Promise<HostileBrowser> {
  const browser = await launch();
  try {
    const found = await runOne(browser, site, SAMPLE);
    if ('why' in found) throw new Error(`A harmless page was not kept: ${found.why}`);
    const lines = [...found.ran, ...found.requests, ...found.escapes];
    if (lines.length > 0) throw new Error(`Harm was found where there is none: ${lines.join('; ')}`);
    const planted = await browser.examinePlanted();
    const blind = (['ran', 'requests', 'escapes'] as const).filter((kind) => planted[kind].length === 0);
    if (blind.length > 0) throw new Error(`Planted harm was not noticed: ${blind.join(', ')}`);
    return browser;
  } catch (error) {
    await browser.close().catch(() => undefined);
    throw error;
  }
}
