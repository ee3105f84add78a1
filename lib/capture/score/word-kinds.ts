// What words say a box or a short text is for. Looked up word by word and not by expressions: those take milliseconds to
// compile, and a page is read once, on an engine that has not warmed up.

/** Beginnings of the words in the names of boxes (class, id), one kind a line; the order is that of the model's features. */
const NAME_STEMS = [
  'comment disqus respond response discuss reply replies',
  'share sharing social follow facebook twitter whatsapp addtoany sns',
  'relat recommend more also trend popular latest recent next prev similar suggest teaser card carousel slider mostread',
  'nav menu breadcrumb crumb pagination pager masthead topbar toolbar tab skip',
  'foot bottom copyright legal colophon',
  'sidebar aside rail widget secondary complementary',
  'newsletter subscri signup sign mailing optin mailchimp email paywall regist login member donat cta callout banner',
  'author byline bio contributor writer profile avatar vcard',
  'meta date time publish posted dateline info detail view readtime reading',
  'tag categor topic keyword label taxonom hashtag term',
  'ad ads adv advert sponsor promo dfp adslot commercial affiliate outbrain taboola',
  'caption credit photo image img figure gallery media picture',
  'cookie consent gdpr privacy cmp onetrust modal popup overlay lightbox dialog drawer tooltip toast',
  'toc contents anchor headerlink permalink edit',
  'title headline heading header',
  'summary subtitle subhead standfirst dek excerpt lead lede intro descript abstract deck',
  'articlebody bodytext bodycopy postcontent entrycontent prose markdown richtext wysiwyg mwparser rst',
  'article story post entry content body main text document section',
  'hidden sr visually screenreader assistive offscreen invisible',
  'rating vote like count stat score price buy shop product cart button btn',
] as const;

/** Words in short texts, in several languages, likewise. A pair is joined by `_`; a beginning ends in `*`. */
const TEXT_WORDS = [
  'by von par por di door af av words_by written_by posted_by author autor auteur redakt* staff editor reporter correspondent writer contributor journalist',
  'ago published updated posted modified edited veröffentlicht aktualisiert publié publicado pubblicato stand uhr',
  'share tweet facebook twitter linkedin whatsapp reddit telegram pinterest email print copy_link teilen partager compartir condividi follow_us retweet pocket flipboard',
  'subscri* newsletter* sign_up sign_in log_in login register inbox free_trial membership become_a donate patreon join_us join_our unsubscribe abonnier* abonne* inscri* suscr* iscriviti',
  'copyright rights_reserved terms_of privacy_policy cookie* disclaimer datenschutz impressum alle_rechte tous_droits derechos_reservados gdpr affiliate commission',
  'related read_more read_next read_also see_also more_from more_on more_about more_stories more_news you_may you_might recommended up_next next_article next_post previous don_miss also_read trending most_read most_popular latest popular further_reading mehr_zum lesen_sie auch_interessant lire_aussi à_lire leer_también te_puede le_puede leggi_anche keep_reading continue_reading learn_more read_the check_out click_here find_out view_all see_all show_more load_more',
  'comment* reply replies leave_a respond responses discussion kommentar* commentaire* comentario* commenti',
  'advert* sponsored promoted anzeige werbung publicit* publicidad story_continues paid_post',
  'tags tag topics filed_under categor* posted_in labels themen schlagw* mots_clés etiquetas temas',
  'photo photograph photos image credit courtesy getty reuters shutterstock unsplash afp associated_press istock foto bild crédit picture via',
  'table_of contents on_this in_this inhalt sommaire jump_to skip_to back_to menu home search close open next edit copy',
  'about_the he_is she_is they_are lives_in writes_about covers founder director professor developer engineer consultant expert is_a is_an is_the follow_him follow_her',
  'note tip warning important update correction disclosure originally_published source sources references reporting_by additional_reporting edited_by this_article this_story this_post first_appeared',
  'jan* feb* mar* apr* may jun* jul* aug* sep* oct* nov* dec* mär* mai okt* dez* janv* févr* avr* juin juil* août déc* ene* abr* ago* dic* fev* set* out* gen* mag* giu* lug* ott* 年 月',
] as const;

export const NAME_KIND_COUNT = NAME_STEMS.length;
export const TEXT_KIND_COUNT = TEXT_WORDS.length;

interface WordTable {
  readonly whole: ReadonlyMap<string, number>;
  /** By their first three letters: most words begin no stem, and one look tells. */
  readonly beginnings: ReadonlyMap<string, readonly (readonly [stem: string, bits: number])[]>;
  /** The first words of pairs. */
  readonly firsts: ReadonlySet<string>;
}

const LOOKED_AT = 3;
const stems = tableOf(
  NAME_STEMS.map((line) =>
    line
      .split(' ')
      .map((stem) => (stem.length < LOOKED_AT ? stem : `${stem}*`))
      .join(' '),
  ),
);
const texts = tableOf(TEXT_WORDS);

function tableOf(lines: readonly string[]): WordTable {
  const whole = new Map<string, number>();
  const beginnings = new Map<string, (readonly [string, number])[]>();
  for (const [kind, line] of lines.entries()) {
    for (const word of line.split(' ')) {
      if (!word.endsWith('*')) whole.set(word, (whole.get(word) ?? 0) | (1 << kind));
      else {
        const stem = word.slice(0, -1);
        const start = stem.slice(0, LOOKED_AT);
        const known = beginnings.get(start) ?? [];
        known.push([stem, 1 << kind]);
        beginnings.set(start, known);
      }
    }
  }
  const pairs = [...whole.keys()].filter((word) => word.includes('_'));
  return { whole, beginnings, firsts: new Set(pairs.map((pair) => pair.slice(0, pair.indexOf('_')))) };
}

const names = new Map<string, number>();

/** Which kinds a class or an id speaks of, as bits. Pages use the same ones again and again, so answers are kept. */
export function kindsOfName(name: string): number {
  let bits = names.get(name);
  if (bits !== undefined) return bits;
  bits = 0;
  for (const word of wordsOfName(name)) bits |= lookUp(word, stems);
  names.set(name, bits);
  return bits;
}

/** `relatedPosts` and `related-posts` are two words, and one when joined: `article-body` is more than its parts. */
function wordsOfName(name: string): readonly string[] {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
  return words.length < 2 ? words : [...words, ...words.slice(1).map((word, at) => `${words[at]}${word}`)];
}

function lookUp(word: string, { whole, beginnings }: WordTable): number {
  let bits = whole.get(word) ?? 0;
  const found = word.length < LOOKED_AT ? undefined : beginnings.get(word.slice(0, LOOKED_AT));
  if (found !== undefined) for (const [stem, stemBits] of found) if (word.startsWith(stem)) bits |= stemBits;
  return bits;
}

/** Which kinds the words of a text speak of, as bits. The words are in lower case, without punctuation. */
export function kindsOfText(words: readonly string[]): number {
  let bits = 0;
  let last = '';
  for (const word of words) {
    bits |= lookUp(word, texts);
    if (texts.firsts.has(last)) bits |= texts.whole.get(`${last}_${word}`) ?? 0;
    last = word;
  }
  return bits;
}
