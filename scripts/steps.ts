import { spawn } from 'node:child_process';
import { delimiter, join, resolve } from 'node:path';

/** One thing to run, such as the type check. */
export interface Step {
  readonly name: string;
  /** Commands run one after the other; the first that fails ends the step. */
  readonly commands: readonly (readonly [string, ...(readonly string[])])[];
}

export interface StepResult {
  readonly name: string;
  readonly isOk: boolean;
  readonly seconds: number;
  /** What it printed, both streams in order. */
  readonly output: string;
}

type RunStep = (step: Step) => Promise<StepResult>;

/**
 * Runs groups one after the other, the steps of a group side by side, and prints a line for each. Stops after the first
 * group in which a step failed, with all that the first such step printed. Gives its name, or undefined if all went well.
 */
export async function runSteps(
  groups: readonly (readonly Step[])[],
  run: RunStep = runStep,
  print: (line: string) => void = console.log,
): Promise<string | undefined> {
  for (const group of groups) {
    const running = group.map((step) => run(step));
    let failed: StepResult | undefined;
    for (const pending of running) {
      const result = await pending;
      print(`${result.isOk ? 'ok    ' : 'FAILED'} ${result.name} (${result.seconds.toFixed(1)} s)`);
      if (!result.isOk) failed ??= result;
    }
    if (failed !== undefined) {
      print(failed.output.trimEnd());
      print(`The step "${failed.name}" failed; what it printed stands above.`);
      return failed.name;
    }
  }
  return undefined;
}

const root = resolve(import.meta.dirname, '..');

/** Our own Node and tools come first, whatever else is called `node` on this machine. */
const env = {
  ...process.env,
  PATH: [join(root, 'node_modules', '.bin'), process.env['PATH'] ?? ''].join(delimiter),
  NO_COLOR: '1',
};

async function runStep({ name, commands }: Step): Promise<StepResult> {
  const start = performance.now();
  let output = '';
  let isOk = true;
  for (const [command, ...args] of commands) {
    if (!isOk) break;
    isOk = await new Promise<boolean>((done) => {
      const child = spawn(command, args, { cwd: root, env, shell: process.platform === 'win32' });
      const add = (chunk: Buffer): void => {
        output += chunk.toString('utf8');
      };
      child.stdout.on('data', add);
      child.stderr.on('data', add);
      child.on('error', (error) => {
        output += `${error}\n`;
        done(false);
      });
      child.on('close', (code) => done(code === 0));
    });
  }
  return { name, isOk, seconds: (performance.now() - start) / 1000, output };
}
