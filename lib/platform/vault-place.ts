/** A place for vaults as the browser gives it; `lib/app` says what it is for. */
export interface BackupPlaceLike {
  readonly state: () => Promise<'ready' | 'permission' | 'gone'>;
  readonly open: (name: string) => Promise<{
    readonly write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
    readonly close: () => Promise<Blob>;
    readonly abort: () => Promise<void>;
    readonly release?: () => Promise<void>;
  }>;
  readonly list: () => Promise<readonly string[]>;
  readonly remove: (name: string) => Promise<void>;
}
