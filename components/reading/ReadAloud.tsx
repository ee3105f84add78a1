import { useComputed, useSignalEffect } from '@preact/signals';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Article } from '../../lib/article/article.ts';
import type { TextPosition } from '../../lib/article/highlight.ts';
import { RANGES } from '../../lib/article/settings.ts';
import { type Sentence, sentencesOf } from '../../lib/reader/sentences.ts';
import { Icon } from '../controls/Icon.tsx';
import { useKeys } from '../controls/keys.ts';
import type { ReadText } from '../marks/shown-text.ts';
import type { ReaderApp, SpokenPlace } from '../reader/reader-app.ts';
import { bringIntoView, liveRange } from './live-range.ts';
import { followMediaKeys } from './media-keys.ts';
import { chooseVoice, createSpeaker, voicesFor } from './speaker.ts';

interface ReadAloudProps {
  readonly app: ReaderApp;
  readonly article: Article;
  readonly text: ReadText;
  readonly spoken: SpokenPlace;
  readonly close: () => void;
}

/** Reads the article aloud: the sentence is marked and kept in view. */
export function ReadAloud({ app, article, text, spoken, close }: ReadAloudProps) {
  const { settings, change } = app.settings;
  const { skipsAsides, speechRate, speechVoices } = settings.value;
  const language = article.language?.slice(0, 2);
  const voices = useVoices();
  const speaker = useMemo(() => {
    const left = skipsAsides ? asidesOf(text) : [];
    const words = withoutNumbers(text);
    const sentences = sentencesOf(words, article.language, left);
    const wordsOf = ({ start, end }: Sentence) => words.slice(start, end).replace(/\s+/g, ' ');
    const startAt = startIn(sentences, text, spoken.read());
    const voice = () =>
      chooseVoice(speechSynthesis.getVoices(), article.language, settings.peek().speechVoices[language ?? '']);
    const rate = () => settings.peek().speechRate;
    // A text that was heard to its end begins anew.
    const onEnd = () => spoken.keep({ start: -1, words: '' });
    const parts = { sentences, wordsOf, language: article.language, voice, rate, startAt, onEnd };
    return { sentences, ...createSpeaker(parts) };
  }, [text, article, skipsAsides, spoken, settings, language]);

  useEffect(() => {
    speaker.play();
    const unfollow = followMediaKeys(article, speaker);
    return () => {
      speaker.stop();
      unfollow();
      CSS.highlights.delete('spoken');
    };
  }, [speaker, article]);
  // After another voice or speed was chosen, also on another page; not at the beginning.
  const manner = JSON.stringify([speechRate, speechVoices]);
  const spokenIn = useRef(manner);
  useEffect(() => {
    if (spokenIn.current !== manner) speaker.again();
    spokenIn.current = manner;
  }, [manner, speaker]);
  useSignalEffect(() => {
    const sentence = speaker.sentences[speaker.at.value];
    const range = sentence && text.article.rangeOf(sentence);
    if (!sentence || !range) return;
    const painted = new Highlight(new StaticRange(range));
    painted.priority = 2;
    CSS.highlights.set('spoken', painted);
    bringIntoView(liveRange(range).getBoundingClientRect());
    spoken.keep({
      start: sentence.start,
      words: text.article.text.slice(sentence.start, sentence.end).slice(0, 80),
    });
  });
  const isSpeaking = useComputed(() => speaker.isSpeaking.value).value;
  const toggle = () => (isSpeaking ? speaker.pause() : speaker.play());
  useKeys({
    p: toggle,
    ArrowLeft: () => speaker.stepSentence(-1),
    ArrowRight: () => speaker.stepSentence(1),
    '{': () => speaker.stepParagraph(-1),
    '}': () => speaker.stepParagraph(1),
    Escape: close,
  });
  const offered = voicesFor(voices, article.language);
  const { least, most, step } = RANGES.speechRate;
  if (speaker.sentences.length === 0) {
    return (
      <section class="speech-bar" aria-label="Reading aloud">
        <p>There is nothing here to read aloud.</p>
        <CloseButton close={close} />
      </section>
    );
  }
  return (
    <section class="speech-bar" aria-label="Reading aloud">
      <div class="speech-steps">
        <Step name="The paragraph before" keys="{" sign="«" click={() => speaker.stepParagraph(-1)} />
        <Step name="The sentence before" keys="ArrowLeft" sign="‹" click={() => speaker.stepSentence(-1)} />
        <button type="button" class="button is-primary" aria-keyshortcuts="p" onClick={toggle}>
          {isSpeaking ? 'Pause' : 'Play'}
        </button>
        <Step name="The next sentence" keys="ArrowRight" sign="›" click={() => speaker.stepSentence(1)} />
        <Step name="The next paragraph" keys="}" sign="»" click={() => speaker.stepParagraph(1)} />
      </div>
      <div class="speech-manner">
        <label class="speech-rate">
          <span>Speed</span>
          <input
            type="range"
            min={least}
            max={most}
            step={step}
            value={speechRate}
            onChange={({ currentTarget }) => change({ speechRate: Number(currentTarget.value) })}
          />
          <output class="number">{speechRate.toFixed(1)}×</output>
        </label>
        {offered.length > 0 ? (
          <select
            class="chip"
            aria-label="Voice"
            value={chooseVoice(voices, article.language, speechVoices[language ?? ''])?.voiceURI}
            onChange={({ currentTarget }) =>
              change({ speechVoices: { ...speechVoices, [language ?? '']: currentTarget.value } })
            }
          >
            {offered.map(({ voiceURI, name, localService }) => (
              <option key={voiceURI} value={voiceURI}>
                {name}
                {localService ? '' : ' (sends the text to its maker)'}
              </option>
            ))}
          </select>
        ) : (
          <span class="small muted">No voice for this language on this machine; the browser’s own is used.</span>
        )}
        <label class="speech-skip small">
          <input
            type="checkbox"
            checked={skipsAsides}
            onChange={({ currentTarget }) => change({ skipsAsides: currentTarget.checked })}
          />
          Skip code and captions
        </label>
      </div>
      {speaker.failure.value !== undefined && (
        <p class="small" role="alert">
          {speaker.failure.value}
        </p>
      )}
      <CloseButton close={close} />
    </section>
  );
}

