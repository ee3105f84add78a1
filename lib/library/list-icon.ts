const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The icon that a reader typed or pasted for a list: its first character, however many code points that has. */
export const iconOf = (typed: string): string | undefined => characters.segment(typed.trim()).containing(0)?.segment;
