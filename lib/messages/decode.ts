export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text of at most `longest` UTF-16 units, or `undefined` for anything else. */
export const textOf = (value: unknown, longest: number): string | undefined =>
  typeof value === 'string' && value.length <= longest ? value : undefined;

/** A text cut to `longest` UTF-16 units; anything but a text is empty. */
export const cutText = (value: unknown, longest: number): string =>
  typeof value === 'string' ? value.slice(0, longest).trim() : '';

const LONGEST_URL = 8192;

/** An absolute http or https address of at most 8192 characters once it is escaped, or `undefined`. */
export function webUrlOf(value: unknown): string | undefined {
  const text = textOf(value, LONGEST_URL);
  if (text === undefined || !URL.canParse(text)) return undefined;
  const { protocol, href } = new URL(text);
  return protocol === 'https:' || protocol === 'http:' ? textOf(href, LONGEST_URL) : undefined;
}
