/** What a page is to a reader: a whole article, the open beginning of one, or nothing to keep. */
export type PageKind = 'article' | 'no-article' | 'teaser';

export interface DemoPage {
  /** Path of the page, and name of its files in `pages/` and `expected/`. */
  readonly slug: string;
  readonly host: string;
  readonly title: string;
  readonly kind: PageKind;
}

/** Every page of the demo site, the show page first. */
export const PAGES: readonly DemoPage[] = [
  {
    slug: 'cloud-capacity',
    host: 'circuit-post.example',
    title: 'Cloud makers race to host the next model generation',
    kind: 'article',
  },
  {
    slug: 'seven-zero-zero',
    host: 'wafer-notes.example',
    title: 'What a three-dollar microcontroller taught our compiler team',
    kind: 'article',
  },
  {
    slug: 'title-twice',
    host: 'harbour-stack.example',
    title: 'The harbour that runs on forty-year-old software',
    kind: 'article',
  },
  {
    slug: 'lazy-pictures',
    host: 'lens-and-loop.example',
    title: 'Cameras without lenses are learning to see',
    kind: 'article',
  },
  {
    slug: 'far-pictures',
    host: 'far-shore.example',
    title: 'The undersea cable that listens for earthquakes',
    kind: 'article',
  },
];
