/** Twice the size of a library row's picture, for dense screens; 4:3. */
const WIDTH = 176;
const HEIGHT = 132;

/** A small cover-cropped JPEG of a picture; `undefined` if the browser can't decode it. */
export async function makeThumbnail(blob: Blob): Promise<Blob | undefined> {
  try {
    const bitmap = await createImageBitmap(blob);
    const canvas = new OffscreenCanvas(WIDTH, HEIGHT);
    const context = canvas.getContext('2d');
    if (!context) return undefined;
    const scale = Math.max(WIDTH / bitmap.width, HEIGHT / bitmap.height);
    const [width, height] = [bitmap.width * scale, bitmap.height * scale];
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, (WIDTH - width) / 2, (HEIGHT - height) / 2, width, height);
    bitmap.close();
    return await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.82 });
  } catch {
    // A picture that can't be decoded has no thumbnail; the row is drawn without one.
    return undefined;
  }
}
