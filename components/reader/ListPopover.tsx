import { useLater } from '../controls/use-later.ts';
import { BarPopover } from './BarPopover.tsx';
import type { ListSheetProps } from './ListSheet.tsx';

/** On which lists the article is. The sheet comes after the text, which is shown without it. */
export function ListPopover(props: ListSheetProps) {
  const Sheet = useLater(() => import('./ListSheet.tsx').then(({ ListSheet }) => ListSheet));
  return (
    <BarPopover label="Lists" icon="list">
      {Sheet && <Sheet {...props} />}
    </BarPopover>
  );
}
