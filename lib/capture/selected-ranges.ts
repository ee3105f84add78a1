/** What the reader selected on a page, empty ranges left out. */
export function selectedRanges(doc: Document): readonly AbstractRange[] {
  const selection = doc.getSelection();
  if (selection === null || selection.rangeCount === 0) return [];
  const insideRoot = rangeInShadowRoot(selection, doc);
  if (insideRoot !== undefined) return [insideRoot];
  // Firefox allows several ranges at once, as when the cells of a column are selected.
  const ranges = Array.from({ length: selection.rangeCount }, (_, index) => selection.getRangeAt(index));
  return ranges.filter((range) => !range.collapsed);
}

/**
 * `getRangeAt` tells of a selection inside a shadow root only where its host stands. From Chrome 137 and Firefox 142 on
 * the browser tells the rest, to those who name the root.
 */
function rangeInShadowRoot(selection: Selection, doc: Document): AbstractRange | undefined {
  if (!('getComposedRanges' in selection)) return undefined;
  const shadowRoots = openRootsBelow(doc);
  if (shadowRoots.length === 0) return undefined;
  const range = selection.getComposedRanges({ shadowRoots })[0];
  if (range === undefined || range.collapsed) return undefined;
  const root = range.startContainer.getRootNode();
  return root !== doc && root === range.endContainer.getRootNode() ? range : undefined;
}

function openRootsBelow(node: ParentNode): ShadowRoot[] {
  return [...node.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
    shadowRoot === null ? [] : [shadowRoot, ...openRootsBelow(shadowRoot)],
  );
}
