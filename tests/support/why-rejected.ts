import type { ReadImport } from '../../lib/transfer/import/read-import.ts';

/** Where each rejection stands, and why. */
export const whyRejected = ({ rejected }: ReadImport) =>
  rejected.map(({ line, index, reason }) => `${line ?? index ?? ''} ${reason}`);
