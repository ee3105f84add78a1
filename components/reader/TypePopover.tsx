import type { SettingsAccess } from '../controls/settings-access.ts';
import { useLater } from '../controls/use-later.ts';
import { BarPopover } from './BarPopover.tsx';

/** How the text is set. The sheet comes after the text, which is shown without it. */
export function TypePopover({ access }: { access: SettingsAccess }) {
  const Sheet = useLater(() => import('./TypeSheet.tsx').then(({ TypeSheet }) => TypeSheet));
  return (
    <BarPopover label="Type and theme" icon="type">
      {Sheet && <Sheet access={access} />}
    </BarPopover>
  );
}
