export type TourOptions =
  | {
      readonly status: 'read';
      /** The page to keep; the demo article if absent. */
      readonly url?: string;
      readonly isHeadless: boolean;
    }
  | { readonly status: 'wrong'; readonly sentence: string };

const USAGE = 'Usage: npm start [-- [--headless] [address of a page]]';

/** Reads what stands behind `npm start --`. */
export function readTourOptions(args: readonly string[]): TourOptions {
  const [url, ...more] = args.filter((arg) => arg !== '--headless');
  if (more.length > 0) return { status: 'wrong', sentence: `One address at a time, please. ${USAGE}` };
  const isHeadless = args.includes('--headless');
  if (url === undefined) return { status: 'read', isHeadless };
  if (url.startsWith('-')) return { status: 'wrong', sentence: `There is no option ${url}. ${USAGE}` };
  if (!URL.canParse(url) || !/^https?:/i.test(url)) {
    return {
      status: 'wrong',
      sentence: `${url} is no address of a page; it begins with https:// or http://. ${USAGE}`,
    };
  }
  return { status: 'read', url, isHeadless };
}
