/**
 * Whether a field that lost the focus was left for something else of its page. Where the window or the tab lost it, the field stays
 * the active element and has it again when one comes back: what was being typed goes on (Chromium 156, Firefox 153).
 */
export const isLeft = (field: EventTarget | null): boolean => field !== document.activeElement;
