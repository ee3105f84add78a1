/**
 * Bytes as text. A byte order mark decides; without one it is UTF-8 if it can be, UTF-16 if every second byte of its
 * beginning is zero, and else what it says of itself, as HTML
 * and XML do, or what Western systems wrote before UTF-8.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const zeros = zerosAt(bytes);
  if (zeros === 'odd') return new TextDecoder('utf-16le').decode(bytes);
  if (zeros === 'even') return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // A file cut off in the middle of a character is UTF-8 all the same.
    const text = new TextDecoder().decode(bytes);
    const damaged = text.match(/\ufffd/g)?.length ?? 0;
    return damaged <= 2 && /[\u0080-\ufffc]/.test(text) ? text : decodeNamed(bytes);
  }
}

function zerosAt(bytes: Uint8Array): 'odd' | 'even' | undefined {
  const length = Math.min(bytes.length, 512) & ~1;
  if (length < 4) return undefined;
  let odd = 0;
  let even = 0;
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) even++;
    if (bytes[index + 1] === 0) odd++;
  }
  const most = (length / 2) * 0.7;
  if (odd > most && even === 0) return 'odd';
  return even > most && odd === 0 ? 'even' : undefined;
}

function decodeNamed(bytes: Uint8Array): string {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 2048));
  const label = /<meta[^>]+charset\s*=\s*["']?([\w-]+)|<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(head);
  try {
    return new TextDecoder(label?.[1] ?? label?.[2] ?? 'windows-1252').decode(bytes);
  } catch {
    // An encoding that nobody knows.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
