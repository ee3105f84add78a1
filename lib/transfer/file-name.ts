/** Names that Windows keeps for devices, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
/** What no system, or Obsidian, takes in a file name. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are among what is not taken
const FORBIDDEN = /[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069#^[\]|\\/:*?"<>]/g;
const MOST_BYTES = 120;

/** A title as a file name that every system takes, without extension, at most 120 bytes of UTF-8. */
export function fileNameOf(title: string, fallback = 'Untitled'): string {
  const plain = title
    .toWellFormed()
    .replace(FORBIDDEN, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const name = cutBytes(plain, MOST_BYTES).replace(/[\s.]+$/, '');
  if (name === '') return fallback;
  return DEVICE.test(name) ? `${name}_` : name;
}

function cutBytes(text: string, most: number): string {
  const encoder = new TextEncoder();
  let length = 0;
  let result = '';
  for (const character of text) {
    length += encoder.encode(character).length;
    if (length > most) break;
    result += character;
  }
  return result;
}

/** Gives each name once, compared without case: a second gets a number. */
export function createNamer(): (name: string) => string {
  const taken = new Set<string>();
  return (name) => {
    let unique = name;
    for (let number = 2; taken.has(unique.toLowerCase()); number++) unique = `${name} ${number}`;
    taken.add(unique.toLowerCase());
    return unique;
  };
}
