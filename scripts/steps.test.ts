import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countTests, writeCounts } from './count-tests.ts';
import { runSteps, type Step } from './steps.ts';

const step = (name: string, script: string): Step => ({ name, commands: [['node', '-e', script]] });
const good = step('good', 'console.log("quiet")');
const bad = step('bad', 'console.log("the reason"); process.exit(3)');

async function run(groups: readonly (readonly Step[])[]) {
  const lines: string[] = [];
  const failed = await runSteps(groups, undefined, (line) => lines.push(line));
  return { failed, text: lines.join('\n') };
}

describe('running steps', () => {
  it('is quiet about what went well', async () => {
    const { failed, text } = await run([[good], [good]]);
    expect(failed).toBeUndefined();
    expect(text).toMatch(/^ok {5}good \(\d+\.\d s\)\nok {5}good/);
    expect(text).not.toContain('quiet');
  });

  it('stops at the first failure, names it and shows its output', async () => {
    const { failed, text } = await run([[good, bad, step('worse', 'process.exit(1)')], [step('never', '')]]);
    expect(failed).toBe('bad');
    expect(text).toContain('the reason');
    expect(text).toContain('The step "bad" failed');
    expect(text).not.toContain('never');
  });

  it('ends a step at its first failing command', async () => {
    const { text } = await run([
      [{ name: 'two', commands: [...bad.commands, ['node', '-e', 'console.log("second")']] }],
    ]);
    expect(text).not.toContain('second');
  });

  it('fails a step whose tool is missing', async () => {
    expect((await run([[{ name: 'gone', commands: [['lectern-no-such-tool']] }]])).failed).toBe('gone');
  });

  it('runs the Node that runs the project', async () => {
    const { failed } = await run([[step('version', `if (process.version !== '${process.version}') process.exit(1)`)]]);
    expect(failed).toBeUndefined();
  });
});

describe('counting tests', () => {
  it('adds up the reports there are', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lectern-counts-'));
    const paths = ['a.json', 'b.json', 'none.json'].map((name) => join(folder, name));
    await writeFile(paths[0] ?? '', JSON.stringify({ numPassedTests: 3, numFailedTests: 0 }));
    await writeFile(paths[1] ?? '', JSON.stringify({ numPassedTests: 2, numFailedTests: 1 }));
    expect(await countTests(paths)).toEqual({ passed: 5, failed: 1 });
    await rm(folder, { recursive: true });
  });

  it('never claims that nothing failed when a step did', () => {
    expect(writeCounts({ passed: 5, failed: 0 }, undefined)).toBe('5 passed, 0 failed');
    expect(writeCounts({ passed: 0, failed: 0 }, 'types')).toBe('0 passed, 1 failed');
    expect(writeCounts({ passed: 5, failed: 2 }, 'unit tests')).toBe('5 passed, 2 failed');
  });
});
