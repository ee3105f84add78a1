import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findFirefox } from '../../scripts/find-browsers.mjs';
import { type FirefoxDocument, POPUP, SELECTED_TAB, viewDocument } from './firefox-document.ts';
import { connectMarionette, type Marionette } from './marionette.ts';
import { waitFor } from './wait-for.ts';

export interface FirefoxOptions {
  /** Hosts of the demo site, without port. They lead to this machine; their addresses must carry the site's port. */
  readonly hosts: readonly string[];
  /** Every host leads to this machine, so that nothing a page asks for leaves it. */
  readonly isShut?: boolean;
  readonly headless?: boolean;
  /** The build to install; the Firefox build in `.output` if left out. */
  readonly extensionDir?: string;
}

/** A running Firefox with the extension installed. */
export interface Firefox {
  /** `moz-extension://…`, without a slash at the end. */
  readonly extensionOrigin: string;
  /** What stands in the selected tab. */
  readonly tab: FirefoxDocument;
  /** Loads an address in the selected tab, a page of the extension too. */
  navigate(url: string): Promise<void>;
  /** Opens an address in a new tab, and selects it. */
  open(url: string): Promise<void>;
  /** Closes the tab that `open` opened last, and selects the one before it. */
  closeTab(): Promise<void>;
  /** A real click on the toolbar button, with the real `activeTab` grant; gives the popup, a new one if one was open. */
  clickToolbar(): Promise<FirefoxDocument>;
  /** Closes the popup as a click beside it would. */
  closePopup(): Promise<void>;
  /** Waits for the browser's question for a permission, and answers it with its first button. */
  allowPermission(): Promise<void>;
  /** Stops the extension's background page as Firefox does when it is idle, */
  stopBackground(): Promise<void>;
  /** Starts the background page as an event for it would. */
  wakeBackground(): Promise<void>;
  /** Cuts the whole browser off the network, or connects it again. */
  setOffline(isOffline: boolean): Promise<void>;
  /** Begins to collect the addresses of http requests that the extension's pages and worker make; the function gives those so far. */
  watchRequests(): Promise<() => Promise<readonly string[]>>;
  /** Runs the body of an async function in the browser's own window; `args` are `arguments`. Gives what JSON can carry. */
  executeChrome(body: string, ...args: readonly unknown[]): Promise<unknown>;
  close(): Promise<void>;
}

const FIREFOX_BUILD = resolve(import.meta.dirname, '../../.output/firefox-mv3');
const WAIT_MS = 30_000;
/** A start that takes longer than this, in milliseconds, has stuck. */
const LONGEST_START = 90_000;

