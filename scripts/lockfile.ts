/** What this project reads of package-lock.json. */
export interface Lockfile {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

/** A package for another platform that the lockfile ought to name, and does not. */
export interface MissingPackage {
  readonly owner: string;
  readonly name: string;
  readonly version: string;
}

/**
 * npm leaves packages for other platforms out when the registry at hand does not serve them, and `npm ci` then refuses the
 * lockfile: "Missing: … from lock file" (npm/cli issue 4828).
 */
export function findMissingPackages({ packages }: Lockfile): readonly MissingPackage[] {
  return Object.entries(packages).flatMap(([owner, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(
        ([name]) =>
          packages[`node_modules/${name}`] === undefined && packages[`${owner}/node_modules/${name}`] === undefined,
      )
      .map(([name, version]) => ({ owner, name, version })),
  );
}

/** The lockfile with the missing packages named, so that every platform skips or installs them. */
export function completeLockfile(lockfile: Lockfile): Lockfile {
  const added = findMissingPackages(lockfile).map(({ owner, name, version }) => {
    const { license } = lockfile.packages[owner] ?? {};
    return [`node_modules/${name}`, { version, dev: true, license, optional: true, ...platformOf(name) }] as const;
  });
  const entries = [...Object.entries(lockfile.packages), ...added];
  return { ...lockfile, packages: Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1))) };
}

/** Reads `@scope/binding-linux-arm-musleabihf` as npm's fields. @throws if the name is no platform's. */
function platformOf(name: string): Readonly<Record<string, readonly string[]>> {
  const match = name.match(/(android|darwin|freebsd|linux|openharmony|win32)-([a-z0-9]+)(?:-(gnu|musl|msvc|eabi))?/);
  const [, os, cpu, abi] = match ?? [];
  if (os === undefined || cpu === undefined)
    throw new Error(`${name} is missing from the lockfile, and names no platform.`);
  const libc = os === 'linux' ? { libc: [abi === 'musl' ? 'musl' : 'glibc'] } : {};
  return { os: [os], cpu: [cpu], ...libc };
}
