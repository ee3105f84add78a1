/** Pieces as one Blob: gathered in steps, because browsers keep Blobs on the disk and arrays in memory. */
export function gatherBlob() {
  let blob = new Blob([]);
  let pieces: Uint8Array<ArrayBuffer>[] = [];
  let waiting = 0;
  const gather = () => {
    blob = new Blob([blob, ...pieces]);
    pieces = [];
    waiting = 0;
  };
  return {
    add: (bytes: Uint8Array<ArrayBuffer>): void => {
      pieces.push(bytes);
      waiting += bytes.length;
      if (waiting > 8 * 1024 * 1024) gather();
    },
    finish: (): Blob => {
      gather();
      return blob;
    },
    drop: (): void => {
      blob = new Blob([]);
      pieces = [];
    },
  };
}
