/** What stands for something in a note. Read in this order, so that a link's own words are not read again. */
const PARTS =
  /\[\[([^\]|\n]*)\|((?:article|mark)\/[\w-]+)\]\]|\*\*([^*\n]+)\*\*|\*([^*\n]+)\*|`([^`\n]+)`|(?<=^|[\s(,;])(#\p{L}[\p{L}\p{N}_-]{0,39})/gu;

interface NoteTextProps {
  readonly text: string;
  /** The address of what a note links to. */
  readonly addressOf: (target: string) => string;
}

/** A note as it is read: tags, links, emphasis and code. Line breaks stay; everything else is shown as typed. */
export function NoteText({ text, addressOf }: NoteTextProps) {
  const parts = [];
  let last = 0;
  for (const match of text.matchAll(PARTS)) {
    const [whole, label, target, strong, emphasis, code, tag] = match;
    parts.push(text.slice(last, match.index));
    last = match.index + whole.length;
    if (target !== undefined) parts.push(<a href={addressOf(target)}>{label === '' ? 'Linked passage' : label}</a>);
    else if (strong !== undefined) parts.push(<strong>{strong}</strong>);
    else if (emphasis !== undefined) parts.push(<em>{emphasis}</em>);
    else if (code !== undefined) parts.push(<code>{code}</code>);
    else if (tag !== undefined) parts.push(<span class="note-tag">{tag}</span>);
  }
  parts.push(text.slice(last));
  return <>{parts}</>;
}
