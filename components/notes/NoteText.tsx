import { type NoteBlock, type NotePart, readNoteBlocks } from '../../lib/article/note-parts.ts';
import './note-text.css';

interface NoteTextProps {
  readonly text: string;
  /** The address of what a note links to. */
  readonly addressOf: (target: string) => string;
}

/** A note as it is read. Elements are made of its parts one by one: nothing of it is ever taken as HTML. */
export function NoteText({ text, addressOf }: NoteTextProps) {
  const inline = (parts: readonly NotePart[]) => parts.map((part) => partOf(part, addressOf));
  const lines = (all: readonly (readonly NotePart[])[]) =>
    all.flatMap((parts, i) => (i === 0 ? inline(parts) : [<br key={i} />, ...inline(parts)]));
  const block = (each: NoteBlock) => {
    if (each.kind === 'code') return <pre>{each.text}</pre>;
    if (each.kind === 'list') {
      const List = each.isNumbered ? 'ol' : 'ul';
      return (
        <List>
          {each.items.map(({ parts, depth }, i) => (
            <li key={i} data-depth={depth}>
              {inline(parts)}
            </li>
          ))}
        </List>
      );
    }
    const words = lines(each.lines);
    return each.kind === 'quote' ? <blockquote>{words}</blockquote> : <p>{words}</p>;
  };
  return <div class="note-prose">{readNoteBlocks(text).map(block)}</div>;
}

function partOf(part: NotePart, addressOf: NoteTextProps['addressOf']) {
  const { text } = part;
  switch (part.kind) {
    case 'strong':
      return <strong>{text}</strong>;
    case 'emphasis':
      return <em>{text}</em>;
    case 'struck':
      return <s>{text}</s>;
    case 'code':
      return <code>{text}</code>;
    case 'tag':
      return <span class="note-tag">{text}</span>;
    case 'kept':
      return <a href={addressOf(part.target)}>{text}</a>;
    case 'link':
      return (
        <a href={part.url} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">
          {text}
        </a>
      );
    default:
      return text;
  }
}
