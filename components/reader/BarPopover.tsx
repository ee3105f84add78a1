import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { Icon, type IconName } from '../controls/Icon.tsx';

interface BarPopoverProps {
  readonly label: string;
  readonly icon: IconName;
  readonly children: ComponentChildren;
  /** Folds up at a click on any button inside, as a menu does. */
  readonly closesOnClick?: boolean;
}

/** A button of the bar that unfolds a sheet under the bar. The browser closes it at Escape and at a click elsewhere. */
export function BarPopover({ label, icon, children, closesOnClick = false }: BarPopoverProps) {
  const [isOpen, setOpen] = useState(false);
  const sheetId = useId();
  return (
    <>
      <button
        type="button"
        class="icon-button"
        aria-label={label}
        title={label}
        aria-expanded={isOpen}
        popovertarget={sheetId}
      >
        <Icon name={icon} />
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: hears the clicks on the buttons inside, which the keyboard makes too. */}
      <div
        id={sheetId}
        class="bar-popover"
        popover="auto"
        role="dialog"
        aria-label={label}
        onToggle={(event) => setOpen(event.newState === 'open')}
        onClick={(event) => {
          const isAction = event.target instanceof Element && event.target.closest('button, a') !== null;
          if (closesOnClick && isAction) event.currentTarget.hidePopover();
        }}
      >
        {children}
      </div>
    </>
  );
}
