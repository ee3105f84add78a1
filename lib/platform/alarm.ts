import { browser } from 'wxt/browser';

const NAME = 'keep-pictures';

/** Wakes the worker at `time`; browsers round up to 30 s. A later call replaces an earlier one. */
export const setPictureAlarm = (time: number): Promise<void> => browser.alarms.create(NAME, { when: time });

export const clearPictureAlarm = (): Promise<boolean> => browser.alarms.clear(NAME);

export function onPictureAlarm(handle: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === NAME) handle();
  });
}
