import { type ReadonlySignal, signal } from '@preact/signals';
import type { Sentence } from '../../lib/reader/sentences.ts';

export interface Speaker {
  /** Index of the sentence that is spoken, or would be next. */
  readonly at: ReadonlySignal<number>;
  readonly isSpeaking: ReadonlySignal<boolean>;
  /** Why nothing is heard, in words for the reader. */
  readonly failure: ReadonlySignal<string | undefined>;
  readonly play: () => void;
  readonly pause: () => void;
  readonly stepSentence: (by: 1 | -1) => void;
  readonly stepParagraph: (by: 1 | -1) => void;
  /** Speaks the present sentence again, after the voice or speed changed. */
  readonly again: () => void;
  readonly stop: () => void;
}

interface SpeakerParts {
  readonly sentences: readonly Sentence[];
  readonly wordsOf: (sentence: Sentence) => string;
  readonly language: string | undefined;
  readonly voice: () => SpeechSynthesisVoice | undefined;
  readonly rate: () => number;
  readonly startAt: number;
  /** After the last sentence. */
  readonly onEnd: () => void;
}

/**
 * Speaks one sentence after the other with the browser's voices. Each is an utterance of its own: Chromium falls silent
 * in one of more than some 15 seconds (crbug.com/41294170), and pausing within one is left undone on Android.
 */
export function createSpeaker({ sentences, wordsOf, language, voice, rate, startAt, onEnd }: SpeakerParts): Speaker {
  const at = signal(startAt);
  const isSpeaking = signal(false);
  const failure = signal<string | undefined>(undefined);
  /** Of what was cancelled, browsers still tell the end. */
  let turn = 0;
  let hasEnded = false;

  function speak() {
    const sentence = sentences[at.value];
    turn += 1;
    const mine = turn;
    speechSynthesis.cancel();
    if (!sentence) {
      isSpeaking.value = false;
      return;
    }
    const utterance = new SpeechSynthesisUtterance(wordsOf(sentence));
    const chosen = voice();
    if (chosen) utterance.voice = chosen;
    utterance.lang = chosen?.lang ?? language ?? '';
    utterance.rate = rate();
    utterance.onend = () => {
      if (mine !== turn) return;
      if (at.value + 1 < sentences.length) {
        at.value += 1;
        speak();
      } else {
        hasEnded = true;
        isSpeaking.value = false;
        onEnd();
      }
    };
    utterance.onerror = ({ error }) => {
      if (mine !== turn || error === 'canceled' || error === 'interrupted') return;
      isSpeaking.value = false;
      failure.value = 'The browser’s voice failed. Choose another voice, or press play to try again.';
    };
    failure.value = undefined;
    speechSynthesis.speak(utterance);
  }

  function goTo(index: number) {
    hasEnded = false;
    at.value = Math.min(sentences.length - 1, Math.max(0, index));
    if (isSpeaking.value) speak();
  }

  const pause = () => {
    isSpeaking.value = false;
    turn += 1;
    speechSynthesis.cancel();
  };
  return {
    at,
    isSpeaking,
    failure,
    play() {
      if (hasEnded) at.value = 0;
      hasEnded = false;
      isSpeaking.value = true;
      speak();
    },
    pause,
    stepSentence: (by) => goTo(at.value + by),
    stepParagraph(by) {
      const here = sentences[at.value]?.paragraph ?? 0;
      const first = sentences.findIndex(({ paragraph }) => paragraph === here);
      // Back leads to the beginning of this one first, as with music.
      const wanted = by === 1 || at.value === first ? here + by : here;
      const found = sentences.findIndex(({ paragraph }) => paragraph === wanted);
      goTo(found === -1 ? (by === 1 ? sentences.length - 1 : 0) : found);
    },
    again() {
      if (isSpeaking.value) speak();
    },
    stop: pause,
  };
}

/** The reader's voice for a language, or the first that speaks it, one on this machine before others. */
export function chooseVoice(
  voices: readonly SpeechSynthesisVoice[],
  language: string | undefined,
  chosen: string | undefined,
): SpeechSynthesisVoice | undefined {
  const fitting = voicesFor(voices, language);
  return fitting.find(({ voiceURI }) => voiceURI === chosen) ?? fitting[0];
}

/** Voices of a language, those on this machine first: the others send the text away, and need a network. */
export function voicesFor(
  voices: readonly SpeechSynthesisVoice[],
  language: string | undefined,
): readonly SpeechSynthesisVoice[] {
  const wanted = (language ?? navigator.language).slice(0, 2).toLowerCase();
  return voices
    .filter(({ lang }) => lang.slice(0, 2).toLowerCase() === wanted)
    .sort((a, b) => Number(b.localService) - Number(a.localService) || Number(b.default) - Number(a.default));
}
