import type { Found } from './found.ts';
import { type Content, fileOf, type Importer } from './importer.ts';
import { judge, rejected } from './judge.ts';
import { textOfHtml } from './markup.ts';
import { folderName, timeOfText } from './values.ts';
import { childAt, childrenOf, readXml, type XmlElement } from './xml.ts';

/** Zotero RDF (zotero/translators, "Zotero RDF.js", November 2026): records, notes and collections side by side. */
export const zotero: Importer = {
  name: 'Zotero',
  lacks: 'reading state, highlights and texts',
  recognise: ({ text }) => {
    const head = text.slice(0, 4096);
    return /<rdf:RDF\b/.test(head) && /zotero\.org\/namespaces|purl\.org\/net\/biblio/.test(head)
      ? 'zotero-rdf'
      : undefined;
  },
  read: function* (contents) {
    for (const content of contents) yield* readLibrary(content, fileOf(content, contents));
  },
};

/** Parts of other records, not records themselves. */
const PARTS: ReadonlySet<string> = new Set(['bib:Memo', 'z:Collection', 'z:Attachment', 'bib:Journal', 'z:Annotation']);

function* readLibrary({ text }: Content, file: { readonly file?: string }): Iterable<Found> {
  const document = readXml(text);
  if (typeof document === 'string') {
    const detail =
      document === 'has-doctype' ? 'It declares a document type, which is not read.' : 'It nests too deep.';
    yield rejected('unreadable-file', file, undefined, detail);
    return;
  }
  const entries = childAt(document, 'rdf:RDF')?.children ?? [];
  const memos = new Map(childrenOf(childAt(document, 'rdf:RDF'), 'bib:Memo').map((memo) => [aboutOf(memo), memo]));
  const listsOf = readCollections(entries);
  for (const [index, entry] of entries.entries()) {
    if (!PARTS.has(entry.name)) yield judge(draftOf(entry, memos, listsOf), { ...file, index });
  }
  if (!/<\/rdf:RDF>\s*$/.test(text)) {
    yield rejected('malformed-record', file, undefined, 'The file ends in the middle: perhaps it was cut off.');
  }
}

const aboutOf = (element: XmlElement): string => element.attributes['rdf:about'] ?? '';
const resourceOf = (element: XmlElement): string => element.attributes['rdf:resource'] ?? '';

function draftOf(
  entry: XmlElement,
  memos: ReadonlyMap<string, XmlElement>,
  listsOf: (about: string) => readonly (readonly string[])[],
) {
  const about = aboutOf(entry);
  const url = childAt(entry, 'dc:identifier', 'dcterms:URI', 'rdf:value')?.text;
  const authors = childrenOf(childAt(entry, 'bib:authors', 'rdf:Seq'), 'rdf:li').map((item) => {
    const person = childAt(item, 'foaf:Person');
    return `${childAt(person, 'foaf:givenName')?.text ?? ''} ${childAt(person, 'foaf:surname')?.text ?? ''}`;
  });
  const publishedAt = childAt(entry, 'dc:date')?.text.trim();
  const excerpt = childAt(entry, 'dcterms:abstract')?.text.trim();
  return {
    url: url ?? (/^https?:/i.test(about) ? about : undefined),
    title: childAt(entry, 'dc:title')?.text,
    addedAt: timeOfText(childAt(entry, 'dcterms:dateSubmitted')?.text),
    tags: childrenOf(entry, 'dc:subject').map(
      (subject) => childAt(subject, 'z:AutomaticTag', 'rdf:value')?.text ?? subject.text,
    ),
    notes: childrenOf(entry, 'dcterms:isReferencedBy').map((reference) =>
      textOfHtml(childAt(memos.get(resourceOf(reference)), 'rdf:value')?.text ?? ''),
    ),
    lists: listsOf(about),
    authors,
    ...(publishedAt && { publishedAt }),
    ...(excerpt && { excerpt }),
  };
}

/** A collection names its records and the collections within it. */
function readCollections(entries: readonly XmlElement[]): (about: string) => readonly (readonly string[])[] {
  const collections = entries.filter(({ name }) => name === 'z:Collection');
  const parentOf = new Map<string, XmlElement>();
  const holding = new Map<string, XmlElement[]>();
  const names = new Set(collections.map(aboutOf));
  for (const collection of collections) {
    for (const part of childrenOf(collection, 'dcterms:hasPart').map(resourceOf)) {
      if (names.has(part)) parentOf.set(part, collection);
      else holding.set(part, [...(holding.get(part) ?? []), collection]);
    }
  }
  const pathOf = (collection: XmlElement, depth = 0): readonly string[] => {
    const parent = parentOf.get(aboutOf(collection));
    const above = parent && depth < 32 ? pathOf(parent, depth + 1) : [];
    return [...above, folderName(childAt(collection, 'dc:title')?.text ?? '')];
  };
  return (about) => (holding.get(about) ?? []).map((collection) => pathOf(collection));
}
