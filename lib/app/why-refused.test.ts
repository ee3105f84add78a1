import { describe, expect, it } from 'vitest';
import { whyRefused } from './why-refused.ts';

describe('whyRefused', () => {
  it.each([
    ['chrome://settings/', 'Cannot access a chrome:// URL', 'browser-page'],
    ['about:config', 'Missing host permission for the tab', 'browser-page'],
    ['chrome-extension://abc/page.html', 'Cannot access a chrome-extension:// URL', 'browser-page'],
    ['view-source:https://daily.example/', '', 'browser-page'],
    ['', 'Cannot access contents of the page. Extension manifest must request permission', 'withheld'],
    ['', 'Cannot access a chrome:// URL', 'browser-page'],
    ['https://daily.example/', 'Cannot access a chrome:// URL', 'browser-page'],
    ['https://chromewebstore.google.com/detail/x', 'The extensions gallery cannot be scripted.', 'store-page'],
    ['https://addons.mozilla.org/en-US/firefox/', 'Missing host permission for the tab', 'store-page'],
    ['', 'The extensions gallery cannot be scripted.', 'store-page'],
    ['file:///home/reader/page.html', 'Cannot access contents of url', 'file'],
    ['https://daily.example/paper.pdf', 'Cannot access contents of the page.', 'pdf'],
    ['https://daily.example/paper.PDF?page=2', 'Missing host permission for the tab', 'pdf'],
    ['https://daily.example/', 'This page cannot be scripted due to an ExtensionsSettings policy.', 'blocked'],
    ['https://daily.example/a-chrome-story', 'Frame with ID 0 is showing error page', 'blocked'],
    ['https://daily.example/pdf-reader-review', 'Missing host permission for the tab', 'blocked'],
  ])('takes %j with %j for %s', (url, message, why) => {
    expect(whyRefused(url, message)).toBe(why);
  });
});
