import type { Article } from '../../lib/article/article.ts';
import type { Speaker } from './speaker.ts';

const ACTIONS = ['play', 'pause', 'previoustrack', 'nexttrack', 'seekbackward', 'seekforward', 'stop'] as const;

/**
 * The keys of keyboards and headphones play, pause and skip. Browsers give them to a page that plays sound, and speech is
 * none to them: silence is played beside it. Gives the function that ends it.
 */
export function followMediaKeys({ title, siteName }: Article, speaker: Speaker): () => void {
  const { mediaSession } = navigator;
  if (!mediaSession) return () => undefined;
  const silence = playSilence();
  mediaSession.metadata = new MediaMetadata({ title, artist: siteName });
  const acts: Readonly<Record<(typeof ACTIONS)[number], () => void>> = {
    play: speaker.play,
    pause: speaker.pause,
    previoustrack: () => speaker.stepParagraph(-1),
    nexttrack: () => speaker.stepParagraph(1),
    seekbackward: () => speaker.stepSentence(-1),
    seekforward: () => speaker.stepSentence(1),
    stop: speaker.pause,
  };
  for (const action of ACTIONS) mediaSession.setActionHandler(action, acts[action]);
  const unfollow = speaker.isSpeaking.subscribe((isSpeaking) => {
    mediaSession.playbackState = isSpeaking ? 'playing' : 'paused';
  });
  return () => {
    unfollow();
    silence();
    for (const action of ACTIONS) mediaSession.setActionHandler(action, null);
    mediaSession.metadata = null;
    mediaSession.playbackState = 'none';
  };
}

/** From the audio engine and not from a file, which the page policy would have to allow. */
function playSilence(): () => void {
  const context = new AudioContext();
  const stream = context.createMediaStreamDestination();
  const source = context.createConstantSource();
  const gain = context.createGain();
  gain.gain.value = 0;
  source.connect(gain).connect(stream);
  source.start();
  const audio = new Audio();
  audio.srcObject = stream.stream;
  // Refused before the reader touched the page; then there are no media keys, and all else works.
  audio.play().catch(() => undefined);
  return () => {
    audio.pause();
    audio.srcObject = null;
    context.close().catch(() => undefined);
  };
}
