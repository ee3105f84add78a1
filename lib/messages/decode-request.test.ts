import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeRequest } from './decode-request.ts';

const tab = { tabId: 7, url: 'https://daily.example/', title: 'Daily' };

describe('decodeRequest', () => {
  it.each([
    { kind: 'save-page', tab },
    { kind: 'update-text', tab, articleId: 'a1' },
    { kind: 'keep-link', url: 'https://daily.example/', title: 'Daily' },
    { kind: 'unblock-pictures', articleId: 'a1' },
    { kind: 'retry-pictures', articleId: 'a1' },
    { kind: 'run-imports' },
    { kind: 'keep-index' },
    { kind: 'take-way', tab, way: 'selection' },
    { kind: 'take-way', tab, way: 'whole-page' },
    { kind: 'take-way', tab, way: 2 },
  ])('understands %j', (request) => {
    expect(decodeRequest(request)).toEqual(request);
  });

  it.each([
    null,
    'save-page',
    {},
    { kind: 'delete-everything' },
    { kind: 'save-page' },
    { kind: 'save-page', tab: { ...tab, tabId: '7' } },
    { kind: 'save-page', tab: { ...tab, tabId: 1.5 } },
    { kind: 'save-page', tab: { ...tab, url: 'x'.repeat(9000) } },
    { kind: 'update-text', tab },
    { kind: 'update-text', tab, articleId: 'x'.repeat(65) },
    { kind: 'update-text', articleId: 'a1' },
    { kind: 'keep-link', title: 'Daily' },
  ])('does not act on %j', (message) => {
    expect(decodeRequest(message)).toBeUndefined();
  });

  it('takes a way that it does not know as the best cut', () => {
    expect(decodeRequest({ kind: 'take-way', tab, way: 'elsewhere' })).toEqual({ kind: 'take-way', tab, way: 0 });
  });

  it('leaves unknown fields behind', () => {
    expect(decodeRequest({ kind: 'save-page', tab: { ...tab, frameId: 2 }, force: true })).toEqual({
      kind: 'save-page',
      tab,
    });
  });

  it('names a link without a title by its address, and a tab by nothing', () => {
    expect(decodeRequest({ kind: 'keep-link', url: tab.url })).toMatchObject({ title: tab.url });
    expect(decodeRequest({ kind: 'save-page', tab: { ...tab, title: 7 } })).toEqual({
      kind: 'save-page',
      tab: { ...tab, title: '' },
    });
  });

  it('never throws, and makes no kind up', () => {
    const kinds = ['save-page', 'update-text', 'keep-link', 'unblock-pictures', 'retry-pictures'];
    const message = fc.oneof(
      fc.jsonValue(),
      fc.record(
        { kind: fc.constantFrom(...kinds), tab: fc.jsonValue(), url: fc.jsonValue(), articleId: fc.jsonValue() },
        { requiredKeys: ['kind'] },
      ),
    );
    fc.assert(
      fc.property(message, (value) => {
        const request = decodeRequest(value);
        if (request) expect(kinds).toContain(request.kind);
      }),
    );
  });
});
