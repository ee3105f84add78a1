import { Parser } from 'htmlparser2';

export interface XmlElement {
  /** With its prefix, as written. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

const DEEPEST = 64;
const MOST_ELEMENTS = 2_000_000;

/**
 * A small tree of an XML document. Nothing is fetched and no entity is defined: a document with a type declaration is
 * refused, because declarations are where entities that multiply or that read files come from.
 */
export function readXml(text: string): XmlElement | 'has-doctype' | 'too-deep' {
  if (/<!DOCTYPE/i.test(text)) return 'has-doctype';
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  let isTooDeep = false;
  let count = 0;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const element: XmlElement = { name, attributes, children: [], text: '' };
        open.at(-1)?.children.push(element);
        open.push(element);
        count++;
        if (open.length > DEEPEST || count > MOST_ELEMENTS) {
          isTooDeep = true;
          parser.reset();
        }
      },
      onclosetag: () => {
        if (open.length > 1) open.pop();
      },
      ontext: (piece) => {
        const element = open.at(-1);
        if (element) element.text += piece;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  // In pieces, so that a document that nests too deep is left early.
  for (let at = 0; at < text.length && !isTooDeep; at += 65_536) parser.write(text.slice(at, at + 65_536));
  if (!isTooDeep) parser.end();
  return isTooDeep ? 'too-deep' : root;
}

export const childrenOf = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? [];

/** The first element at the end of a path of names. */
export const childAt = (element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined =>
  path.reduce<XmlElement | undefined>((at, name) => at?.children.find((child) => child.name === name), element);
