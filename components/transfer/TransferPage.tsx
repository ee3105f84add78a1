import { Icon } from '../controls/Icon.tsx';
import { ExportView } from './ExportView.tsx';
import { ImportView } from './ImportView.tsx';
import type { TransferApp } from './transfer-app.ts';
import './transfer.css';

/** The page by which reading comes in and goes out. */
export function TransferPage({ app }: { app: TransferApp }) {
  return (
    <div class="transfer">
      <nav aria-label="Lectern">
        <a class="back" href={app.libraryAddress}>
          <Icon name="back" /> Library
        </a>
      </nav>
      <main>
        <ImportView app={app} />
        <ExportView app={app} />
      </main>
    </div>
  );
}
