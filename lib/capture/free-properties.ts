/** What a form finds by name among its controls, and a document among its parts (HTML, 4.10.3 and 3.1.7). */
const FOUND_BY_NAME =
  ':is(button, fieldset, input, object, output, select, textarea, img, form, embed, iframe):is([name], [id])';

/**
 * Cuts the names by which an element would stand for a property of its form or document: with `<input name="parentNode">`,
 * who climbs from the form upwards never arrives. Changes the elements below `root`.
 */
export function freeProperties(root: ParentNode, doc: Document): void {
  const ofDocument = Object.getPrototypeOf(doc) as object;
  const ofForm = Object.getPrototypeOf(doc.createElement('form')) as object;
  for (const element of root.querySelectorAll(FOUND_BY_NAME)) {
    for (const attribute of ['name', 'id']) {
      const name = element.getAttribute(attribute);
      if (name !== null && (name in ofForm || name in ofDocument)) element.removeAttribute(attribute);
    }
  }
}
