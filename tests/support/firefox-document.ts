/** A document inside Firefox: the selected tab's, or the popup's. Actions wait for their element, and give real, trusted events. */
export interface FirefoxDocument {
  /** Runs a function in the page and gives its result as JSON carries it. The function sees its arguments and the page, nothing else. */
  evaluate<Args extends readonly unknown[], Result>(
    work: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result>;
  /** Waits until the function gives something truthy. */
  waitFor<Args extends readonly unknown[]>(work: (...args: Args) => unknown, ...args: Args): Promise<void>;
  /** Waits until the text of the first match of `selector` matches. @throws Error with what the page said instead. */
  waitForText(selector: string, pattern: RegExp): Promise<void>;
  click(selector: string): Promise<void>;
  /** Types into an element; special keys by their WebDriver code points, as in `\uE007` for Enter. */
  type(selector: string, text: string): Promise<void>;
  /** The visible part, as PNG. */
  screenshot(): Promise<Buffer>;
}

type ExecuteChrome = (body: string, ...args: readonly unknown[]) => Promise<unknown>;

// Expressions for the browser's window, each giving the <browser> element of a document.
export const SELECTED_TAB = 'gBrowser.selectedBrowser';
export const POPUP = "document.querySelector('browser.webextension-popup-browser')";

const WAIT_MS = 10_000;

/**
 * Marionette's own commands reach tabs only. The window actor behind them stands in every document, so it is asked
 * directly: remote/marionette/actors/MarionetteCommandsParent.sys.mjs of Firefox, read in November 2026.
 */
export function viewDocument(executeChrome: ExecuteChrome, browserElement: string): FirefoxDocument {
  const act = (body: string, ...args: readonly unknown[]): Promise<unknown> =>
    executeChrome(
      `const browser = ${browserElement};
      if (!browser) throw new Error('The document is closed.');
      const actor = browser.browsingContext.currentWindowGlobal.getActor('MarionetteCommands');
      const capabilities = { toJSON: () => ({ 'moz:webdriverClick': true }) };
      const find = (selector) => actor.findElement('css selector', selector, { timeout: ${WAIT_MS} });
      ${body}`,
      ...args,
    );

  async function evaluate<Args extends readonly unknown[], Result>(
    work: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result> {
    const script = `
      const done = arguments[arguments.length - 1];
      const args = JSON.parse(arguments[0]);
      new Promise((resume) => resume((${work})(...args))).then(
        (value) => done(JSON.stringify({ value })),
        (error) => done(JSON.stringify({ error: String(error) })),
      );`;
    const text = await act(
      `return await actor.executeScript(arguments[0], [arguments[1]], { async: true, timeout: ${WAIT_MS} });`,
      script,
      JSON.stringify(args),
    );
    const { value, error } = JSON.parse(String(text)) as { readonly value: Result; readonly error?: string };
    if (error !== undefined) throw new Error(error);
    return value;
  }

  async function waitFor<Args extends readonly unknown[]>(
    work: (...args: Args) => unknown,
    ...args: Args
  ): Promise<void> {
    const end = Date.now() + WAIT_MS;
    while (!(await evaluate(work, ...args).catch(passOverNavigation))) {
      if (Date.now() > end) throw new Error(`Still not so after ${WAIT_MS} ms: ${work}`);
      await new Promise((resume) => setTimeout(resume, 50));
    }
  }

  return {
    evaluate,
    waitFor,

    async waitForText(selector, pattern) {
      const isSaid = (css: string, source: string) =>
        new RegExp(source, 'u').test(document.querySelector(css)?.textContent ?? '');
      await waitFor(isSaid, selector, pattern.source).catch(async (error) => {
        const said = await evaluate(() => document.body.textContent?.slice(0, 1500)).catch(() => '(the page is gone)');
        throw new Error(`${selector} never said ${pattern}. The page said: ${said}`, { cause: error });
      });
    },

    async click(selector) {
      await act('await actor.clickElement(await find(arguments[0]), capabilities);', selector);
    },

    async type(selector, text) {
      await act('await actor.sendKeysToElement(await find(arguments[0]), arguments[1], capabilities);', selector, text);
    },

    async screenshot() {
      const dataUrl = await act(`
        const picture = await browser.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white');
        const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
        canvas.width = picture.width;
        canvas.height = picture.height;
        canvas.getContext('2d').drawImage(picture, 0, 0);
        return canvas.toDataURL('image/png');`);
      return Buffer.from(String(dataUrl).replace(/^[^,]*,/, ''), 'base64');
    },
  };
}

/** A tab that was just opened changes its document under the question, and with it the actor that would answer. */
function passOverNavigation(error: unknown): false {
  if (String(error).includes('AbortError')) return false;
  throw error;
}
