/** Selects what the library's search field offers for the text that stands in it now, not for the one before. */
export const OFFERED = '[role="listbox"][aria-busy="false"] [role="option"]';
