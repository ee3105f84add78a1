import { FONTS, type Font, type Settings, THEMES, type Theme } from '../../lib/article/settings.ts';
import type { SettingsAccess } from '../controls/settings-access.ts';
import { type Measure, stepSetting } from './step-setting.ts';
import './reader-popovers.css';

const THEME_NAMES: Readonly<Record<Theme, string>> = { system: 'System', light: 'Light', dark: 'Dark', sepia: 'Sepia' };

const FONT_NAMES: Readonly<Record<Font, string>> = { serif: 'Literata', sans: 'Inter', hyperlegible: 'Hyperlegible' };

interface MeasureRow {
  readonly measure: Measure;
  readonly name: string;
  readonly show: (settings: Settings) => string;
  /** Keys for less and for more. */
  readonly keys?: readonly [string, string];
}

const MEASURES: readonly MeasureRow[] = [
  { measure: 'textSize', name: 'Size', show: ({ textSize }) => `${textSize} px`, keys: ['-', '+'] },
  { measure: 'lineWidth', name: 'Width', show: ({ lineWidth }) => `${lineWidth} letters`, keys: ['[', ']'] },
  { measure: 'lineHeight', name: 'Spacing', show: ({ lineHeight }) => lineHeight.toFixed(2) },
];

/** The sheet of the type: theme, size, width and spacing, each at once and for all articles. */
export function TypeSheet({ access }: { access: SettingsAccess }) {
  const settings = access.settings.value;
  return (
    <>
      <fieldset class="theme-choice">
        <legend class="visually-hidden">Theme</legend>
        {THEMES.map((theme) => (
          <label key={theme} data-swatch={theme}>
            <input
              type="radio"
              name="theme"
              checked={settings.theme === theme}
              onChange={() => access.change({ theme })}
            />
            <span>{THEME_NAMES[theme]}</span>
          </label>
        ))}
      </fieldset>
      <fieldset class="theme-choice font-choice">
        <legend class="visually-hidden">Type</legend>
        {FONTS.map((font) => (
          <label key={font}>
            <input type="radio" name="font" checked={settings.font === font} onChange={() => access.change({ font })} />
            <span>{FONT_NAMES[font]}</span>
          </label>
        ))}
      </fieldset>
      {MEASURES.map((row) => (
        <Stepper key={row.measure} row={row} access={access} />
      ))}
      <label class="focus-choice">
        <input
          type="checkbox"
          checked={settings.hasFocusLine}
          onChange={({ currentTarget }) => access.change({ hasFocusLine: currentTarget.checked })}
        />
        Focus line <kbd>I</kbd>
      </label>
    </>
  );
}

function Stepper({ row, access }: { row: MeasureRow; access: SettingsAccess }) {
  const { measure, name, show, keys } = row;
  const settings = access.settings.value;
  const button = (direction: 1 | -1) => {
    const next = stepSetting(settings, measure, direction);
    return (
      <button
        type="button"
        class="button step-button"
        aria-label={`${direction === 1 ? 'More' : 'Less'} ${name.toLowerCase()}`}
        aria-keyshortcuts={keys?.[direction === 1 ? 1 : 0]}
        aria-disabled={next === undefined}
        onClick={() => next !== undefined && access.change({ [measure]: next })}
      >
        {direction === 1 ? '+' : '−'}
      </button>
    );
  };
  return (
    <div class="stepper">
      <span class="stepper-name">
        {name}
        {keys?.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </span>
      {button(-1)}
      <output class="number" aria-label={name}>
        {show(settings)}
      </output>
      {button(1)}
    </div>
  );
}
