import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a page of the labelled set is to a reader. `notice`: a form to sign in, or an error. */
export const RECEIPT_KINDS = ['whole', 'teaser', 'consent', 'notice', 'shell', 'listing'] as const;
type ReceiptKind = (typeof RECEIPT_KINDS)[number];

export interface ReceiptPage {
  readonly kind: ReceiptKind;
  readonly name: string;
  readonly html: string;
  /** Not looked at while the detectors were made: every third page of a kind. */
  readonly isHeldOut: boolean;
}

const FOLDER = join(import.meta.dirname, '../pages/receipts');

/** The pages in `tests/pages/receipts`: markup as sites write it, filled with paragraphs of our own in nine languages. */
export function readReceiptPages(): readonly ReceiptPage[] {
  const texts = readTexts();
  return RECEIPT_KINDS.flatMap((kind) =>
    partsOf(`${kind}.txt`, /^=== (.+)$/m).map(([name, markup], index) => ({
      kind,
      name,
      html: `<!doctype html>${markup.replace(PLACE, (_, language, first, last, tag) =>
        fill(texts.get(language) ?? [], Number(first), Number(last ?? first), tag),
      )}`,
      isHeldOut: index % 3 === 2,
    })),
  );
}

/** `{{en 1-6}}`: six paragraphs. `{{en 3 bare}}`: without their element. `{{en 3 div}}`: in another one. */
const PLACE = /\{\{(\w\w) (\d+)(?:-(\d+))?(?: (\w+))?\}\}/g;

function fill(texts: readonly string[], first: number, last: number, tag = 'p'): string {
  const chosen = texts.slice(first - 1, last);
  if (chosen.length !== last - first + 1) throw new Error(`There are no paragraphs ${first} to ${last}.`);
  return chosen.map((text) => (tag === 'bare' ? text : `<${tag}>${text}</${tag}>`)).join('\n');
}

const readTexts = (): ReadonlyMap<string, readonly string[]> =>
  new Map(partsOf('texts.txt', /^# (\w\w)$/m).map(([language, text]) => [language, text.trim().split('\n')]));

function partsOf(file: string, head: RegExp): readonly (readonly [string, string])[] {
  const [, ...parts] = readFileSync(join(FOLDER, file), 'utf8').split(head);
  return parts.flatMap((part, index) => (index % 2 === 0 ? [[part, parts[index + 1] ?? ''] as const] : []));
}
