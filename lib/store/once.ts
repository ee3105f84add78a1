import { Dexie } from 'dexie';

/**
 * Reads what does not change once, however often it is asked for. While it is being read, each transaction reads it for itself:
 * a promise belongs to the transaction it was made in.
 */
export function once<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let known: { readonly value: Value } | undefined;
  let reading: { readonly by: unknown; readonly answer: Promise<Value> } | undefined;
  return async () => {
    if (known) return known.value;
    const by = Dexie.currentTransaction;
    if (reading?.by !== by) reading = { by, answer: read() };
    const { answer } = reading;
    const value = await answer;
    known = { value };
    reading = undefined;
    return value;
  };
}
