// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/article/settings.ts';
import { openSettings } from './settings-access.ts';

/** Storage that answers a little later, and tells each page of each write, as `storage.local` does. */
function aStorage() {
  let stored: Settings = DEFAULT_SETTINGS;
  const handles: ((settings: Settings) => void)[] = [];
  const soon = () => new Promise((go) => setTimeout(go, 1));
  const readSettings = async () => {
    await soon();
    return stored;
  };
  return {
    stored: () => stored,
    readSettings,
    async changeSettings(change: Partial<Settings>) {
      const next = { ...(await readSettings()), ...change };
      stored = next;
      setTimeout(() => {
        for (const handle of handles) handle(next);
      }, 1);
      await soon();
    },
    onSettingsChanged: (handle: (settings: Settings) => void) => handles.push(handle),
  };
}

describe('openSettings', () => {
  it('counts every one of some fast steps, whatever the browser tells of earlier ones', async () => {
    const storage = aStorage();
    const { settings, change } = openSettings(storage, document.createElement('html'));
    const other = openSettings(storage, document.createElement('html'));
    const seen: number[] = [];
    await Promise.all(
      [1, 2, 3, 4].map(async (step) => {
        await new Promise((go) => setTimeout(go, 2 * step));
        const textSize = settings.value.textSize + 1;
        seen.push(textSize);
        await change({ textSize });
      }),
    );
    expect(seen).toEqual([20, 21, 22, 23]);
    await expect
      .poll(() => [storage.stored(), settings.value, other.settings.value].map((s) => s.textSize))
      .toEqual([23, 23, 23]);
  });

  it('keeps both of two settings that change at once', async () => {
    const storage = aStorage();
    const { change } = openSettings(storage, document.createElement('html'));
    await Promise.all([change({ theme: 'dark' }), change({ lineWidth: 70 })]);
    expect(storage.stored()).toMatchObject({ theme: 'dark', lineWidth: 70 });
  });

  it('shows what is stored where a change could not be', async () => {
    const storage = { ...aStorage(), changeSettings: () => Promise.reject(new Error('full')) };
    const { settings, change } = openSettings(storage, document.createElement('html'));
    await expect(change({ textSize: 25 })).rejects.toThrow('full');
    expect(settings.value.textSize).toBe(19);
  });
});
