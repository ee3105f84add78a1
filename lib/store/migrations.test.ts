import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MIGRATIONS } from './migrations.ts';

const SCHEMA = readFileSync(new URL('../../docs/schema.md', import.meta.url), 'utf8');

/** Tables with their keys and indexes, as the page has them: a heading, and the first column of the table below it. */
function describedTables(page: string): Readonly<Record<string, readonly string[]>> {
  const sections = page.split(/^### /m).slice(1);
  return Object.fromEntries(
    sections.map((section) => {
      const name = /^`(\w+)`/.exec(section)?.[1] ?? section;
      const [own = ''] = section.split(/^## /m);
      return [name, [...own.matchAll(/^\| `([^`]+)` \|/gm)].map(([, index = '']) => index).sort()];
    }),
  );
}

/** Later migrations name only the tables they change. */
function builtTables(): Readonly<Record<string, readonly string[]>> {
  const stores = Object.assign({}, ...MIGRATIONS.map((migration) => migration.stores)) as Record<string, string>;
  return Object.fromEntries(Object.entries(stores).map(([name, indexes]) => [name, indexes.split(', ').sort()]));
}

describe('docs/schema.md', () => {
  it('names every table with its key and its indexes, and no others', () => {
    expect(describedTables(SCHEMA)).toEqual(builtTables());
  });

  it('would be caught leaving out an index', () => {
    const shortened = SCHEMA.replace(/^\| `&urlKey` .*\n/m, '');
    expect(describedTables(shortened)).not.toEqual(builtTables());
  });
});

describe('MIGRATIONS', () => {
  it('has versions that only go up', () => {
    const versions = MIGRATIONS.map(({ version }) => version);
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
  });
});
