// @vitest-environment jsdom
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyRules, plainHtml } from '../../../tests/support/rule-fixtures.ts';
import { RULES } from './index.ts';
import type { Rule } from './rule.ts';

const FOLDER = import.meta.dirname;
const CLEAN = join(FOLDER, '../../../tests/pages/clean');

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
  return plain(applyRules(document, html, rules));
}

const plain = (html: string): string => plainHtml(document, html);
