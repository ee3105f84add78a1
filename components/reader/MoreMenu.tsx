import { useLater } from '../controls/use-later.ts';
import { BarPopover } from './BarPopover.tsx';
import type { MoreMenuProps } from './MoreSheet.tsx';

/** A button for the rarer actions. The sheet comes after the text, which is shown without it. */
export function MoreMenu(props: MoreMenuProps) {
  const Sheet = useLater(() => import('./MoreSheet.tsx').then(({ MoreSheet }) => MoreSheet));
  return (
    <BarPopover label="More" icon="more" closesOnClick>
      {Sheet && <Sheet {...props} />}
    </BarPopover>
  );
}
