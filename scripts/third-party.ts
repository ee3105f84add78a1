import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package of which something ships in the extension. */
export interface Shipped {
  readonly name: string;
  readonly version: string;
  /** SPDX, as its package.json says. */
  readonly licence: string;
  readonly homepage: string;
  /** The licence's own file, for the notice it asks to keep. */
  readonly notice: string;
}

/** Ships though it is no dependency at run time: the build copies it. */
const COPIED_BY_THE_BUILD = [
  '@fontsource-variable/atkinson-hyperlegible-next',
  '@fontsource-variable/inter',
  '@fontsource-variable/literata',
];

interface LockedPackage {
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** Everything the lockfile says is needed at run time, also what those packages need themselves, by name. */
export function readShipped(root: string): readonly Shipped[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, LockedPackage>>;
  };
  const found = new Map<string, Shipped>();
  const visit = (name: string, from: string): void => {
    const path = pathOf(name, from, packages);
    if (path === undefined || found.has(path)) return;
    found.set(path, describe(root, path, name));
    for (const needed of Object.keys(packages[path]?.dependencies ?? {})) visit(needed, path);
  };
  for (const name of [...Object.keys(packages['']?.dependencies ?? {}), ...COPIED_BY_THE_BUILD]) visit(name, '');
  return [...found.values()].toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

/** As Node looks for it: beside the package that needs it, then further up. */
function pathOf(name: string, from: string, packages: Readonly<Record<string, LockedPackage>>): string | undefined {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules') - 1))) {
    const path = `${at === '' ? '' : `${at}/`}node_modules/${name}`;
    if (packages[path] !== undefined) return path;
    if (at === '') return undefined;
  }
}

function describe(root: string, path: string, name: string): Shipped {
  const folder = join(root, path);
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly version: string;
    readonly license?: string;
    readonly homepage?: string;
    readonly repository?: string | { readonly url?: string };
  };
  const repository = typeof about.repository === 'string' ? about.repository : (about.repository?.url ?? '');
  const file = existsSync(folder)
    ? readdirSync(folder).find((each) => /^licen[cs]e(?:\.\w+)?$/i.test(each))
    : undefined;
  return {
    name,
    version: about.version,
    licence: about.license ?? 'not stated',
    homepage: (about.homepage ?? repository)
      .replace(/^git\+/, '')
      .replace(/\.git$/, '')
      .replace(/#readme$/, ''),
    notice: file === undefined ? '' : copyrightOf(readFileSync(join(folder, file), 'utf8')),
  };
}

/** The first line that names who holds the rights. */
function copyrightOf(text: string): string {
  const line = text.split('\n').find((each) => /^\W*copyright\b.*\d{4}|^\W*copyright \(c\)/i.test(each)) ?? '';
  return line.replace(/[|*]/g, '').trim();
}

/** Licences that let their works be shipped with one under MIT, if their notices go with them. */
const ACCEPTED: ReadonlySet<string> = new Set([
  'MIT',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'OFL-1.1',
  '0BSD',
  'CC0-1.0',
  '(MPL-2.0 OR Apache-2.0)',
]);

/** Packages whose licence nobody accepted. */
export const unaccepted = (shipped: readonly Shipped[]): readonly Shipped[] =>
  shipped.filter(({ licence }) => !ACCEPTED.has(licence));

/** `docs/third-party.md`, whole. */
export function writeThirdParty(shipped: readonly Shipped[]): string {
  const rows = shipped.map(
    ({ name, version, licence, homepage, notice }) =>
      `| [${name}](${homepage}) | ${version} | ${licence.replace(/^\((.*)\)$/, '$1')} | ${notice} |`,
  );
  return `# What others made

Everything in the built extension that we did not write, with the licence it comes under. \`npm run third-party\` writes this page from
the lockfile and the packages' own files; a test compares the two, and fails for a licence that nobody looked at.

| package | version | licence | notice |
|---|---|---|---|
${rows.join('\n')}
`;
}
