import type { MetadataSourceId } from '../../article/capture.ts';
import type { MetaTags } from './meta-tags.ts';
import type { StructuredData } from './structured-data.ts';

/** What the sources read: a copy of the page that nothing was taken from yet, and what was read of it already. */
export interface PageFacts {
  readonly copy: Document;
  readonly url: string;
  readonly meta: MetaTags;
  readonly structured: StructuredData | undefined;
  /** The heading that is the title, as far as one is found. */
  readonly heading: Element | undefined;
}

/**
 * One place where pages name their title, authors or dates. Each function gives what stands there, unchecked and best
 * first; one that is absent says that nothing of the kind is looked for there. They are asked only when needed.
 */
export interface MetadataSource {
  readonly id: MetadataSourceId;
  readonly titles?: (page: PageFacts) => readonly (string | undefined)[];
  readonly authors?: (page: PageFacts) => readonly string[];
  readonly published?: (page: PageFacts) => readonly (string | undefined)[];
  readonly modified?: (page: PageFacts) => readonly (string | undefined)[];
}
