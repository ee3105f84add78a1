import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readShipped, writeThirdParty } from './third-party.ts';

// `npm run third-party` writes docs/third-party.md anew, after a dependency changed.
const root = join(import.meta.dirname, '..');
writeFileSync(join(root, 'docs/third-party.md'), writeThirdParty(readShipped(root)));
