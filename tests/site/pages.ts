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
  {
    slug: 'code-blocks',
    host: 'bytewright.example',
    title: 'A queue that survives the power cut',
    kind: 'article',
  },
  {
    slug: 'data-table',
    host: 'ledger-of-machines.example',
    title: 'We measured nine home batteries for a year',
    kind: 'article',
  },
  {
    slug: 'footnotes',
    host: 'quiet-kernel.example',
    title: 'In praise of the boring protocol',
    kind: 'article',
  },
  {
    slug: 'embedded-video',
    host: 'lens-and-loop.example',
    title: 'Watch a factory move one speck of dust',
    kind: 'article',
  },
  {
    slug: 'svg-junk',
    host: 'vector-town.example',
    title: 'Your browser tab is a small city',
    kind: 'article',
  },
  {
    slug: 'right-to-left',
    host: 'waraq-tech.example',
    title: 'حين عاد الذكاء الصغير إلى الجيب',
    kind: 'article',
  },
  {
    slug: 'japanese',
    host: 'kairo-dayori.example',
    title: '町工場が育てた小さな半導体',
    kind: 'article',
  },
  {
    slug: 'built-by-script',
    host: 'single-page.example',
    title: 'Offline maps are back, and they fit on a stamp',
    kind: 'article',
  },
  {
    slug: 'shadow-root',
    host: 'component-house.example',
    title: 'The museum that keeps websites alive',
    kind: 'article',
  },
  {
    slug: 'framed-text',
    host: 'old-frames.example',
    title: 'A letter to the next maintainer',
    kind: 'article',
  },
  {
    slug: 'paywall-teaser',
    host: 'ledger-of-machines.example',
    title: 'The quiet race to cool the hottest chips',
    kind: 'teaser',
  },
  {
    slug: 'front-page',
    host: 'circuit-post.example',
    title: 'Circuit Post: technology, read slowly',
    kind: 'no-article',
  },
  {
    slug: 'search-page',
    host: 'far-shore.example',
    title: 'Search results for “cable”',
    kind: 'no-article',
  },
  {
    slug: 'slow-pictures',
    host: 'far-shore.example',
    title: 'Six postcards from the slow internet',
    kind: 'article',
  },
  {
    slug: 'two-hundred-kilobytes',
    host: 'tidewater-manual.example',
    title: 'The Tidewater relay handbook',
    kind: 'article',
  },
];
