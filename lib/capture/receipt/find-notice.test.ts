// @vitest-environment jsdom
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { capturePage } from '../capture-page.ts';

const NAV =
  '<header><a href="/">Tidegate</a><nav><ul><li><a href="/docs">Docs</a></li><li><a href="/blog">Blog</a></li><li><a href="/releases">Releases</a></li></ul></nav></header>';
const FOOT =
  '<footer><p>© 2026 Tidegate project. Built by volunteers.</p><a href="/privacy">Privacy</a> <a href="/contact">Contact</a></footer>';
const FIX =
  'Version 4.2 of the Tidegate scheduler fixes a leak in the queue that grew by one entry whenever a worker was stopped while it held a lease on a job.';
const ADVICE =
  'Nobody needs to change a setting. Queues that have grown already are trimmed when the scheduler starts for the first time, which takes about a second for each million entries, and is written to the log.';
const FORM =
  '<form action="/login"><input name="user"><input type="password" name="pw"><button>Sign in</button></form>';

/** The text kept of a page, or why there is none. */
function textOrWhy(body: string, title: string): string {
  const html = `<!doctype html><html lang="en"><head><title>${title}</title></head><body>${body}</body></html>`;
  const outcome = capturePage(new JSDOM(html, { url: 'https://tidegate.example/releases/4.2' }).window.document);
  if (outcome.status === 'unreadable') return outcome.why;
  return new JSDOM(outcome.capture.html).window.document.body.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}

describe('a short page', () => {
  it.each([
    ['one paragraph', `${NAV}<main><h1>Tidegate 4.2</h1><p>${FIX}</p></main>${FOOT}`, FIX],
    ['no main part', `${NAV}<div class="content"><h1>Tidegate 4.2</h1><p>${FIX}</p></div>${FOOT}`, FIX],
    [
      'two paragraphs and a date',
      `${NAV}<article><h1>Tidegate 4.2</h1><p class="date">3 March 2026</p><p>${FIX}</p><p>${ADVICE}</p></article>${FOOT}`,
      FIX + ADVICE,
    ],
    [
      'line breaks for paragraphs',
      `${NAV}<div class="post"><h1>Tidegate 4.2</h1><div>${FIX}<br><br>${ADVICE}</div></div>${FOOT}`,
      FIX + ADVICE,
    ],
    [
      'a form to sign in above it',
      `${NAV}${FORM}<main><h1>Tidegate 4.2</h1><p>${FIX}</p><p>${ADVICE}</p></main>${FOOT}`,
      FIX + ADVICE,
    ],
  ])('is kept: a release note with %s', (_, body, text) => {
    expect(textOrWhy(body, 'Tidegate 4.2').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  });

  it.each([
    [
      '404 Not found',
      '<h1>404 Not found</h1><p>The page you are looking for does not exist or was moved. Check the address, or go back to the <a href="/">home page</a>.</p>',
    ],
    [
      'Page not found | Tidegate',
      `${NAV}<main><h1>404</h1><h2>Page not found</h2><p>Sorry, we could not find the page you asked for. It may have been moved or deleted. Try the <a href="/search">search</a>.</p></main>${FOOT}`,
    ],
    [
      'Error 404 – Tidegate',
      `${NAV}<main><h1>Oops!</h1><p>Nothing was found at this location. Maybe try one of the links below, or a search? The page may have been renamed or deleted, and old links to it no longer work as they did before.</p><p>If you think that this is our mistake, please tell us, and we will look into it as soon as somebody is at their desk again.</p></main>${FOOT}`,
    ],
    [
      'Seite nicht gefunden',
      `${NAV}<main><h1>Seite nicht gefunden</h1><p>Die gewünschte Seite wurde leider nicht gefunden. Möglicherweise wurde sie verschoben oder gelöscht. Bitte prüfen Sie die Adresse.</p></main>`,
    ],
    [
      '500 Internal Server Error',
      '<h1>500 Internal Server Error</h1><p>The server met an error of its own and was unable to complete your request. Please try again later, or contact the administrator.</p>',
    ],
    [
      'Access denied',
      '<h1>Access denied</h1><p>You do not have permission to view this page. Please contact the administrator of the site if you believe this to be an error.</p>',
    ],
    [
      'Just a moment...',
      '<h1>tidegate.example</h1><h2>Verifying that you are human</h2><p>Tidegate needs to review the security of your connection before it proceeds. Please stand by while we are checking your browser.</p>',
    ],
    [
      'Sign in – Tidegate',
      `${NAV}<main><h1>Sign in</h1>${FORM}<p>Forgot your password? <a href="/reset">Reset it here</a>. No account yet? <a href="/join">Create one</a>, it takes a minute and costs nothing at all.</p></main>${FOOT}`,
    ],
    [
      'Tidegate',
      `${NAV}<main><h1>Welcome back</h1><p>Please sign in with your user name and password to see your projects, your queues and the invoices of your team. By signing in you agree to the terms of use and to the privacy policy of the project.</p>${FORM}</main>${FOOT}`,
    ],
  ])('is no article: %s', (title, body) => {
    expect(textOrWhy(body, title)).toBe(/sign in/i.test(body) ? 'sign-in' : 'error');
  });

  it.each([
    ['Lost satellite not found', 'Lost satellite not found'],
    ['Sign in to nothing', 'Sign in to nothing'],
    ['404 reasons to stay', '404 reasons to stay'],
  ])('is kept under a title that only sounds like a notice: %s', (title, heading) => {
    expect(textOrWhy(`${NAV}<main><h1>${heading}</h1><p>${FIX}</p></main>${FOOT}`, title)).toBe(FIX);
  });

  it('is kept under the title of a notice once it is long', () => {
    const long = `<p>${FIX}</p><p>${ADVICE}</p>`.repeat(2);
    expect(textOrWhy(`${NAV}<main><h1>Page not found</h1>${long}</main>${FOOT}`, 'Page not found')).toContain(ADVICE);
  });
});
