import { launchFirefox } from '../../tests/support/firefox.ts';
import { viewDocument } from '../../tests/support/firefox-document.ts';
import { examineText, type Findings, layTraps, plantHarm } from './examine-text.ts';
import { HOST, type HostileBrowser, inTime, LONGEST_WAIT, savedIdOf } from './hostile-browser.ts';
import { WORDS_BEFORE } from './hostile-site.ts';

/** The tabs, by their place: the reader's, which is the selected one, and the hostile page's. */
const [READER_TAB, HOSTILE_TAB] = ['gBrowser.tabs[0]', 'gBrowser.tabs[1]'];

/**
 * Firefox, in which every host leads to this machine. It has the optional permission for all sites, as after "Allow pictures":
 * the right of a click ends there with each page, and two clicks a second are more than its popup takes.
 */
export async function launchHostileFirefox(sitePort: number, extensionDir: string): Promise<HostileBrowser> {
  const firefox = await launchFirefox({ hosts: [HOST], isShut: true, extensionDir });
  const { executeChrome, extensionOrigin } = firefox;
  const reader = viewDocument(executeChrome, `${READER_TAB}.linkedBrowser`);
  const origin = `http://${HOST}:${sitePort}`;
  await firefox.navigate(`${extensionOrigin}/reader.html?article=none`);
  await executeChrome(BEGIN, extensionOrigin);

  const load = (tab: string, url: string): Promise<unknown> =>
    inTime(url, executeChrome(loadIn(tab), url, LONGEST_WAIT - 2000));

  const renew = (): Promise<unknown> => inTime('A new tab', executeChrome(NEW_HOSTILE_TAB));

  async function look(): Promise<Findings> {
    const found = await inTime('The examination', reader.evaluate(examineText, WORDS_BEFORE));
    const seen = (await inTime('The look', executeChrome(TAKE_SEEN, extensionOrigin))) as Omit<Findings, 'wordsBefore'>;
    return {
      ...found,
      ran: [...found.ran, ...seen.ran],
      requests: [...found.requests, ...seen.requests],
      escapes: [...found.escapes, ...seen.escapes],
    };
  }

  return {
    name: 'Firefox',

    async save(path) {
      const url = `${origin}${path}`;
      try {
        const tabId = await load(HOSTILE_TAB, url);
        const request = { kind: 'save-page', tab: { tabId, url, title: 'Trap' } };
        const answer = await inTime('The save', reader.evaluate(ask, request));
        const saved = savedIdOf(answer);
        if ('why' in saved) await renew();
        return saved;
      } catch (error) {
        await renew();
        return { why: String(error) };
      }
    },

    async examine(articleId) {
      await inTime('The look', executeChrome(TAKE_SEEN, extensionOrigin));
      await load(READER_TAB, `${extensionOrigin}/reader.html?article=${articleId}`);
      await reader.evaluate(layTraps);
      await reader.waitFor(
        (words) => document.querySelector('.article-body')?.textContent?.includes(words),
        WORDS_BEFORE,
      );
      return look();
    },

    async examinePlanted() {
      await reader.evaluate(plantHarm);
      return look();
    },

    close: () => firefox.close(),
  };
}

/** Serialised into a page of the extension. */
function ask(request: object): Promise<unknown> {
  const { browser } = window as unknown as { browser: { runtime: { sendMessage(message: object): Promise<unknown> } } };
  return browser.runtime.sendMessage(request);
}

const NEW_HOSTILE_TAB = `
  while (gBrowser.tabs.length > 1) gBrowser.removeTab(gBrowser.tabs[1], { skipPermitUnload: true, animate: false });
  gBrowser.addTrustedTab('about:blank', { inBackground: true });`;

const BEGIN = `
  const [origin] = arguments;
  const policy = WebExtensionPolicy.getByHostname(new URL(origin).hostname);
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
  await ExtensionPermissions.add(policy.id, { origins: ['*://*/*'], permissions: [], data_collection: [] }, policy.extension);
  ${NEW_HOSTILE_TAB}
  window.lecternRequests = [];
  window.lecternDialogs = [];
  Services.obs.addObserver((subject) => {
    const channel = subject.QueryInterface(Ci.nsIHttpChannel);
    const { loadingPrincipal, triggeringPrincipal, browsingContextID } = channel.loadInfo;
    const asks = [loadingPrincipal, triggeringPrincipal].some((principal) => principal?.originNoSuffix === origin);
    const background = policy.extension.backgroundContext?.xulBrowser?.browsingContext?.id;
    // The background keeps pictures, which is its task.
    if (asks && browsingContextID !== background) window.lecternRequests.push('asked for ' + channel.URI.spec.slice(0, 200));
  }, 'http-on-modify-request');
  for (const topic of ['common-dialog-loaded', 'tabmodal-dialog-loaded']) {
    Services.obs.addObserver(() => window.lecternDialogs.push('a dialog'), topic);
  }
  Services.console.reset();`;

/** What happened in the extension's pages since the last call, told by the browser and not by the page. */
const TAKE_SEEN = `
  const [origin] = arguments;
  const ran = window.lecternDialogs.splice(0);
  const requests = window.lecternRequests.splice(0);
  for (const message of Services.console.getMessageArray()) {
    if (!(message instanceof Ci.nsIScriptError) || !message.sourceName.startsWith(origin)) continue;
    if (!/^(?:CSP|Content-?Security)/i.test(message.category) && !/Content-Security-Policy/.test(message.errorMessage)) continue;
    const isScript = /script|eval|trusted/i.test(message.errorMessage);
    (isScript ? ran : requests).push('stopped: ' + message.errorMessage.slice(0, 200));
  }
  Services.console.reset();
  const escapes = gBrowser.tabs.length > 2 ? [gBrowser.tabs.length - 2 + ' windows'] : [];
  while (gBrowser.tabs.length > 2) gBrowser.removeTab(gBrowser.tabs[2], { skipPermitUnload: true, animate: false });
  return { ran, requests, escapes };`;

/** Loads an address in a tab until its document is ready, and gives the id that extensions know the tab by. */
const loadIn = (tab: string): string => `
  const [url, wait] = arguments;
  const tab = ${tab};
  const browser = tab.linkedBrowser;
  const { promise, resolve, reject } = Promise.withResolvers();
  const timer = setTimeout(() => reject(new Error('not loaded in ' + wait + ' ms: ' + url)), wait);
  const listener = {
    QueryInterface: ChromeUtils.generateQI(['nsIWebProgressListener', 'nsISupportsWeakReference']),
    onStateChange(progress, request, flags) {
      const isEnd = flags & Ci.nsIWebProgressListener.STATE_STOP && flags & Ci.nsIWebProgressListener.STATE_IS_NETWORK;
      if (progress.isTopLevel && isEnd && browser.currentURI.spec.split('#')[0] !== 'about:blank') resolve();
    },
  };
  browser.addProgressListener(listener, Ci.nsIWebProgress.NOTIFY_STATE_ALL);
  try {
    browser.fixupAndLoadURIString(url, { triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() });
    await promise;
  } finally {
    clearTimeout(timer);
    browser.removeProgressListener(listener);
  }
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  return ExtensionParent.apiManager.global.tabTracker.getId(tab);`;
