import type { Version } from '../../lib/article/article.ts';
import { warningWords } from '../../lib/library/receipt-words.ts';
import { Icon } from '../controls/Icon.tsx';

/** The gravest warning of a text in a line, with what helps; the library tells of the others. */
export function Shortfall({ version }: { version: Version | undefined }) {
  const [gravest, ...others] = version?.warnings ?? [];
  if (gravest === undefined) return null;
  const { what, remedy } = warningWords(gravest, version?.receipt);
  return (
    <p class="small card-next is-warning shortfall">
      <Icon name="warning" size={16} />
      <span>
        <strong>{what}</strong> {remedy}
        {others.length > 0 && ` The library tells of ${others.length} more.`}
      </span>
    </p>
  );
}
