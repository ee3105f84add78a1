/** Starts the thread that reads imports. Messages both ways are the caller's. */
export const startImportWorker = (trust: (path: string) => string): Worker => new Worker(trust('/import-worker.js'));
