/** Room that is left to texts and notes, in bytes: thousands of articles. Pictures wait while there is less. */
const FOR_TEXTS = 50_000_000;

/** Whether the disk has room for more than texts. With `unlimitedStorage` the browser tells what the disk has. */
export async function hasRoomForPictures(): Promise<boolean> {
  const { quota = Infinity, usage = 0 } = await navigator.storage.estimate();
  return quota - usage > FOR_TEXTS;
}
