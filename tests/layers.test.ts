import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** One row of the table in docs/architecture.md, as it is probed. */
interface Layer {
  readonly folder: string;
  readonly permitted: readonly string[];
  readonly forbidden: readonly string[];
  readonly globals: readonly string[];
}

const PAGE_GLOBALS = ['document', 'window', 'location', 'navigator', 'globalThis', 'self'];
const STORAGE_GLOBALS = ['localStorage', 'caches'];
const BROWSER_GLOBALS = ['browser', 'chrome'];
const REACHING_GLOBALS = [...PAGE_GLOBALS, ...STORAGE_GLOBALS, ...BROWSER_GLOBALS, 'fetch', 'XMLHttpRequest', 'crypto'];
const ALL_GLOBALS = [...REACHING_GLOBALS, 'indexedDB'];

const pure = (name: string, permitted: readonly string[] = []): Layer => ({
  folder: `lib/${name}`,
  permitted: ['../article/html.ts', ...permitted],
  forbidden: [
    '../store/x.ts',
    '../app/x.ts',
    '../platform/x.ts',
    '../../components/x.tsx',
    'dexie',
    'preact',
    'wxt/browser',
  ],
  globals: ALL_GLOBALS,
});

const LAYERS: readonly Layer[] = [
  {
    folder: 'lib/article',
    permitted: ['./ids.ts'],
    forbidden: ['../store/x.ts', '../safety/x.ts', 'dexie', 'preact'],
    globals: ALL_GLOBALS,
  },
  pure('capture', ['@mozilla/readability']),
  pure('safety', ['dompurify']),
  pure('search', ['@orama/stemmers/english', '@orama/stopwords/english']),
  pure('library'),
  pure('reader'),
  pure('transfer', ['../safety/x.ts']),
  pure('messages'),
  {
    folder: 'lib/store',
    permitted: ['../article/html.ts', '../search/fold-text.ts', 'dexie', '@preact/signals'],
    forbidden: ['../app/x.ts', '../platform/x.ts', '../safety/x.ts', 'preact', 'wxt/browser'],
    globals: REACHING_GLOBALS,
  },
  {
    folder: 'lib/platform',
    permitted: ['../article/html.ts', '../messages/x.ts', 'wxt/browser'],
    forbidden: ['../store/x.ts', '../app/x.ts', 'dexie', 'preact'],
    globals: ['indexedDB', 'localStorage', 'globalThis'],
  },
  {
    folder: 'lib/app',
    permitted: ['../article/html.ts', '../store/x.ts', '../platform/x.ts', '../safety/x.ts', '../capture/x.ts'],
    forbidden: ['../../components/x.tsx', 'dexie', 'preact', 'wxt/browser', 'dompurify'],
    globals: ALL_GLOBALS,
  },
  {
    folder: 'components/popup',
    permitted: [
      '../controls/Ring.tsx',
      '../../lib/article/list.ts',
      '../../lib/library/x.ts',
      '../../lib/reader/x.ts',
      'preact',
      'preact/hooks',
      '@preact/signals',
    ],
    forbidden: ['../../lib/store/x.ts', '../../lib/platform/x.ts', '../../lib/safety/x.ts', 'dexie', 'wxt/browser'],
    globals: ['fetch', 'XMLHttpRequest', 'indexedDB', 'localStorage', 'globalThis', ...BROWSER_GLOBALS],
  },
  {
    folder: 'entrypoints/popup',
    permitted: ['../../lib/store/x.ts', '../../components/popup/Popup.tsx', 'preact', 'wxt/browser'],
    forbidden: ['../../entrypoints/background.ts'],
    globals: [],
  },
];

const NESTED = [
  { path: 'lib/capture/rules/permitted.ts', code: "export { it } from '../../article/html.ts';\n" },
  { path: 'lib/capture/rules/permitted-own.ts', code: "export { it } from '../rule.ts';\n" },
  { path: 'lib/capture/rules/forbidden.ts', code: "export { it } from '../../store/x.ts';\n" },
] as const;

/** Single breaches of the other rules of the house, each with the rule that must name it. */
const BREACHES = [
  ['lib/app/cycle-one.ts', "export { two } from './cycle-two.ts';\n", 'noImportCycles'],
  ['lib/app/cycle-two.ts', "export { two } from './cycle-one.ts';\n", 'noImportCycles'],
  ['lib/app/default.ts', 'export default 1;\n', 'noDefaultExport'],
  ['lib/app/enum.ts', 'export enum Colour { Red }\n', 'noEnum'],
  ['lib/app/any.ts', 'export const id = (value: any) => value;\n', 'noExplicitAny'],
  ['lib/app/bang.ts', 'export const id = (value?: string) => value!;\n', 'noNonNullAssertion'],
  ['lib/app/extension.ts', "export { two } from './cycle-two';\n", 'useImportExtensions'],
  ['lib/app/loud.ts', "export const say = () => console.log('x');\n", 'noConsole'],
  ['lib/app/node.ts', "export { readFile } from 'node:fs/promises';\n", 'noNodejsModules'],
  ['lib/app/dev.ts', "export { it } from 'vitest';\n", 'noUndeclaredDependencies'],
  ['lib/app/support.ts', "export { it } from '../../tests/support/x.ts';\n", 'plugin'],
  ['lib/app/detour.ts', "export { it } from './../store/x.ts';\n", 'plugin'],
  ['lib/store/detour.ts', "export { it } from '../article/../app/x.ts';\n", 'plugin'],
  ['lib/app/writes-html.ts', "export const f = (node: Element) => {\n  node.innerHTML = '';\n};\n", 'plugin'],
  [
    'components/popup/writes-html.ts',
    "export const f = (node: Element) => node.insertAdjacentHTML('afterend', '');\n",
    'plugin',
  ],
  [
    'components/popup/Html.tsx',
    "export const Html = () => <p dangerouslySetInnerHTML={{ __html: '' }} />;\n",
    'noDangerouslySetInnerHtml',
  ],
  [
    'components/popup/use-case.ts',
    "export { type A } from '../../lib/app/x.ts';\nimport { f } from '../../lib/app/x.ts';\nf();\n",
    'plugin',
  ],
  [
    'components/popup/stale.ts',
    "import { useEffect } from 'preact/hooks';\nexport const useIt = (say: () => void) => useEffect(() => say(), []);\n",
    'useExhaustiveDependencies',
  ],
] as const;

