// @vitest-environment jsdom
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RULES } from './index.ts';
import type { Rule, RuleContext } from './rule.ts';

const FOLDER = import.meta.dirname;
const CLEAN = join(FOLDER, '../../../tests/pages/clean');

/** What every fixture of this folder is about. */
const CONTEXT: RuleContext = {
  url: 'https://orbit.example/2026/quiet-server-room',
  title: 'The quiet server room',
  siteName: 'Orbit Daily',
  authors: ['Mara Lindqvist'],
};

describe.each(RULES)('$id', (rule) => {
  it('has the name of its file, says why, and is a verb and its target', () => {
    expect(readdirSync(FOLDER)).toContain(`${rule.id}.ts`);
    expect(rule.id).toMatch(/^(remove|keep|repair|join|mark)-[a-z-]+$/);
    expect(rule.why).toMatch(/^[A-Z].{20,}\.$/);
  });
  it('makes its after from its before, and has something to do', () => {
    const before = fixture(rule, 'before');
    const after = fixture(rule, 'after');
    expect(after).not.toBe(before);
    expect(apply(before, [rule])).toBe(after);
  });
  it('does the same twice as once', () => {
    const once = apply(fixture(rule, 'before'), [rule]);
    expect(apply(once, [rule])).toBe(once);
  });
});

describe('the table', () => {
  it('holds every rule of the folder', () => {
    const files = readdirSync(FOLDER).filter((name) => name.endsWith('.before.html'));
    expect(RULES.map(({ id }) => `${id}.before.html`).sort()).toEqual(files.sort());
  });
  it.each(readdirSync(CLEAN))('touches nothing in %s', (name) => {
    const clean = plain(readFileSync(join(CLEAN, name), 'utf8'));
    for (const rule of RULES) expect(apply(clean, [rule]), rule.id).toBe(clean);
    expect(apply(clean, RULES)).toBe(clean);
  });
});

function fixture(rule: Rule, kind: 'before' | 'after'): string {
  return plain(readFileSync(join(FOLDER, `${rule.id}.${kind}.html`), 'utf8'));
}

function apply(html: string, rules: readonly Rule[]): string {
  const root = document.createElement('div');
  root.innerHTML = html;
  for (const rule of rules) rule.apply(root, CONTEXT);
  return plain(root.innerHTML);
}

/** White space between elements is no difference. */
function plain(html: string): string {
  const root = document.createElement('div');
  root.innerHTML = html;
  return root.innerHTML
    .replace(/\s+/g, ' ')
    .replace(/(<(?:div|section|header)[^>]*>|<\/(?:p|div|section|h\d|ul|ol|header|figure|table)>|<hr>) /g, '$1')
    .replace(/ (<\/(?:div|section|header)>|<(?:p|div|section|h\d|ul|ol|figure|table|hr)[ >])/g, '$1')
    .trim();
}
