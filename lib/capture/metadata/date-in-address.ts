import { parseUrl } from '../../article/parse-url.ts';

/** The day in an address such as `/2026/11/12/quiet-room` or `/2026-11-12-quiet-room`; `undefined` if it names none. */
export function dateInAddress(url: string): string | undefined {
  const path = parseUrl(url)?.pathname ?? '';
  const match = /[/_-]((?:19|20)\d{2})([/_-])(\d{1,2})\2(\d{1,2})(?=[/_-]|\.html?$|$)/.exec(path);
  return match === null ? undefined : `${match[1]}-${match[3]?.padStart(2, '0')}-${match[4]?.padStart(2, '0')}`;
}