/** Starts Firefox with a profile of its own. */
export async function launchFirefox(options: FirefoxOptions): Promise<Firefox> {
  const executable = findFirefox();
  if (executable === undefined) throw new Error('No Firefox found; `npm test` installs one or says how.');
  const extensionDir = options.extensionDir ?? FIREFOX_BUILD;
  const addOnId = await readAddOnId(extensionDir);
  const uuid = randomUUID();
  const extensionOrigin = `moz-extension://${uuid}`;

  const profile = await mkdtemp(join(tmpdir(), 'lectern-firefox-'));
  await writePreferences(profile, {
    ...quietPreferences(options.hosts),
    ...extensionPreferences(addOnId, uuid),
    ...(options.isShut === true && { 'network.dns.forceResolve': '127.0.0.1' }),
  });
  const flags = ['--marionette', '-remote-allow-system-access', '--no-remote', '--profile', profile];
  const headless = (options.headless ?? true) ? ['--headless'] : [];
  const firefox = spawn(executable, [...flags, ...headless], { stdio: 'ignore' });
  // Killed, it closes the connection, which ends every wait on it.
  const tooLate = setTimeout(() => firefox.kill('SIGKILL'), LONGEST_START);
  const marionette = await beginSession(profile, firefox, extensionDir).catch((error) => {
    firefox.kill('SIGKILL');
    throw error;
  });
  clearTimeout(tooLate);

  const executeChrome = (body: string, ...args: readonly unknown[]): Promise<unknown> =>
    runInBrowserWindow(marionette, body, args);
  const navigate = async (url: string): Promise<void> => {
    await marionette.send('WebDriver:Navigate', { url });
  };

  return {
    extensionOrigin,
    executeChrome,
    navigate,
    tab: viewDocument(executeChrome, SELECTED_TAB),

    async open(url) {
      const { handle } = (await marionette.send('WebDriver:NewWindow', { type: 'tab', focus: true })) as NewWindow;
      await marionette.send('WebDriver:SwitchToWindow', { handle, focus: true });
      await navigate(url);
    },

    async closeTab() {
      const handles = (await marionette.send('WebDriver:CloseWindow')) as readonly string[];
      await marionette.send('WebDriver:SwitchToWindow', { handle: handles.at(-1), focus: true });
    },

    async clickToolbar() {
      // A click on the button of an open popup would only close it.
      await executeChrome(CLOSE_POPUP);
      await executeChrome(CLICK_TOOLBAR, addOnId);
      return viewDocument(executeChrome, POPUP);
    },

    async closePopup() {
      await executeChrome(CLOSE_POPUP);
    },

    async allowPermission() {
      await executeChrome(ALLOW_PERMISSION);
    },

    async stopBackground() {
      await executeChrome(
        'await WebExtensionPolicy.getByID(arguments[0]).extension.terminateBackground({ ignoreDevToolsAttached: true });',
        addOnId,
      );
    },

    async wakeBackground() {
      await executeChrome('await WebExtensionPolicy.getByID(arguments[0]).extension.wakeupBackground();', addOnId);
    },

    async setOffline(isOffline) {
      await executeChrome('Services.io.offline = arguments[0];', isOffline);
      // Connections kept alive from before would still serve their host.
      await executeChrome("Services.obs.notifyObservers(null, 'net:prune-all-connections');");
    },

    async watchRequests() {
      await executeChrome(WATCH_REQUESTS, extensionOrigin);
      return async () => (await executeChrome('return window.lecternRequests;')) as readonly string[];
    },

    async close() {
      const isRunning = firefox.exitCode === null && firefox.signalCode === null;
      const hasEnded = isRunning ? new Promise((resume) => firefox.once('exit', resume)) : undefined;
      // Killed, it closes the connection, which ends the wait for an answer too.
      const tooLong = setTimeout(() => firefox.kill('SIGKILL'), WAIT_MS);
      // Firefox closes the connection instead of answering.
      await marionette.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => undefined);
      marionette.close();
      await hasEnded;
      clearTimeout(tooLong);
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function beginSession(profile: string, firefox: ChildProcess, extensionDir: string): Promise<Marionette> {
  const marionette = await connectMarionette(await readPort(profile, firefox), WAIT_MS);
  await marionette.send('WebDriver:NewSession', { capabilities: { alwaysMatch: {} } });
  await marionette.send('Addon:Install', { path: extensionDir, temporary: true });
  return marionette;
}

interface NewWindow {
  readonly handle: string;
}

type Preferences = Readonly<Record<string, string | number | boolean>>;

const quietPreferences = (hosts: readonly string[]): Preferences => ({
  'marionette.port': 0,
  'network.dns.localDomains': hosts.join(','),
  'network.proxy.type': 0,
  // Or the demo site, being on this machine, would stay in reach.
  'network.disable-localhost-when-offline': true,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'app.update.disabledForTesting': true,
  'app.normandy.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'browser.newtabpage.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'datareporting.healthreport.uploadEnabled': false,
  'extensions.update.enabled': false,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.enabled': false,
});

const extensionPreferences = (addOnId: string, uuid: string): Preferences => ({
  'extensions.webextensions.uuids': JSON.stringify({ [addOnId]: uuid }),
});

function writePreferences(profile: string, preferences: Preferences): Promise<void> {
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  return writeFile(join(profile, 'user.js'), lines.join('\n'));
}

async function readAddOnId(extensionDir: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(extensionDir, 'manifest.json'), 'utf8')) as {
    readonly browser_specific_settings: { readonly gecko: { readonly id: string } };
  };
  return manifest.browser_specific_settings.gecko.id;
}

