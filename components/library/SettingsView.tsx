import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { THEMES, type Theme } from '../../lib/article/settings.ts';
import { readSettingsFile, writeSettingsFile } from '../../lib/article/settings-file.ts';
import type { LibraryApp } from './library-app.ts';
import './settings-view.css';

const THEME_NAMES: Readonly<Record<Theme, string>> = {
  system: 'As the system',
  light: 'Light',
  dark: 'Dark',
  sepia: 'Sepia',
};

/** What the reader can choose, and where everything is. */
export function SettingsView({ app }: { app: LibraryApp }) {
  const { settings, change } = app.settings;
  const { theme, saveOnClick } = settings.value;
  const { shortcut, version } = app.about;
  return (
    <div class="page settings">
      <h1>Settings</h1>
      <Choice name="Theme">
        {THEMES.map((each) => (
          <Radio key={each} group="theme" isOn={theme === each} choose={() => change({ theme: each })}>
            {THEME_NAMES[each]}
          </Radio>
        ))}
      </Choice>
      <Choice name="A click on Lectern’s button">
        <Radio group="click" isOn={saveOnClick} choose={() => change({ saveOnClick: true })}>
          Saves the page at once
        </Radio>
        <Radio group="click" isOn={!saveOnClick} choose={() => change({ saveOnClick: false })}>
          Asks first
        </Radio>
      </Choice>
      <PictureSetting app={app} />
      <section>
        <h2>Keyboard</h2>
        <p>
          {shortcut.value === '' && 'No keys save a page yet. '}
          {shortcut.value !== undefined && shortcut.value !== '' && (
            <>
              <kbd>{shortcut.value}</kbd> saves the page in front.{' '}
            </>
          )}
          The browser’s page for extension shortcuts changes that. <kbd>?</kbd> shows all keys of a Lectern page.
        </p>
      </section>
      <SettingsFile app={app} />
      <section>
        <h2>Where your library is</h2>
        <p>
          Articles, pictures and notes are in this browser’s profile on this device, and nowhere else. Nothing is sent
          anywhere. Removing Lectern from the browser removes them too.
        </p>
        <p class="setting-line">
          <a class="button" href="recovery.html">
            Check the library
          </a>
        </p>
      </section>
      <p class="small muted number">Lectern {version}</p>
    </div>
  );
}

/** Settings go to another browser as a file. */
function SettingsFile({ app }: { app: LibraryApp }) {
  const { settings, change } = app.settings;
  const picker = useRef<HTMLInputElement>(null);
  const [failure, setFailure] = useState<string>();

  async function take(file: File) {
    const former = settings.peek();
    const next = readSettingsFile(await file.text(), former);
    setFailure(next ? undefined : `“${file.name}” holds no settings of Lectern. Nothing was changed.`);
    if (!next) return;
    const taken = change(next).then(() => ({ label: 'Settings taken from the file', undo: () => change(former) }));
    await app.history.record(taken);
  }

  return (
    <section>
      <h2>Settings as a file</h2>
      <p>To take theme, type, voices and your reading pace to another browser. Articles are not in it.</p>
      <p class="setting-line">
        <button
          type="button"
          class="button"
          onClick={() => app.saveText('lectern-settings.json', writeSettingsFile(settings.peek()), 'application/json')}
        >
          Save settings
        </button>
        <button type="button" class="button" onClick={() => picker.current?.click()}>
          Open a settings file
        </button>
      </p>
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
        aria-label="Settings file"
        hidden
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          currentTarget.value = '';
          if (file) take(file);
        }}
      />
      {failure !== undefined && (
        <p class="setting-failure" role="alert">
          {failure}
        </p>
      )}
    </section>
  );
}

function PictureSetting({ app }: { app: LibraryApp }) {
  const { isAllowed, allow, withdraw } = app.pictures;
  return (
    <section>
      <h2>Pictures of other sites</h2>
      <p>
        Many pages load their pictures from another site. The browser lets Lectern keep those only with your permission;
        pictures are then fetched without cookies, and only for articles you save.
      </p>
      <p class="setting-line">
        <span>
          {isAllowed.value === undefined
            ? ''
            : isAllowed.value
              ? 'Allowed.'
              : 'Not allowed; such pictures are left out.'}
        </span>
        {isAllowed.value === true && (
          <button type="button" class="button" onClick={withdraw}>
            Withdraw
          </button>
        )}
        {isAllowed.value === false && (
          <button type="button" class="button" onClick={allow}>
            Allow pictures
          </button>
        )}
      </p>
    </section>
  );
}

function Choice({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <fieldset>
      <legend>{name}</legend>
      <div class="radios">{children}</div>
    </fieldset>
  );
}

interface RadioProps {
  readonly group: string;
  readonly isOn: boolean;
  readonly choose: () => void;
  readonly children: ComponentChildren;
}

function Radio({ group, isOn, choose, children }: RadioProps) {
  return (
    <label class="radio">
      <input type="radio" name={group} checked={isOn} onChange={choose} />
      <span>{children}</span>
    </label>
  );
}
