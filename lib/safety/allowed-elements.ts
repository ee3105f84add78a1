/** Elements of HTML that a kept text may hold. Everything else is unwrapped, or dropped if it is in `DROPPED_WHOLE`. */
export const HTML_ELEMENTS: ReadonlySet<string> = new Set(
  (
    'p h1 h2 h3 h4 h5 h6 blockquote pre code ul ol li dl dt dd table caption thead tbody tfoot tr th td colgroup col ' +
    'figure figcaption img a em strong b i u s del ins sub sup small mark q cite abbr kbd samp var time br hr details ' +
    'summary ruby rt rp bdi bdo div span section'
  ).split(' '),
);

/** Formulas: what lays them out in MathML Core, and nothing that links, acts or embeds. */
export const MATHML_ELEMENTS: ReadonlySet<string> = new Set(
  (
    'math mi mn mo ms mrow msup msub msubsup mfrac msqrt mroot mtext mspace munder mover munderover mmultiscripts ' +
    'mprescripts mpadded mphantom mstyle merror mtable mtr mtd semantics'
  ).split(' '),
);

/** Blocks a text does not need by name. They become `div`: unwrapped, their text would run into its neighbours. */
export const BLOCKS_MADE_PLAIN: ReadonlySet<string> = new Set(
  'article main header footer aside nav address center fieldset hgroup'.split(' '),
);

/** Elements that go with all they hold: code, fallbacks for players, and the source text of formulas. */
export const DROPPED_WHOLE: readonly string[] = (
  'script style template noscript noembed noframes iframe frameset svg head title audio video ' +
  'annotation annotation-xml datalist'
).split(' ');

export const HTML_NAMESPACE = 'http://www.w3.org/1999/xhtml';
export const MATHML_NAMESPACE = 'http://www.w3.org/1998/Math/MathML';
