/**
 * A cell that begins like this is run as a formula by spreadsheets (OWASP, "CSV Injection"). Such a cell is written with
 * an apostrophe before it, and so is one that has an apostrophe there already, so that reading can take one away.
 */
const RISKY = /^'*[=+\-@\t\r\n]/;

export const harmlessCell = (text: string): string => (RISKY.test(text) ? `'${text}` : text);

/** The text of a cell as it was before `harmlessCell`. */
export const cellText = (text: string): string =>
  text.startsWith("'") && RISKY.test(text.slice(1)) ? text.slice(1) : text;
