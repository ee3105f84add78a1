import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readShipped, unaccepted, writeThirdParty } from './third-party.ts';

const root = join(import.meta.dirname, '..');
const shipped = readShipped(root);

describe('what ships of others', () => {
  it('is listed in docs/third-party.md as it is; if not, run npm run third-party', () => {
    expect(readFileSync(join(root, 'docs/third-party.md'), 'utf8')).toBe(writeThirdParty(shipped));
  });

  it('comes under licences that somebody looked at', () => {
    expect(unaccepted(shipped)).toEqual([]);
    const unknown = { name: 'x', version: '1.0.0', licence: 'GPL-3.0-only', homepage: '', notice: '' };
    expect(unaccepted([...shipped, unknown])).toEqual([unknown]);
  });

  it('is every package needed at run time, those that others need, and the font', () => {
    const names = shipped.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['dompurify', '@preact/signals-core', '@fontsource-variable/literata']),
    );
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(names).toEqual(expect.arrayContaining(Object.keys(dependencies)));
    expect(names).not.toContain('vitest');
  });
});
