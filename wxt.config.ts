import type { Plugin, ResolveModulePreloadDependenciesFn } from 'vite';
import { defineConfig, type UserManifest } from 'wxt';
import { EXTENSION_CSP, PAGE_CSP } from './lib/safety/page-policy.ts';

const ICON_SIZES = [16, 32, 48, 96, 128] as const;
const icons = Object.fromEntries(ICON_SIZES.map((size) => [size, `icon/${size}.png`]));

// 140 brought the CSS Custom Highlight API; 142 is the first, on Android too, that knows data_collection_permissions, and the
// store's linter asks for it.
const gecko = {
  id: 'lectern@lectern.example',
  strict_min_version: '142.0',
  data_collection_permissions: { required: ['none'] },
};

function manifestFor(browser: string): UserManifest {
  return {
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    icons,
    // None of these raises a warning at installation; tests/manifest.test.ts holds the reviewed list.
    permissions: [
      ...['activeTab', 'scripting', 'storage', 'unlimitedStorage', 'contextMenus', 'alarms'],
      // Chromium's worker has no document to read a fetched page in; Firefox's background page is one.
      ...(browser === 'firefox' ? [] : ['offscreen']),
    ],
    // To throw away a database that can't be opened any more; asked for in that click alone, and given back.
    optional_permissions: ['browsingData'],
    optional_host_permissions: ['*://*/*'],
    // Firefox opens no folder to an extension: there automatic vaults are downloads.
    ...(browser === 'firefox' && { optional_permissions: ['downloads'] }),
    action: { default_popup: 'popup.html', default_icon: icons },
    omnibox: { keyword: 'lec' },
    commands: { _execute_action: { suggested_key: { default: 'Alt+Shift+S' } } },
    content_security_policy: { extension_pages: EXTENSION_CSP },
    // The first Chrome that reads a response body by `for await`; all else that is used came before it.
    ...(browser === 'firefox' ? { browser_specific_settings: { gecko } } : { minimum_chrome_version: '124' }),
  };
}

/** Puts the page policy first into the head of each page, so that it holds for everything after it. */
function pagePolicy(): Plugin {
  return {
    name: 'lectern-page-policy',
    // The development server of WXT needs its web socket, which the policy forbids.
    apply: 'build',
    transformIndexHtml: () => [
      { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: PAGE_CSP }, injectTo: 'head-prepend' },
    ],
  };
}

/** What pages say to those who build them, a browser need not load. */
function noComments(): Plugin {
  return {
    name: 'lectern-no-comments',
    apply: 'build',
    transformIndexHtml: { order: 'post', handler: (html) => html.replaceAll(/\s*<!--.*?-->/gs, '') },
  };
}

