import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { RULES } from '../lib/capture/rules/index.ts';
import { captureDemoPage, NEEDS_BROWSER } from '../tests/site/capture-demo-page.ts';
import { PAGES } from '../tests/site/pages.ts';
import { applyRules, plainHtml } from '../tests/support/rule-fixtures.ts';

// `npm run fixtures:accept` writes what the cleaning rules make today into their `.after.html`; the diff is read in review.
// The demo site's expected files say what a careful reader would keep. They were written by hand, and are touched with
// `-- --site` only.

const root = join(import.meta.dirname, '..');
const RULE_FOLDER = 'lib/capture/rules';
const SITE_FOLDER = 'tests/site/expected';

const { document } = new JSDOM('').window;
acceptRules();
if (process.argv.includes('--site')) await acceptSite();
console.log(
  run('git', ['status', '--short', '--', RULE_FOLDER, SITE_FOLDER]) || 'Nothing differs from what is committed.',
);
console.log(run('git', ['diff', '--stat', '--', RULE_FOLDER, SITE_FOLDER]));

function acceptRules(): void {
  for (const rule of RULES) {
    const before = readFileSync(join(root, RULE_FOLDER, `${rule.id}.before.html`), 'utf8');
    const path = join(root, RULE_FOLDER, `${rule.id}.after.html`);
    const after = applyRules(document, before, [rule]);
    // A file that differs in white space alone says the same, and stays as its author laid it out.
    const isSame = existsSync(path) && plain(readFileSync(path, 'utf8')) === plain(after);
    if (!isSame) writeFileSync(path, `${after.replace(/[ \t]*\n\s*\n/g, '\n').trim()}\n`);
  }
}

async function acceptSite(): Promise<void> {
  for (const page of PAGES) {
    const captured = NEEDS_BROWSER.includes(page.slug) ? undefined : await captureDemoPage(page);
    if (captured?.status !== 'captured') {
      console.log(`${page.slug}: ${captured === undefined ? 'needs a browser' : 'gives no article'}, left as it is`);
      continue;
    }
    const { status, text, record } = captured;
    writeFileSync(join(root, SITE_FOLDER, `${page.slug}.txt`), `${text}\n`);
    writeFileSync(join(root, SITE_FOLDER, `${page.slug}.json`), JSON.stringify({ status, ...record }, null, 2));
  }
  run('biome', ['format', '--write', SITE_FOLDER]);
}

function plain(html: string): string {
  return plainHtml(document, html);
}

function run(command: string, args: readonly string[]): string {
  const { stdout } = spawnSync(command, args, { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' });
  return stdout;
}
