/** The most pixels that are decoded at once: 40 MB of them. */
const MOST_SIDE = 4096;

/** A picture of a type that e-readers do not know, as a JPEG; `undefined` if it can't be decoded. */
export async function readImageAsJpeg(picture: {
  readonly type: string;
  readonly bytes: () => Promise<Uint8Array<ArrayBuffer>>;
}): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const bitmap = await createImageBitmap(new Blob([await picture.bytes()], { type: picture.type }));
    const scale = Math.min(1, MOST_SIDE / Math.max(bitmap.width, bitmap.height));
    const canvas = new OffscreenCanvas(
      Math.max(1, Math.round(bitmap.width * scale)),
      Math.max(1, Math.round(bitmap.height * scale)),
    );
    const context = canvas.getContext('2d');
    if (!context) return undefined;
    // JPEG has no transparency; paper is white.
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    return new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 })).arrayBuffer());
  } catch {
    // Damaged, or of a kind this browser does not decode: the book has its description.
    return undefined;
  }
}
