import { setTimeout as pause } from 'node:timers/promises';

/** Asks until the answer is neither undefined nor false. @throws Error that names what was waited for, after the time given. */
export async function waitFor<Answer>(
  what: string,
  timeoutMs: number,
  ask: () => Answer | undefined | false | Promise<Answer | undefined | false>,
): Promise<Answer> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`Waited ${timeoutMs} ms for ${what}, in vain.`);
    await pause(20);
  }
}
