import { readImageAsJpeg } from './to-jpeg.ts';

/** What writing an article needs of the page's document. */
export function createNodeWriters(document: Document) {
  return {
    toXml: (node: Node): string => {
      const serializer = new XMLSerializer();
      return [...node.childNodes].map((child) => serializer.serializeToString(child)).join('');
    },
    toHtml: (node: Node): string => {
      // A template's document is inert: nothing in it loads while it is written out.
      const box = document.createElement('template').content.ownerDocument.createElement('div');
      box.append(node.cloneNode(true));
      return box.innerHTML;
    },
    toJpeg: readImageAsJpeg,
    now: Date.now,
  };
}
