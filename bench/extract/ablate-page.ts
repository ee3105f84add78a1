import type { Capture, CaptureOutcome } from '../../lib/article/capture.ts';
import { type CaptureOptions, capturePage } from '../../lib/capture/capture-page.ts';
import { METADATA_SOURCES } from '../../lib/capture/metadata/metadata-sources.ts';
import { readMetadata } from '../../lib/capture/metadata/read-metadata.ts';
import type { Forest } from '../../lib/capture/score/forest.ts';
import { takeSnapshot } from '../../lib/capture/snapshot.ts';
import { type Parts, partsOf } from './parts.ts';

// Runs in the page, as the capture script does.

/** What was captured, and the parts in it. */
export interface Taken {
  readonly outcome: CaptureOutcome;
  readonly parts: Parts;
}

export interface Ablation {
  /** What the page itself holds. */
  readonly page: Parts;
  readonly whole: Taken;
  /** By step: what is captured without it, where that differs. */
  readonly without: Readonly<Record<string, Taken>>;
}

const METADATA = ['titles', 'authors', 'published', 'modified'] as const;

/** @param forest that which judges this page; the product's own if left out */
export function takePage(forest?: Forest): Taken {
  return take(forest === undefined ? {} : { forest });
}

/** Captures the page with all steps, and then without each of those that did something to it. */
export function ablatePage(forest?: Forest): Ablation {
  const own: CaptureOptions = forest === undefined ? {} : { forest };
  const page = partsOf(document.body);
  const acting = new Set<string>();
  const whole = take({
    ...own,
    runStep: (id, apply, root) => {
      const before = root?.innerHTML;
      apply();
      if (before === undefined || before !== root?.innerHTML) acting.add(id);
    },
  });
  const without: Record<string, Taken> = {};
  const keep = (id: string, options: CaptureOptions): void => {
    const taken = take({ ...own, ...options });
    if (JSON.stringify(taken.outcome) !== JSON.stringify(whole.outcome)) without[id] = taken;
  };
  for (const left of acting)
    keep(left, {
      runStep: (id, apply) => {
        if (id !== left) apply();
      },
    });
  return { page, whole, without: { ...without, ...withoutSources(whole) } };
}

/** What the page is called without each place where its title, authors and dates are looked for. Its text stays as it is. */
function withoutSources({ outcome, parts }: Taken): Readonly<Record<string, Taken>> {
  if (outcome.status !== 'captured') return {};
  const { copy } = takeSnapshot(document, undefined);
  const without: Record<string, Taken> = {};
  for (const source of METADATA_SOURCES) {
    for (const kind of METADATA) {
      if (source[kind] === undefined) continue;
      const { [kind]: _, ...rest } = source;
      const table = METADATA_SOURCES.map((one) => (one === source ? rest : one));
      const { title, authors, publishedAt, modifiedAt } = readMetadata(copy, document, location.href, table);
      const { publishedAt: _published, modifiedAt: _modified, ...own } = outcome.capture;
      const capture: Capture = {
        ...own,
        title,
        authors,
        ...(publishedAt === undefined ? {} : { publishedAt }),
        ...(modifiedAt === undefined ? {} : { modifiedAt }),
      };
      const isSame =
        title === outcome.capture.title &&
        authors.join() === outcome.capture.authors.join() &&
        publishedAt === outcome.capture.publishedAt &&
        modifiedAt === outcome.capture.modifiedAt;
      if (!isSame) without[`${kind} from ${source.id}`] = { outcome: { ...outcome, capture }, parts };
    }
  }
  return without;
}

function take(options: CaptureOptions): Taken {
  // A clock that stands still: a busy machine must not make a step look better or worse.
  const outcome = capturePage(document, { now: () => 0, ...options });
  const html = outcome.status === 'captured' ? (outcome.capture satisfies Capture).html : '';
  return { outcome, parts: partsOf(new DOMParser().parseFromString(html, 'text/html').body) };
}
