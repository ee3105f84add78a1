/** The parsed address, or `undefined` if it is none. `URL.parse` does the same from Chrome 126 on; we run from 124. */
export function parseUrl(url: string, base?: string): URL | undefined {
  return URL.canParse(url, base) ? new URL(url, base) : undefined;
}