/** The type that most texts are set in: asked for with the styles, it is there before the text, which is laid out once. */
function preloadType(): Plugin {
  return {
    name: 'lectern-preload-type',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { path, bundle }) => {
        if (!path.includes('reader')) return [];
        const font = Object.keys(bundle ?? {}).find((name) => /literata-latin-opsz-normal/.test(name));
        if (font === undefined) throw new Error('The reader’s type is not in the build.');
        const attrs = { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${font}`, crossorigin: true };
        return [{ tag: 'link', attrs, injectTo: 'head' }];
      },
    },
  };
}

/** What every page loads first: libraries, the database, settings. */
const BASE = new RegExp(
  [
    'node_modules/(?:preact|@preact|dexie)/',
    'vite/preload-helper',
    'lib/article/(?:settings|normalise-url|parse-url|ids|reading-time)\\.ts',
    'lib/(?:app/nested-lists|library/(?:row-facts|nest-lists))\\.ts',
    'lib/platform/(?:settings|permissions|messages|own-pages)\\.ts',
    'lib/store/(?:database|migrations|live|drafts|lists|read-shelf|brief-rows)\\.ts',
    'components/controls/(?:use-live|after-paint|ProgressRing|Facts|settings-access|keys)\\.tsx?',
    // First of the styles, as others change what it says.
    'components/controls/(?:tokens|base)\\.css',
    // Empty, and otherwise a file of its own.
    'virtual:wxt-html-plugins',
  ].join('|'),
);

/** What the pages in tabs load besides: small files that each would be a request of its own. */
const TABS = new RegExp(
  [
    'lib/app/(?:library|defer-actions|read-marks)\\.ts',
    'lib/store/(?:handed-over|other-versions|read-highlights|tag-drafts)\\.ts',
    'lib/safety/trusted-types\\.ts',
    'lib/article/(?:article-gone|note-text|reading|shown-dates)\\.ts',
    'lib/library/(?:list-icon|rank)\\.ts',
    'components/controls/(?:(?:UndoBar|Icon)\\.tsx|(?:undo-history|alarm-bar)\\.ts)',
  ].join('|'),
);

/** What changes the library, which every page can, and the index with it: some twenty files that would each be asked for. */
const WRITES = new RegExp(
  [
    'lib/app/(?:actions|organise|tag-from-note|take-way|triage|undo)\\.ts',
    'lib/article/merge-texts\\.ts',
    'lib/search/(?:bytes|gaps|html-text|index-part|language-numbers|merge-segments|parse-dates|prefix-sets|read-block|snapshot|squeeze-length|tokens)\\.ts',
    'lib/store/(?:change-lists|change-many|index-columns|index-many|index-numbers|index-root|index-writes|join-articles)\\.ts',
    'lib/store/(?:list-entries|list-notes|notes|readings|rows-of|shown|tags|tend-index|versions|write-segment)\\.ts',
  ].join('|'),
);

/** What a search needs from its first word to its rows. */
const SEARCH =
  /lib\/(?:app|search|store)\/(?:search|parse-query|run-query|matches|match-\w+|find-terms|near-terms|languages|index-session|segment-view)\.ts|@orama\/stemmers\/[^/]+\/english/;

/** Puts what every page loads first into one chunk: several compress worse, by 0.5 KB in the popup. */
function oneBase(): Plugin {
  return {
    name: 'lectern-one-base',
    // Worker and capture script are one file each.
    outputOptions: (options) =>
      options.format === 'iife' || options.codeSplitting === false
        ? undefined
        : {
            ...options,
            codeSplitting: {
              groups: [
                { name: 'base', test: BASE },
                { name: 'tabs', test: TABS },
                { name: 'writes', test: WRITES },
                { name: 'search', test: SEARCH },
              ],
            },
          },
  };
}

/** What Turndown 7 asks as it is loaded, and what comes of it in any browser that Lectern runs in. */
const PARSER_TEST = 'canParseHTMLNatively() ? root.DOMParser : createHTMLParser()';

/**
 * Turndown tries out DOMParser, which Trusted Types refuse: an error on the console of each page that may write Markdown, and a
 * parser by `document.write` instead. Lectern hands it nodes, so it needs neither.
 */
function noParserTest(): Plugin {
  return {
    name: 'lectern-no-parser-test',
    transform: {
      filter: { id: /turndown\.browser\.es\.js$/ },
      handler(code) {
        if (!code.includes(PARSER_TEST))
          throw new Error('Turndown has changed: see whether it still tries out DOMParser.');
        return { code: code.replace(PARSER_TEST, 'root.DOMParser'), map: null };
      },
    },
  };
}

/** Files that run once in each document, and nearly all of them: the capture script, the popup to its first rows, the search. */
const AT_ONCE = /^(?:capture|chunks\/(?:base|popup|search)-[\w-]+)\.js$/;

/**
 * Lets the browser compile all of a file at its start. Function by function, as each is first called, took a fifth of the time that
 * a capture takes, and a tenth of that of a search in a new document (V8's explicit compile hints, Chromium 136; to others it is a comment).
 */
function compileAtOnce(): Plugin {
  return {
    name: 'lectern-compile-at-once',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler: (_options, bundle) => {
        for (const file of Object.values(bundle)) {
          if (file.type === 'chunk' && AT_ONCE.test(file.fileName))
            file.code = `//# allFunctionsCalledOnLoad\n${file.code}`;
        }
      },
    },
  };
}

/**
 * What a page asks for ahead of an import: of one that comes later, only its styles. To ask for its scripts one by one held up the
 * popup for longer than they take to be found (25 ms against 22, Chromium 156, November 2026).
 */
const preloads: ResolveModulePreloadDependenciesFn = (_url, files, { hostType }) =>
  hostType === 'js' ? files.filter((file) => file.endsWith('.css')) : files;

export default defineConfig({
  imports: false,
  hooks: {
    // WXT 0.21.4 still looks for names to import by itself: a parameter called `storage` drew in 7 KB of its storage module.
    // Documents beside Chromium's worker. They stand here as they are, because what they share with pages would be cut out of those.
    'build:publicAssets': ({ config }, files) => {
      if (config.browser !== 'firefox') return;
      const shown = files.filter(({ relativeDest }) => !relativeDest.endsWith('.html'));
      files.splice(0, files.length, ...shown);
    },
    'config:resolved': ({ config }) => {
      config.imports.imports = [];
      config.imports.presets = [];
    },
  },
  outDir: '.output',
  manifestVersion: 3,
  manifest: ({ browser }) => manifestFor(browser),
  vite: () => ({
    // Dexie's main entry is its ES5 build behind a CommonJS wrapper; its modern build is 1.3 KB smaller in the popup.
    resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.min.mjs' }] },
    plugins: [pagePolicy(), noComments(), noParserTest(), preloadType(), oneBase(), compileAtOnce()],
    // A font put into the CSS as data: would be stopped by the page policy.
    build: {
      modulePreload: { polyfill: false, resolveDependencies: preloads },
      sourcemap: false,
      assetsInlineLimit: 0,
    },
  }),
});
