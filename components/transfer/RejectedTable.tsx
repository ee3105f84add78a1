import { useState } from 'preact/hooks';
import type { ImportPreview } from '../../lib/app/transfer/import-desk.ts';
import { formatNumber, placeOf, reasonOf } from './words.ts';

const SHOWN = 5;

/** What is left out, where it stands, and why. */
export function RejectedTable({ preview: { rejected, rejectedCount } }: { preview: ImportPreview }) {
  const [isCopied, setCopied] = useState(false);
  const more = rejectedCount - Math.min(SHOWN, rejected.length);
  const copy = () => {
    const text = rejected.map((one) => [placeOf(one), one.text ?? '', reasonOf(one)].join('\t')).join('\n');
    navigator.clipboard.writeText(text).then(() => setCopied(true));
  };
  return (
    <>
      <h2>Not taken, and why</h2>
      <table class="rejected">
        <thead>
          <tr>
            <th>Where</th>
            <th>What it says</th>
            <th>Why</th>
          </tr>
        </thead>
        <tbody>
          {rejected.slice(0, SHOWN).map((one, index) => (
            <tr key={index}>
              <td class="number">{placeOf(one)}</td>
              <td class="said">{one.text ?? ''}</td>
              <td>{reasonOf(one)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="rejected-more">
        {more > 0 && `${formatNumber(more)} more · `}
        <button type="button" class="text-button" onClick={copy}>
          {isCopied ? 'Copied' : 'Copy list'}
        </button>
      </p>
    </>
  );
}