/** Firefox chooses a free port and writes it into its profile. */
function readPort(profile: string, firefox: ChildProcess): Promise<number> {
  return waitFor('the port of Firefox', WAIT_MS, async () => {
    if (firefox.exitCode !== null) throw new Error(`Firefox ended at once, with code ${firefox.exitCode}.`);
    const text = await readFile(join(profile, 'MarionetteActivePort'), 'utf8').catch(() => '');
    return Number(text) || undefined;
  });
}

async function runInBrowserWindow(marionette: Marionette, body: string, args: readonly unknown[]): Promise<unknown> {
  const script = `
    const done = arguments[arguments.length - 1];
    const work = async function () { ${body} };
    work.apply(null, [...arguments].slice(0, -1)).then(
      (value) => done(JSON.stringify({ value })),
      (error) => done(JSON.stringify({ error: String(error) })),
    );`;
  await marionette.send('Marionette:SetContext', { value: 'chrome' });
  try {
    const answer = (await marionette.send('WebDriver:ExecuteAsyncScript', { script, args })) as { value: string };
    const { value, error } = JSON.parse(answer.value) as { readonly value?: unknown; readonly error?: string };
    if (error !== undefined) throw new Error(error);
    return value;
  } finally {
    await marionette.send('Marionette:SetContext', { value: 'content' });
  }
}

// Firefox puts the button of a new add-on into the extensions panel; it is moved to the toolbar, as a reader would pin it.
const CLICK_TOOLBAR = `
  const [addOnId] = arguments;
  const { CustomizableUI } = ChromeUtils.importESModule('moz-src:///browser/components/customizableui/CustomizableUI.sys.mjs');
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { extension } = WebExtensionPolicy.getByID(addOnId);
  const { widget } = ExtensionParent.apiManager.global.browserActionFor(extension);
  CustomizableUI.addWidgetToArea(widget.id, CustomizableUI.AREA_NAVBAR);
  const { node } = widget.forWindow(window);
  (node.querySelector('.unified-extensions-item-action-button') ?? node).click();
  const end = Date.now() + ${WAIT_MS};
  while (Date.now() < end) {
    const popup = ${POPUP};
    if (popup && !popup.webProgress?.isLoadingDocument && popup.currentURI.spec.startsWith('moz-extension:')) return;
    await new Promise((resume) => setTimeout(resume, 20));
  }
  throw new Error('The click opened no popup.');`;

const CLOSE_POPUP = `
  const popup = ${POPUP};
  if (!popup) return;
  const panel = popup.closest('panel');
  const hidden = new Promise((resume) => panel.addEventListener('popuphidden', resume, { once: true }));
  panel.hidePopup();
  await hidden;`;

const ALLOW_PERMISSION = `
  const end = Date.now() + ${WAIT_MS};
  const findQuestion = () => document.querySelector('#addon-webext-permissions-notification');
  while (PopupNotifications.panel.state !== 'open' || !findQuestion()) {
    if (Date.now() > end) throw new Error('Firefox asked for no permission.');
    await new Promise((resume) => setTimeout(resume, 20));
  }
  findQuestion().button.click();`;

const WATCH_REQUESTS = `
  const [origin] = arguments;
  window.lecternRequests = [];
  Services.obs.addObserver((subject) => {
    const channel = subject.QueryInterface(Ci.nsIHttpChannel);
    const { loadingPrincipal, triggeringPrincipal } = channel.loadInfo;
    const asks = [loadingPrincipal, triggeringPrincipal].some((principal) => principal?.originNoSuffix === origin);
    if (asks) window.lecternRequests.push(channel.URI.spec);
  }, 'http-on-modify-request');`;
