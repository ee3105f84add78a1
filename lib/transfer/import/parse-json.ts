/** The document, or `undefined` if the text is not JSON or nests deeper than the engine follows. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON, which is an answer.
    return undefined;
  }
}
