import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { openBackups } from './backups.ts';

describe('what is known of backups', () => {
  it('is kept beside the library, each kind by itself', async () => {
    const backups = openBackups('some-backups');
    expect(await backups.readFacts()).toEqual({});
    await Promise.all([
      backups.changeFacts((facts) => ({ ...facts, place: 'folder' })),
      backups.changeFacts((facts) => ({ ...facts, lastAt: 5 })),
    ]);
    expect(await backups.readFacts()).toEqual({ place: 'folder', lastAt: 5 });
    expect(await backups.readFolder()).toBeUndefined();
    await backups.keepFolder({ name: 'Vaults' });
    expect(await backups.readFolder()).toEqual({ name: 'Vaults' });
    await backups.forgetFolder();
    expect(await backups.readFolder()).toBeUndefined();
    expect(await backups.readChecksums()).toBeUndefined();
    await backups.keepChecksums(new Blob(['sums']));
    expect(await (await backups.readChecksums())?.text()).toBe('sums');
    expect(await backups.readFacts()).toEqual({ place: 'folder', lastAt: 5 });
  });
});
