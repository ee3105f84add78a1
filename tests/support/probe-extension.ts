import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MANIFEST = {
  manifest_version: 3,
  name: 'Probe',
  version: '1',
  permissions: ['activeTab', 'scripting'],
  // Firefox's own default would turn http into https.
  content_security_policy: { extension_pages: "script-src 'self'" },
  action: { default_popup: 'popup.html' },
  browser_specific_settings: { gecko: { id: 'probe@lectern.example' } },
};

const BACKGROUND = `
const bornAs = Math.random();
chrome.runtime.onMessage.addListener((message, sender, reply) => reply(bornAs));`;

const POPUP_HTML = `<!doctype html><meta charset="utf-8"><title>Probe</title>
<p id="result"></p><input id="field"><button id="fetch">Fetch</button><script src="popup.js"></script>`;

const POPUP_SCRIPT = `
const result = document.querySelector('#result');
const read = async () => {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  const [{ result: title }] = await chrome.scripting.executeScript({ target: { tabId: tab.id }, func: () => document.title });
  return title;
};
read().then((title) => { result.textContent = title; }, (error) => { result.textContent = String(error); });
document.querySelector('#field').addEventListener('keydown', (event) => { event.target.dataset.trusted = event.isTrusted; });
document.querySelector('#fetch').addEventListener('click', () => { fetch('http://' + document.querySelector('#field').value).catch(() => {}); });`;

/** Writes a small extension that reads the title of the tab it is clicked on, to prove the browser support itself. Gives its folder. */
export async function writeProbeExtension(
  browser: 'chromium' | 'firefox',
  morePermissions: readonly string[] = [],
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-probe-'));
  const background = browser === 'chromium' ? { service_worker: 'background.js' } : { scripts: ['background.js'] };
  const permissions = [...MANIFEST.permissions, ...morePermissions];
  await writeFile(join(folder, 'manifest.json'), JSON.stringify({ ...MANIFEST, permissions, background }));
  await writeFile(join(folder, 'background.js'), BACKGROUND);
  await writeFile(join(folder, 'popup.html'), POPUP_HTML);
  await writeFile(join(folder, 'popup.js'), POPUP_SCRIPT);
  return folder;
}
