import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { completeLockfile, findMissingPackages, type Lockfile } from './lockfile.ts';

const lockfile: Lockfile = {
  packages: {
    'node_modules/tool': {
      version: '1.0.0',
      license: 'MIT',
      optionalDependencies: {
        '@tool/cli-linux-x64': '1.0.0',
        '@tool/cli-linux-arm-musleabihf': '1.0.0',
        '@tool/cli-darwin-arm64': '1.0.0',
      },
    },
    'node_modules/@tool/cli-linux-x64': { version: '1.0.0' },
  },
};

describe('the lockfile', () => {
  it('names the packages of every platform, or `npm ci` refuses it (remedy: node scripts/complete-lockfile.ts)', async () => {
    const ours = JSON.parse(await readFile(join(import.meta.dirname, '../package-lock.json'), 'utf8')) as Lockfile;
    expect(findMissingPackages(ours)).toEqual([]);
  });

  it('is completed with what is missing', () => {
    const { packages } = completeLockfile(lockfile);
    expect(findMissingPackages(lockfile)).toHaveLength(2);
    expect(findMissingPackages({ packages })).toEqual([]);
    const dev = { version: '1.0.0', dev: true, license: 'MIT', optional: true };
    expect(packages['node_modules/@tool/cli-linux-arm-musleabihf']).toEqual({
      ...dev,
      os: ['linux'],
      cpu: ['arm'],
      libc: ['musl'],
    });
    expect(packages['node_modules/@tool/cli-darwin-arm64']).toEqual({ ...dev, os: ['darwin'], cpu: ['arm64'] });
  });
});
