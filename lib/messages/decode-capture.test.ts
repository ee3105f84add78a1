import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aCapture } from '../../tests/support/a-store.ts';
import {
  CAPTURE_WARNINGS,
  type Capture,
  type CaptureOutcome,
  MAX_CUT,
  MAX_HTML_LENGTH,
  MAX_PICTURES,
} from '../article/capture.ts';
import { untrusted } from '../article/html.ts';
import { decodeCapture } from './decode-capture.ts';

const FULL: Capture = {
  ...aCapture(),
  canonicalUrl: 'https://daily.example/quiet-room',
  publishedAt: '2030-06-01T08:00:00Z',
  modifiedAt: '2030-07-01',
  iconUrl: 'https://daily.example/icon.png',
  metadataSources: { title: 'heading', authors: 'json-ld', publishedAt: 'address' },
  language: 'pt-br',
  direction: 'rtl',
  pictures: [{ url: 'https://daily.example/1.jpg', alt: 'Two servers' }],
  leadPictureUrl: 'https://daily.example/1.jpg',
  selection: { html: untrusted('<p>mind you</p>'), wordCount: 2, pictures: [] },
  warnings: ['teaser'],
};

const captured = (parts: Readonly<Record<string, unknown>>) => ({ status: 'captured', capture: { ...FULL, ...parts } });

function decoded(parts: Readonly<Record<string, unknown>>): Capture {
  const outcome = decodeCapture(captured(parts));
  if (outcome?.status !== 'captured') throw new Error('The capture was not accepted.');
  return outcome.capture;
}

