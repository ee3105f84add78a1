import fc from 'fast-check';

/** A way to break a page. Places are shares of its markup, 0 to 1. */
type Damage =
  | {
      readonly kind: 'cut-tag' | 'add-tag' | 'add-attribute' | 'add-advert';
      readonly at: number;
      readonly seed: number;
    }
  | { readonly kind: 'move-block'; readonly at: number; readonly to: number };

const share = fc.double({ min: 0, max: 1, noNaN: true });
const one = fc.oneof(
  fc.record({
    kind: fc.constantFrom('cut-tag' as const, 'add-tag' as const, 'add-attribute' as const, 'add-advert' as const),
    at: share,
    seed: fc.nat(1000),
  }),
  fc.record({ kind: fc.constant('move-block' as const), at: share, to: share }),
);

export const someDamage: fc.Arbitrary<readonly Damage[]> = fc.array(one, { minLength: 1, maxLength: 12 });

const TAGS = ['</div>', '<div>', '<table><tr>', '</p>', '<b>', '</article>', '<section class="wall">', '<!--', '-->'];
const ATTRIBUTES = [' class="sidebar ad"', ' hidden=""', ' style="', ' id=x id=x', " data-a='\"<>'", ' dir="rtl"'];
const ADVERT =
  '<div class="ad-slot"><a href="https://ads.example/x"><img src="/ad.gif" width="300" height="250"></a><p>Advertisement</p></div>';

/** Breaks markup as editors, adverts and half-loaded pages do. */
export function mangle(html: string, damages: readonly Damage[]): string {
  return damages.reduce(damageOnce, html);
}

function damageOnce(html: string, damage: Damage): string {
  const tags = [...html.matchAll(/<\/?[a-z][^<>]*>/gi)];
  const tag = tags[Math.floor(damage.at * (tags.length - 1))];
  if (tag === undefined) return html;
  const end = tag.index + tag[0].length;
  const put = (text: string, at: number): string => html.slice(0, at) + text + html.slice(at);
  switch (damage.kind) {
    case 'cut-tag':
      return html.slice(0, tag.index) + html.slice(end);
    case 'add-tag':
      return put(TAGS[damage.seed % TAGS.length] ?? '', end);
    case 'add-attribute':
      return put(ATTRIBUTES[damage.seed % ATTRIBUTES.length] ?? '', end - 1);
    case 'add-advert':
      return put(ADVERT, end);
    case 'move-block': {
      const block = html.slice(tag.index, tag.index + 400);
      const rest = html.slice(0, tag.index) + html.slice(tag.index + 400);
      const to = Math.floor(damage.to * rest.length);
      return rest.slice(0, to) + block + rest.slice(to);
    }
  }
}
