/** The page of the demo site that the tour shows. */
export const DEMO_SLUG = 'cloud-capacity';
/** The discard port, where nothing answers: the tour on a real page needs no demo site. */
export const NO_SITE_PORT = 9;
