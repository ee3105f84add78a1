import type { ArticleId } from '../article/ids.ts';
import { isRecord, textOf } from './decode.ts';
import { decodeCut } from './decode-cut.ts';
import type { TabAtClick, WorkerRequest } from './requests.ts';

/** Turns a message into a request, or gives `undefined`: what is not understood is not acted on. */
export function decodeRequest(message: unknown): WorkerRequest | undefined {
  if (!isRecord(message)) return undefined;
  const { kind } = message;
  const articleId = textOf(message['articleId'], 64) as ArticleId | undefined;
  if (kind === 'unblock-pictures' || kind === 'retry-pictures') return articleId && { kind, articleId };
  if (kind === 'keep-link') {
    const url = textOf(message['url'], MOST_URL);
    return url === undefined ? undefined : { kind, url, title: textOf(message['title'], MOST_TITLE) ?? url };
  }
  if (kind === 'run-imports' || kind === 'fetch-texts' || kind === 'backup-ended' || kind === 'keep-index') {
    return { kind };
  }
  const tab = decodeTab(message['tab']);
  if (!tab) return undefined;
  if (kind === 'save-page') return { kind, tab };
  if (kind === 'take-way') {
    const { way } = message;
    return { kind, tab, way: way === 'selection' ? way : decodeCut(way) };
  }
  if (kind === 'update-text' && articleId !== undefined) return { kind, tab, articleId };
  return undefined;
}

const MOST_URL = 8192;
const MOST_TITLE = 1000;

function decodeTab(value: unknown): TabAtClick | undefined {
  if (!isRecord(value)) return undefined;
  const { tabId } = value;
  const url = textOf(value['url'], MOST_URL);
  if (typeof tabId !== 'number' || !Number.isInteger(tabId) || url === undefined) return undefined;
  return { tabId, url, title: textOf(value['title'], MOST_TITLE) ?? '' };
}