describe('decodeCapture', () => {
  it('gives back a capture that is in order', () => {
    expect(decodeCapture(captured({}))).toEqual({ status: 'captured', capture: FULL });
  });

  it('gives back why a page is unreadable', () => {
    const outcome = { status: 'unreadable', why: 'empty', url: 'https://daily.example/', title: 'Daily' };
    expect(decodeCapture(outcome)).toEqual(outcome);
    expect(decodeCapture({ ...outcome, why: 'because' })).toBeUndefined();
  });

  describe('on a page that is no article', () => {
    const selection = {
      html: untrusted('<p>mind you</p>'),
      wordCount: 2,
      pictures: [{ url: 'https://daily.example/1.jpg', alt: '' }],
      siteName: 'Daily',
      excerpt: 'mind you',
      language: 'he',
      direction: 'rtl',
    };
    const outcome = { status: 'unreadable', why: 'no-article', url: 'https://daily.example/', title: 'Daily' };

    it('gives back the selection', () => {
      expect(decodeCapture({ ...outcome, selection })).toEqual({ ...outcome, selection });
    });

    it.each([
      ['is no text', { html: 7 }],
      ['is over the limit', { html: 'x'.repeat(MAX_HTML_LENGTH + 1) }],
    ])('leaves behind a selection that %s, and keeps the reason', (_, parts) => {
      expect(decodeCapture({ ...outcome, selection: { ...selection, ...parts } })).toEqual(outcome);
    });

    it('bounds what the page says of itself, and drops what it may not say', () => {
      const forged = {
        siteName: 'x'.repeat(9000),
        excerpt: 'y'.repeat(9000),
        language: '<b>',
        direction: 'up',
        pictures: [{ url: 'javascript:alert(1)', alt: '' }],
        extra: 'z',
      };
      expect(decodeCapture({ ...outcome, selection: { ...selection, ...forged } })).toEqual({
        ...outcome,
        selection: {
          html: selection.html,
          wordCount: 2,
          pictures: [],
          siteName: 'x'.repeat(200),
          excerpt: 'y'.repeat(1000),
          direction: 'ltr',
        },
      });
    });
  });

  it.each([
    undefined,
    null,
    7,
    'captured',
    [],
    {},
    { status: 'saved' },
    { status: 'captured' },
    { status: 'captured', capture: [] },
  ])('takes %j for no answer', (value) => {
    expect(decodeCapture(value)).toBeUndefined();
  });

  it.each([
    ['no address', { url: undefined }],
    ['an address that is no web page', { url: 'javascript:alert(1)' }],
    ['an address without end', { url: `https://daily.example/${'a'.repeat(9000)}` }],
    ['an address that escaping makes too long', { url: `https://daily.example/${'é'.repeat(3000)}` }],
    ['no text', { html: undefined }],
    ['a text that is no text', { html: { toString: 'x' } }],
    ['a text over the limit', { html: 'x'.repeat(MAX_HTML_LENGTH + 1) }],
  ])('accepts no article with %s', (_, parts) => {
    expect(decodeCapture(captured(parts))).toBeUndefined();
  });

  it('leaves unknown fields behind', () => {
    expect(decoded({ id: 'mine', trashedAt: 1, ['__proto__x']: {} })).toEqual(FULL);
  });

  it.each([
    ['canonicalUrl', 'data:text/html,x'],
    ['leadPictureUrl', 'file:///etc/hosts'],
    ['publishedAt', '<b>2030</b>'],
    ['publishedAt', '2030-99-99'],
    ['publishedAt', 20300601],
    ['modifiedAt', 'later'],
    ['iconUrl', 'data:image/png,'],
    ['metadataSources', 'json-ld'],
    ['language', 'en"><script>'],
    ['language', 'x'.repeat(36)],
    ['selection', { html: 7 }],
  ])('leaves out %s when it is %j', (field, value) => {
    expect(decoded({ [field]: value })).not.toHaveProperty(field);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, -1, 1e12, '7', null])('counts no words for %j', (wordCount) => {
    expect(decoded({ wordCount }).wordCount).toBe(0);
  });

  it('takes each picture once, and only those with a web address', () => {
    const urls = ['https://daily.example/1.jpg', 'data:image/png;base64,x', 'https://daily.example/1.jpg', 7, null];
    const pictures = [...urls.map((url) => ({ url, alt: 'x' })), null, 'https://daily.example/2.jpg'];
    expect(decoded({ pictures }).pictures).toEqual([{ url: 'https://daily.example/1.jpg', alt: 'x' }]);
  });

  it('cuts texts and lists to their bounds', () => {
    const long = 'x'.repeat(100_000);
    const capture = decoded({
      title: long,
      siteName: long,
      excerpt: long,
      authors: Array.from({ length: 500 }, () => long),
      pictures: Array.from({ length: 500 }, (_, i) => ({ url: `https://daily.example/${i}.jpg`, alt: long })),
    });
    expectWithinBounds({ status: 'captured', capture });
    expect(capture.pictures).toHaveLength(MAX_PICTURES);
    expect(capture.title).toHaveLength(1000);
  });

  it('gives nothing, or a value within the bounds, for any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const outcome = decodeCapture(value);
        if (outcome) expectWithinBounds(outcome);
      }),
    );
  });

  it('gives a value within the bounds whatever stands in its fields', () => {
    const address = fc.oneof(
      fc.webUrl({ withQueryParameters: true }),
      fc.constantFrom('javascript:1', '//x', 'https://é.example/ü', `https://x.example/${'é'.repeat(3000)}`),
    );
    const picture = fc.oneof(fc.record({ url: address, alt: fc.anything() }, { requiredKeys: [] }), fc.jsonValue());
    const hostile = (usual: fc.Arbitrary<unknown>) => fc.oneof(usual, fc.jsonValue());
    const capture = fc.record(
      {
        url: hostile(address),
        canonicalUrl: hostile(address),
        title: hostile(fc.string({ maxLength: 3000 })),
        authors: hostile(fc.array(fc.string({ maxLength: 400 }), { maxLength: 60 })),
        siteName: hostile(fc.string({ maxLength: 500 })),
        excerpt: hostile(fc.string({ maxLength: 3000 })),
        publishedAt: hostile(fc.constantFrom('2030-06-01', '2030-06-01T25:00', '2030-06-01 \u0000')),
        modifiedAt: hostile(fc.constantFrom('2030-06-01', '2030-13-01')),
        iconUrl: hostile(address),
        metadataSources: hostile(fc.record({ title: fc.constantFrom('heading', 'x', 7) })),
        language: hostile(fc.constantFrom('EN', 'pt-BR', 'e', '-')),
        direction: hostile(fc.constantFrom('rtl', 'ltr', 'up')),
        html: hostile(fc.string()),
        wordCount: hostile(fc.double()),
        pictures: hostile(fc.array(picture, { maxLength: 300 })),
        leadPictureUrl: hostile(address),
        selection: hostile(fc.record({ html: fc.string(), wordCount: fc.double(), pictures: fc.array(picture) })),
        warnings: hostile(fc.array(fc.constantFrom('teaser', 'left-out', 'x', 7))),
        receipt: hostile(
          fc.record({
            cut: hostile(fc.constantFrom('whole-page', 3, 1.5, 99)),
            pictureCount: hostile(fc.integer()),
            leftOutWords: hostile(fc.double()),
          }),
        ),
      },
      { requiredKeys: ['url', 'html'] },
    );
    let accepted = 0;
    fc.assert(
      fc.property(capture, (value) => {
        const outcome = decodeCapture({ status: 'captured', capture: value });
        if (!outcome) return;
        accepted += 1;
        expectWithinBounds(outcome);
      }),
    );
    expect(accepted).toBeGreaterThan(5);
  });
});

