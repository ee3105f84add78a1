import type { Browser } from 'puppeteer-core';

/** What a trace of the browser says of a note that was typed. */
export interface TypingTrace {
  /** How long each task held the page's main thread, be it ours, style, layout or painting, in milliseconds. */
  readonly tasks: readonly number[];
  /** What of it was work, in milliseconds: on a busy machine the thread also waits for a processor. */
  readonly work: readonly number[];
  /** The time between each two frames, as the page sees it, in milliseconds. */
  readonly gaps: readonly number[];
}

const NOTE = 'A note that is typed at a steady pace, as one thinks, with a #tag and some more.';
/** Milliseconds between letters: 22 a second, faster than anyone types for long. */
const PACE = 45;
const [BEGIN, END] = ['typing-begins', 'typing-ends'] as const;

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds, as `dur`. */
  readonly ts: number;
  readonly dur?: number;
  /** Of the thread's own clock. */
  readonly tdur?: number;
}

/** Opens an address in a new tab in front, and types a note in the margin while the browser traces itself. */
export async function traceTyping(browser: Browser, url: string): Promise<TypingTrace> {
  const page = await browser.newPage();
  try {
    await page.bringToFront();
    await page.goto(url);
    await page.waitForSelector('.margin-notes .mark-note button');
    await page.$eval('.margin-notes .mark-note button', (button) => (button as HTMLElement).click());
    await page.waitForSelector('.mark-note textarea:focus');
    // What was loaded and laid out by the opening is not of the typing.
    await new Promise((go) => setTimeout(go, 1500));
    await page.tracing.start({
      categories: ['-*', 'blink.user_timing', 'devtools.timeline', 'disabled-by-default-devtools.timeline'],
    });
    await page.evaluate(watchFrames, BEGIN);
    await page.keyboard.type(NOTE, { delay: PACE });
    const gaps = await page.evaluate(readGaps, END);
    const trace = await page.tracing.stop();
    const tasks = tasksOf(JSON.parse(new TextDecoder().decode(trace)).traceEvents);
    return {
      gaps,
      tasks: tasks.map(({ dur = 0 }) => dur / 1000),
      work: tasks.map(({ tdur = 0 }) => tdur / 1000),
    };
  } finally {
    await page.close();
  }
}

/** The tasks of the thread in which both marks were set, between them. */
function tasksOf(events: readonly TraceEvent[]): readonly TraceEvent[] {
  const begin = events.find(({ name }) => name === BEGIN);
  const end = events.find(({ name }) => name === END);
  if (!begin || !end) throw new Error('The trace does not hold the typing.');
  const tasks = events.filter(
    ({ name, pid, tid, ts }) =>
      name === 'RunTask' && pid === begin.pid && tid === begin.tid && ts > begin.ts && ts < end.ts,
  );
  if (tasks.length === 0) throw new Error('The trace holds no tasks.');
  return tasks;
}

// The functions below are serialised into a page: they may use nothing from this module.

function watchFrames(name: string): void {
  const gaps: number[] = [];
  Object.assign(globalThis, { frameGaps: gaps });
  let last: number | undefined;
  const look = (now: number) => {
    if (last !== undefined) gaps.push(now - last);
    last = now;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  performance.mark(name);
}

function readGaps(name: string): readonly number[] {
  performance.mark(name);
  return (globalThis as unknown as { readonly frameGaps: readonly number[] }).frameGaps;
}