const CLEAN = [
  ['lib/app/reads-html.ts', 'export const f = (node: Element) => node.innerHTML;\n'],
  ['lib/safety/writes-html.ts', "export const f = (node: Element) => {\n  node.innerHTML = '';\n};\n"],
  ['components/popup/type-of-app.ts', "import type { A } from '../../lib/app/x.ts';\nexport type B = A;\n"],
  ['lib/article/ids.ts', 'export const id = () => crypto.randomUUID();\n'],
  [
    'lib/app/x.test.ts',
    "import { it } from 'vitest';\nimport { anArticle } from '../../tests/support/x.ts';\nit(anArticle(document));\n",
  ],
] as const;

const root = resolve(import.meta.dirname, '..');
const slug = (text: string): string => text.replaceAll(/[^a-zA-Z]+/g, '-');
const importFile = (layer: Layer, source: string): string => `${layer.folder}/imports${slug(source)}.ts`;
const globalFile = (layer: Layer, name: string): string => `${layer.folder}/global-${name}.ts`;

/** Every breach is planted in one copy and linted in one run, with the real configuration. */
describe('layer check', () => {
  let copy = '';
  let found: ReadonlyMap<string, ReadonlySet<string>> = new Map();
  const rulesBrokenBy = (path: string): readonly string[] => [...(found.get(path) ?? [])];

  beforeAll(async () => {
    copy = await mkdtemp(join(tmpdir(), 'lectern-layers-'));
    for (const path of ['biome.json', 'package.json', '.gitignore', 'scripts/lint']) {
      await cp(join(root, path), join(copy, path), { recursive: true });
    }
    for (const [path, code] of plantedFiles()) {
      await mkdir(dirname(join(copy, path)), { recursive: true });
      await writeFile(join(copy, path), code);
    }
    found = await lint(copy);
  }, 60_000);

  afterAll(() => rm(copy, { recursive: true, force: true }));

  for (const layer of LAYERS) {
    describe(layer.folder, () => {
      it.each(layer.permitted)('may import %s', (source) => {
        expect(rulesBrokenBy(importFile(layer, source))).toEqual([]);
      });
      it.each(layer.forbidden)('may not import %s', (source) => {
        expect(rulesBrokenBy(importFile(layer, source))).toContain('noRestrictedImports');
      });
      if (layer.globals.length > 0) {
        it.each(layer.globals)('may not touch %s', (name) => {
          expect(rulesBrokenBy(globalFile(layer, name))).toContain('noRestrictedGlobals');
        });
      }
    });
  }

  it('holds in folders inside a layer', () => {
    expect(NESTED.map(({ path }) => rulesBrokenBy(path))).toEqual([[], [], ['noRestrictedImports']]);
  });

  it.each(BREACHES)('catches %s', (path, _code, rule) => {
    expect(rulesBrokenBy(path)).toContain(rule);
  });

  it.each(CLEAN)('lets %s pass', (path) => {
    expect(rulesBrokenBy(path)).toEqual([]);
  });

  it('probes every folder of lib', async () => {
    const folders = await readdir(join(root, 'lib'));
    expect(LAYERS.map(({ folder }) => folder)).toEqual(expect.arrayContaining(folders.map((name) => `lib/${name}`)));
  });
});

function* plantedFiles(): Generator<readonly [string, string]> {
  for (const layer of LAYERS) {
    for (const source of [...layer.permitted, ...layer.forbidden]) {
      yield [importFile(layer, source), `export { it } from '${source}';\n`];
    }
    for (const name of layer.globals) yield [globalFile(layer, name), `export const reach = () => ${name};\n`];
  }
  for (const { path, code } of NESTED) yield [path, code];
  for (const [path, code] of BREACHES) yield [path, code];
  for (const [path, code] of CLEAN) yield [path, code];
}

/** The names of the rules each file breaks; the rules of our own plugins go by `plugin`. */
async function lint(folder: string): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const args = [biome, 'lint', '--reporter=github', '--max-diagnostics=none', '.'];
  // Biome exits 1 when it finds something, as it does here.
  const run = promisify(execFile)(process.execPath, args, { cwd: folder, maxBuffer: 16e6 });
  const output = await run.catch((failure: { stdout: string }) => failure);
  const rules = new Map<string, Set<string>>();
  for (const [, title, file] of output.stdout.matchAll(/^::error title=([^,]+),file=([^,]+)/gm)) {
    const path = String(file).slice(String(file).indexOf(folder) + folder.length + 1);
    const name = String(title).split('/').at(-1) ?? '';
    rules.set(path, (rules.get(path) ?? new Set()).add(name));
  }
  return rules;
}