const CloseButton = ({ close }: { close: () => void }) => (
  <button type="button" class="icon-button" aria-label="Stop reading aloud" title="Stop (Esc)" onClick={close}>
    <Icon name="close" />
  </button>
);

interface StepProps {
  readonly name: string;
  readonly keys: string;
  readonly sign: string;
  readonly click: () => void;
}

const Step = ({ name, keys, sign, click }: StepProps) => (
  <button type="button" class="icon-button" aria-label={name} title={name} aria-keyshortcuts={keys} onClick={click}>
    <span aria-hidden="true">{sign}</span>
  </button>
);

/** Chromium loads its voices after the first question. */
function useVoices(): readonly SpeechSynthesisVoice[] {
  const [voices, setVoices] = useState(() => speechSynthesis.getVoices());
  useEffect(() => {
    const look = () => setVoices(speechSynthesis.getVoices());
    look();
    speechSynthesis.addEventListener('voiceschanged', look);
    return () => speechSynthesis.removeEventListener('voiceschanged', look);
  }, []);
  return voices;
}

/** Code and captions, as places in the text. */
function asidesOf({ root, article }: ReadText): readonly TextPosition[] {
  return [...root.querySelectorAll('pre, figcaption, caption')].map((element) => ({
    start: article.indexOf({ node: element, offset: 0 }),
    end: article.indexOf({ node: element, offset: element.childNodes.length }),
  }));
}

/** The text with a space for each sign of the numbers of its footnotes: they are not spoken. */
function withoutNumbers({ root, article }: ReadText): string {
  let words = article.text;
  for (const link of root.querySelectorAll('sup a[href^="#"]')) {
    const start = article.indexOf({ node: link, offset: 0 });
    const end = start + (link.textContent ?? '').length;
    words = `${words.slice(0, start)}${' '.repeat(end - start)}${words.slice(end)}`;
  }
  return words;
}

/** Where it stopped last, if that is in view or nothing was scrolled to; else the first sentence in the window. */
function startIn(
  sentences: readonly Sentence[],
  { article }: ReadText,
  spoken: { readonly start: number; readonly words: string } | undefined,
): number {
  const rectOf = (sentence: Sentence | undefined) => {
    const range = sentence && article.rangeOf(sentence);
    return range && liveRange(range).getBoundingClientRect();
  };
  const last = sentences.findIndex(
    ({ start, end }) =>
      spoken !== undefined && article.text.slice(start, end).startsWith(spoken.words) && start === spoken.start,
  );
  const rect = rectOf(sentences[last]);
  if (rect && rect.bottom > 0 && rect.top < innerHeight) return last;
  // By halves: each rectangle is a question to the layout.
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rectOf(sentences[middle])?.bottom ?? 0) > 72) high = middle;
    else low = middle + 1;
  }
  return Math.min(low, Math.max(0, sentences.length - 1));
}
