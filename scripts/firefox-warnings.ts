import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A finding of addons-linter, the linter of Firefox's store, with the code it points at. */
export interface Finding {
  readonly kind: 'error' | 'warning';
  readonly code: string;
  readonly file: string;
  readonly description: string;
  /** A stretch of the built code around the place; empty if the finding names no place. */
  readonly near: string;
}

/** A warning somebody looked at and accepted. */
export interface ReviewedWarning {
  readonly code: string;
  /** Regular expressions. Names in minified code change from build to build, so `near` pins what surrounds them. */
  readonly file: string;
  readonly near: string;
  readonly count: number;
  readonly reason: string;
}

/** Everything that keeps the findings from being the reviewed ones and no others, one line each; empty if all is well. */
export function compareWarnings(findings: readonly Finding[], reviewed: readonly ReviewedWarning[]): readonly string[] {
  const matches = (finding: Finding, warning: ReviewedWarning): boolean =>
    finding.kind === 'warning' &&
    finding.code === warning.code &&
    new RegExp(warning.file).test(finding.file) &&
    new RegExp(warning.near).test(finding.near);
  const fresh = findings
    .filter((finding) => !reviewed.some((warning) => matches(finding, warning)))
    .map((finding) => `New ${finding.kind} ${finding.code} in ${finding.file}: ${finding.near || finding.description}`);
  const miscounted = reviewed.flatMap((warning) => {
    const count = findings.filter((finding) => matches(finding, warning)).length;
    if (count === warning.count) return [];
    return [
      `Reviewed ${warning.count} times, found ${count} times: ${warning.code} in ${warning.file} (${warning.reason})`,
    ];
  });
  return [...fresh, ...miscounted];
}

/** Runs addons-linter on a folder. */
export async function lintExtension(folder: string): Promise<readonly Finding[]> {
  const report = await runLinter(folder);
  return Promise.all(
    [...report.errors, ...report.warnings].map(async (message) => ({
      kind: message._type,
      code: message.code,
      file: message.file ?? '',
      description: message.description,
      near: await codeNear(folder, message),
    })),
  );
}

interface LinterMessage {
  readonly _type: 'error' | 'warning';
  readonly code: string;
  readonly description: string;
  readonly file?: string;
  /** From 1. */
  readonly line?: number;
  /** From 0. */
  readonly column?: number;
}

interface LinterReport {
  readonly errors: readonly LinterMessage[];
  readonly warnings: readonly LinterMessage[];
}

const LINTER = join(import.meta.dirname, '../node_modules/addons-linter/bin/addons-linter');

async function runLinter(folder: string): Promise<LinterReport> {
  const output = await new Promise<string>((resolve, reject) => {
    // It exits with 1 when it found an error, and its report is as good then.
    execFile(process.execPath, [LINTER, folder, '--output=json'], { maxBuffer: 64e6 }, (error, stdout) => {
      if (stdout.startsWith('{')) resolve(stdout);
      else reject(error ?? new Error('addons-linter gave no report.'));
    });
  });
  return JSON.parse(output) as LinterReport;
}

async function codeNear(folder: string, { file, line, column }: LinterMessage): Promise<string> {
  if (file === undefined || line === undefined || column === undefined) return '';
  const text = (await readFile(join(folder, file), 'utf8')).split('\n')[line - 1] ?? '';
  return text.slice(Math.max(0, column - 120), column + 60);
}