function expectWithinBounds(outcome: CaptureOutcome): void {
  if (outcome.status === 'unreadable') {
    expect(outcome.url.length).toBeLessThanOrEqual(8192);
    expect(outcome.title.length).toBeLessThanOrEqual(1000);
    return;
  }
  const { capture } = outcome;
  const bodies = [capture, ...(capture.selection ? [capture.selection] : [])];
  const addresses = [
    capture.url,
    ...(capture.canonicalUrl === undefined ? [] : [capture.canonicalUrl]),
    ...(capture.iconUrl === undefined ? [] : [capture.iconUrl]),
    ...(capture.leadPictureUrl === undefined ? [] : [capture.leadPictureUrl]),
    ...bodies.flatMap(({ pictures }) => pictures.map(({ url }) => url)),
  ];
  for (const address of addresses) {
    expect(address).toMatch(/^https?:\/\//);
    expect(address.length).toBeLessThanOrEqual(8192);
  }
  for (const { html, wordCount, pictures } of bodies) {
    expect(html.length).toBeLessThanOrEqual(MAX_HTML_LENGTH);
    expect(Number.isInteger(wordCount) && wordCount >= 0 && wordCount <= 10_000_000).toBe(true);
    expect(pictures.length).toBeLessThanOrEqual(MAX_PICTURES);
    expect(new Set(pictures.map(({ url }) => url)).size).toBe(pictures.length);
    for (const { alt } of pictures) expect(alt.length).toBeLessThanOrEqual(2000);
  }
  expect(capture.title.length).toBeLessThanOrEqual(1000);
  expect(capture.excerpt.length).toBeLessThanOrEqual(1000);
  expect(capture.siteName.length).toBeLessThanOrEqual(200);
  expect(capture.authors.length).toBeLessThanOrEqual(30);
  for (const author of capture.authors) expect(author.length).toBeLessThanOrEqual(200);
  expect(['ltr', 'rtl']).toContain(capture.direction);
  expect(capture.warnings.every((warning) => CAPTURE_WARNINGS.includes(warning))).toBe(true);
  const { cut, pictureCount, leftOutWords } = capture.receipt;
  expect(cut === 'whole-page' || (Number.isInteger(cut) && cut >= 0 && cut <= MAX_CUT)).toBe(true);
  expect(Number.isInteger(pictureCount) && pictureCount >= 0 && pictureCount <= MAX_PICTURES).toBe(true);
  expect(Number.isInteger(leftOutWords) && leftOutWords >= 0).toBe(true);
  if (capture.publishedAt !== undefined) expect(Date.parse(capture.publishedAt)).not.toBeNaN();
  if (capture.modifiedAt !== undefined) expect(Date.parse(capture.modifiedAt)).not.toBeNaN();
  expect(['heading', undefined]).toContain(capture.metadataSources?.title);
  if (capture.language !== undefined) expect(capture.language).toMatch(/^[a-z]{2,3}(-[a-z0-9]{1,8})*$/);
}
