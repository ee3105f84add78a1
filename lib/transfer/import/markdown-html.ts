import { Marked } from 'marked';

/** `==marked==` is no Markdown, but what Obsidian writes for a highlight. */
const marked = new Marked({
  gfm: true,
  async: false,
  extensions: [
    {
      name: 'mark',
      level: 'inline',
      start: (source) => source.indexOf('=='),
      tokenizer(source) {
        const match = /^==(?=\S)([^=\n]+?)(?<=\S)==/.exec(source);
        return match ? { type: 'mark', raw: match[0], tokens: this.lexer.inlineTokens(match[1] ?? '') } : undefined;
      },
      renderer(token) {
        return this.parser.parseInline(token.tokens ?? []);
      },
    },
  ],
});

/** HTML of a note. It may hold whatever the note held, so it is as untrusted as the note. */
export function writeHtmlOfMarkdown(markdown: string): string {
  return marked.parse(markdown) as string;
}
