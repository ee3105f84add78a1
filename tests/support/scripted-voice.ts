import type { Page } from 'puppeteer-core';

/** What was spoken: the words, and with what. */
export interface Spoken {
  readonly text: string;
  readonly lang: string;
  readonly voice: string | undefined;
  readonly rate: number;
}

/**
 * Puts voices into the next documents of a page that speak each sentence in a moment and write down what they spoke. Real
 * ones depend on the machine, and there are none where tests run.
 */
export async function scriptVoices(page: Page): Promise<() => Promise<readonly Spoken[]>> {
  await page.evaluateOnNewDocument(() => {
    const spoken: Spoken[] = [];
    const voices = ['en-GB', 'de-DE', 'ja-JP', 'ar-SA'].flatMap((lang) => [
      { lang, name: `Far ${lang}`, voiceURI: `far-${lang}`, localService: false, default: false },
      { lang, name: `Near ${lang}`, voiceURI: `near-${lang}`, localService: true, default: false },
    ]);
    class Utterance {
      lang = '';
      rate = 1;
      voice: { readonly voiceURI: string } | undefined;
      onend: (() => void) | undefined;
      text: string;
      constructor(text: string) {
        this.text = text;
      }
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const synthesis = Object.assign(new EventTarget(), {
      getVoices: () => voices,
      cancel: () => clearTimeout(timer),
      speak(utterance: Utterance) {
        const { text, lang, rate, voice } = utterance;
        spoken.push({ text, lang, rate, voice: voice?.voiceURI });
        timer = setTimeout(() => utterance.onend?.(), 15);
      },
    });
    Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance });
    Object.defineProperty(window, 'spokenByScript', { value: spoken });
  });
  return () => page.evaluate(() => (window as unknown as { spokenByScript: readonly Spoken[] }).spokenByScript);
}
