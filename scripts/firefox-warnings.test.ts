import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { compareWarnings, type Finding, lintExtension, type ReviewedWarning } from './firefox-warnings.ts';

const finding = (changes: Partial<Finding> = {}): Finding => ({
  kind: 'warning',
  code: 'UNSAFE_VAR_ASSIGNMENT',
  file: 'chunks/view-Ab1.js',
  description: 'Unsafe assignment',
  near: 'a.innerHTML=b.__html',
  ...changes,
});

const reviewed: readonly ReviewedWarning[] = [
  { code: 'UNSAFE_VAR_ASSIGNMENT', file: '^chunks/', near: '\\.__html', count: 1, reason: 'Known.' },
];

describe('comparing warnings with the reviewed list', () => {
  it('passes the reviewed ones', () => {
    expect(compareWarnings([finding()], reviewed)).toEqual([]);
  });

  it.each([
    ['other code in the same file', finding({ near: 'a.innerHTML=mine' })],
    ['the same code in another file', finding({ file: 'background.js' })],
    ['another kind of warning', finding({ code: 'DANGEROUS_EVAL' })],
    ['an error, even where a warning is reviewed', finding({ kind: 'error' })],
  ])('says what is new: %s', (_name, extra) => {
    const problems = compareWarnings([finding(), extra], reviewed);
    expect(problems).toEqual([expect.stringContaining(`New ${extra.kind} ${extra.code} in ${extra.file}`)]);
  });

  it('fails when a reviewed warning comes twice, and when it is gone', () => {
    expect(compareWarnings([finding(), finding()], reviewed)).toEqual([expect.stringContaining('found 2 times')]);
    expect(compareWarnings([], reviewed)).toEqual([expect.stringContaining('found 0 times')]);
  });
});

describe('linting a folder', () => {
  let folder = '';
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('finds a planted innerHTML, and shows its code', { timeout: 30_000 }, async () => {
    folder = await mkdtemp(join(tmpdir(), 'lectern-lint-'));
    const gecko = {
      id: 'a@b.example',
      strict_min_version: '142.0',
      data_collection_permissions: { required: ['none'] },
    };
    const manifest = { manifest_version: 3, name: 'Planted', version: '1', browser_specific_settings: { gecko } };
    const background = { background: { scripts: ['background.js'] } };
    await writeFile(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, ...background }));
    await writeFile(
      join(folder, 'background.js'),
      'const planted = (node, text) => { node.innerHTML = text; };\nplanted();\n',
    );
    const findings = await lintExtension(folder);
    expect(findings).toEqual([
      expect.objectContaining({ kind: 'warning', code: 'UNSAFE_VAR_ASSIGNMENT', file: 'background.js' }),
    ]);
    expect(findings[0]?.near).toContain('node.innerHTML = text');
  });
});
