import { readFile } from 'node:fs/promises';

export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
}

/** Adds up what Vitest's JSON reports say. A report that was not written counts nothing: its run never got that far. */
export async function countTests(reports: readonly string[]): Promise<TestCounts> {
  let passed = 0;
  let failed = 0;
  for (const path of reports) {
    const text = await readFile(path, 'utf8').catch(() => undefined);
    if (text === undefined) continue;
    const report = JSON.parse(text) as { readonly numPassedTests: number; readonly numFailedTests: number };
    passed += report.numPassedTests;
    failed += report.numFailedTests;
  }
  return { passed, failed };
}

/** The last line of a run. A failed step that is no test, such as a build, counts as one failure: the line never claims none. */
export function writeCounts({ passed, failed }: TestCounts, failedStep: string | undefined): string {
  return `${passed} passed, ${failedStep === undefined ? failed : Math.max(failed, 1)} failed`;
}
