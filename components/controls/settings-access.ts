import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/article/settings.ts';

export interface SettingsAccess {
  readonly settings: ReadonlySignal<Settings>;
  readonly change: (change: Partial<Settings>) => Promise<void>;
}

interface SettingsParts {
  readonly readSettings: () => Promise<Settings>;
  readonly changeSettings: (change: Partial<Settings>) => Promise<void>;
  readonly onSettingsChanged: (handle: (settings: Settings) => void) => void;
}

/** Settings as a signal: the defaults until the stored ones are read; changes in any page arrive. Applies the theme. */
export function openSettings(parts: SettingsParts, root: HTMLElement): SettingsAccess {
  const settings = signal(DEFAULT_SETTINGS);
  const take = (next: Settings) => {
    settings.value = next;
  };
  /** Changes of this page on their way. What the browser tells meanwhile is older than what is shown here. */
  let underWay = 0;
  let writing = Promise.resolve();
  const takeToldOf = (next: Settings) => {
    if (underWay === 0) take(next);
  };
  parts.onSettingsChanged(takeToldOf);
  // Without the stored settings the defaults serve; there is nothing to lose in them.
  parts.readSettings().then(takeToldOf, () => undefined);
  effect(() => {
    const { theme } = settings.value;
    if (theme === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = theme;
  });
  return {
    settings,
    async change(change) {
      take({ ...settings.value, ...change });
      underWay += 1;
      // One after the other: each write reads what is stored and adds to it.
      const written = writing.then(() => parts.changeSettings(change));
      writing = written.catch(() => undefined);
      try {
        await written;
      } finally {
        underWay -= 1;
        if (underWay === 0) await parts.readSettings().then(takeToldOf, () => undefined);
      }
    },
  };
}
