import { webAddress } from './addresses.ts';
import { isElement, isText } from './nodes.ts';
import type { Step } from './steps.ts';
import { textOf } from './text.ts';

/** Below this an embed is a button, a counter or a measuring frame. */
const LEAST_WIDTH = 200;
const LEAST_HEIGHT = 100;

const PLAYER = /(^|[/.])(embed|player|video|videos|watch)([/.?]|$)/i;
const ADVERT = /\b(advert\w*|ads?|3rd party|sponsor\w*|anzeige|publicité|publicidad|recaptcha|login|cookie|consent)\b/i;

// A player's own page works in a tab of its own; its embed address answers with an error there.
const WATCH_PAGES: readonly (readonly [embed: RegExp, watch: string])[] = [
  [
    /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]{6,})(?:[?#].*)?$/i,
    'https://www.youtube.com/watch?v=$1',
  ],
  [/^https?:\/\/player\.vimeo\.com\/video\/(\d+)(?:[?#].*)?$/i, 'https://vimeo.com/$1'],
];

/** Marks what stands in the place of a player until the text is cut out: it belongs to the text like a picture. */
export const CARD = 'data-card';

export const EMBED_STEP: Step<EmbedSubject> = {
  id: 'cards-for-players',
  why: 'No frame is kept, and without a paragraph with a link, "Video: title", nothing says that there was a film.',
  apply: ({ copy, base }) => prepareEmbeds(copy, base),
};

export interface EmbedSubject {
  readonly copy: Document;
  readonly base: string;
}

function prepareEmbeds(copy: Document, base: string): void {
  for (const embed of copy.body.querySelectorAll('iframe, video, audio')) {
    const link = cardOf(embed, base);
    if (link === undefined) {
      embed.remove();
      continue;
    }
    const paragraph = copy.createElement('p');
    paragraph.setAttribute(CARD, '');
    const anchor = copy.createElement('a');
    anchor.setAttribute('href', link.href);
    anchor.append(link.text);
    paragraph.append(anchor);
    outermostBox(embed).replaceWith(paragraph);
  }
}

interface Card {
  readonly href: string;
  readonly text: string;
}

function cardOf(embed: Element, base: string): Card | undefined {
  const href = webAddress(sourceOf(embed), base);
  if (href === undefined || isHidden(embed)) return undefined;
  const title = (embed.getAttribute('title') ?? embed.getAttribute('aria-label') ?? '').replace(/\s+/g, ' ').trim();
  if (embed.localName === 'iframe') {
    const isPlayer = PLAYER.test(href) || embed.hasAttribute('allowfullscreen');
    if (ADVERT.test(title) || (!isPlayer && (title === '' || isSmall(embed)))) return undefined;
  }
  const kind = embed.localName === 'audio' ? 'Audio' : 'Video';
  return { href: watchPage(href), text: `${kind}: ${title === '' ? new URL(href).hostname : title}` };
}

function sourceOf(embed: Element): string | null {
  const lazy = embed.getAttribute('data-src') ?? embed.getAttribute('data-lazy-src');
  return lazy ?? embed.getAttribute('src') ?? embed.querySelector('source[src]')?.getAttribute('src') ?? null;
}

function watchPage(href: string): string {
  for (const [embed, watch] of WATCH_PAGES) if (embed.test(href)) return href.replace(embed, watch);
  return href;
}

function isHidden(embed: Element): boolean {
  return embed.hasAttribute('hidden') || /display:\s*none|visibility:\s*hidden/.test(embed.getAttribute('style') ?? '');
}

function isSmall(embed: Element): boolean {
  const width = Number.parseInt(embed.getAttribute('width') ?? '', 10);
  const height = Number.parseInt(embed.getAttribute('height') ?? '', 10);
  return width < LEAST_WIDTH || height < LEAST_HEIGHT;
}

/** The boxes that only give a player its shape; a figure stays, for its caption. */
function outermostBox(embed: Element): Element {
  let outermost = embed;
  for (let parent = embed.parentElement; parent !== null; parent = parent.parentElement) {
    if (!/^(div|span|p|center|section)$/.test(parent.localName) || !isAlone(outermost, parent)) break;
    outermost = parent;
  }
  return outermost;
}

function isAlone(child: Element, parent: Element): boolean {
  return [...parent.childNodes].every(
    (node) =>
      node === child ||
      (isText(node)
        ? node.data.trim() === ''
        : !isElement(node) || (textOf(node) === '' && node.querySelector('img') === null && node.localName !== 'img')),
  );
}
