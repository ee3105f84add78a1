import type { Found } from './found.ts';
import { type Content, fileOf, type Importer } from './importer.ts';
import { judge, rejected } from './judge.ts';
import { walkHtml } from './markup.ts';
import { timeOfText } from './values.ts';

/** A page as a mail with parts (RFC 2557), as Chromium saves it. The first part that is HTML is the page. */
export const mhtml: Importer = {
  name: 'Saved page (MHTML)',
  recognise: ({ text }) => {
    const head = text.slice(0, 8192);
    return /^content-type:\s*multipart\/related/im.test(head) &&
      /^(?:mime-version|snapshot-content-location|from):/im.test(head)
      ? 'mhtml'
      : undefined;
  },
  read: function* (contents) {
    for (const content of contents) yield readMail(content, fileOf(content, contents));
  },
};

interface Part {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

function readMail({ text }: Content, file: { readonly file?: string }): Found {
  const mail = readPart(text.replace(/\r\n?/g, '\n'));
  const boundary = /boundary="?([^";\n]+)"?/i.exec(String(mail.headers.get('content-type')))?.[1];
  if (boundary === undefined) return rejected('malformed-record', file, undefined, 'Its parts have no boundary.');
  const parts = mail.body
    .split(`--${boundary}`)
    .slice(1)
    .map((part) => readPart(part.replace(/^\n/, '')));
  const page = parts.find(({ headers }) =>
    /^(?:text\/html|application\/xhtml)/i.test(headers.get('content-type') ?? ''),
  );
  if (!page) return rejected('malformed-record', file, undefined, 'No part of it is a page.');
  const html = decodeBody(page);
  return judge(
    {
      url: mail.headers.get('snapshot-content-location') ?? page.headers.get('content-location'),
      title: decodeWords(mail.headers.get('subject') ?? '') || titleOf(html),
      addedAt: timeOfText(mail.headers.get('date')),
      text: { kind: 'page', html },
    },
    file,
  );
}

function readPart(text: string): Part {
  const end = text.indexOf('\n\n');
  const head = end === -1 ? text : text.slice(0, end);
  // A line that begins with white space goes on with the one before (RFC 5322, 2.2.3).
  const lines = head.replace(/\n[ \t]+/g, ' ').split('\n');
  const headers = new Map(
    lines.flatMap((line) => {
      const at = line.indexOf(':');
      return at > 0 ? [[line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()] as const] : [];
    }),
  );
  return { headers, body: end === -1 ? '' : text.slice(end + 2) };
}

function decodeBody({ headers, body }: Part): string {
  const charset = /charset="?([^";\s]+)/i.exec(String(headers.get('content-type')))?.[1] ?? 'utf-8';
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase();
  if (encoding === 'quoted-printable') return decodeBytes(unquotePrintable(body), charset);
  if (encoding === 'base64') return decodeBytes(fromBase64(body), charset);
  return body;
}

/** RFC 2045, 6.7. */
function unquotePrintable(text: string): Uint8Array {
  const joined = text.replace(/=[ \t]*\n/g, '');
  const encoded = new TextEncoder().encode(joined);
  const bytes = new Uint8Array(encoded.length);
  let length = 0;
  for (let at = 0; at < encoded.length; at++) {
    const hex = encoded[at] === 0x3d ? String.fromCharCode(encoded[at + 1] ?? 0, encoded[at + 2] ?? 0) : '';
    const isEscape = /^[0-9a-f]{2}$/i.test(hex);
    bytes[length++] = isEscape ? Number.parseInt(hex, 16) : (encoded[at] ?? 0);
    if (isEscape) at += 2;
  }
  return bytes.subarray(0, length);
}

function fromBase64(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text.replace(/[^A-Za-z0-9+/=]/g, '')), (character) => character.charCodeAt(0));
  } catch {
    // Not base64 after all: there is no text in it.
    return new Uint8Array();
  }
}

function decodeBytes(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    // A charset nobody knows.
    return new TextDecoder().decode(bytes);
  }
}

/** Encoded words (RFC 2047). White space between two of them is not part of the text. */
function decodeWords(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?([^?*]+)(?:\*[^?]*)?\?([BQ])\?([^?]*)\?=/gi, (_, charset: string, encoding: string, word: string) =>
      decodeBytes(
        encoding.toUpperCase() === 'B' ? fromBase64(word) : unquotePrintable(word.replaceAll('_', '=20')),
        charset,
      ),
    );
}

function titleOf(html: string): string {
  let title = '';
  let isTitle = false;
  walkHtml(html.slice(0, 200_000), {
    open: (name) => {
      isTitle = name === 'title' && title === '';
    },
    close: () => {
      isTitle = false;
    },
    text: (piece) => {
      if (isTitle) title += piece;
    },
  });
  return title;
}
