import { browser } from 'wxt/browser';

/** The optional host permission that lets pictures of other sites be fetched, and pages of links for their texts. */
const EVERY_SITE = { origins: ['*://*/*'] };

export const mayFetchPictures = (): Promise<boolean> => browser.permissions.contains(EVERY_SITE);

/** Asks the reader. Must run in the click itself. The popup may be closed by the question, so the worker listens too. */
export const requestPictures = (): Promise<boolean> => browser.permissions.request(EVERY_SITE);

export const withdrawPictures = (): Promise<boolean> => browser.permissions.remove(EVERY_SITE);

export const onPermissionsAdded = (handle: () => void): void => browser.permissions.onAdded.addListener(handle);
