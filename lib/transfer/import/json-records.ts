import type { Draft, Found } from './found.ts';
import { fileOf, type Importer } from './importer.ts';
import { judge, rejected } from './judge.ts';
import { isRecord } from './values.ts';

export type Json = Readonly<Record<string, unknown>>;

export interface RecordFormat {
  readonly format: string;
  readonly name: string;
  readonly lacks?: string;
  /** The records of a document, or nothing if it has none. */
  readonly recordsOf: (json: unknown) => readonly unknown[] | undefined;
  /** Whether a record shows that the document is of this format. */
  readonly isOne: (record: Json) => boolean;
  readonly draftOf: (record: Json) => Draft;
}

/** An importer for documents that are one long list of records. */
export function importRecords({ format, name, lacks, recordsOf, isOne, draftOf }: RecordFormat): Importer {
  return {
    name,
    ...(lacks !== undefined && { lacks }),
    recognise: ({ json }) =>
      recordsOf(json)?.some((record) => isRecord(record) && isOne(record)) ? format : undefined,
    read: function* (contents): Iterable<Found> {
      for (const content of contents) {
        const file = fileOf(content, contents);
        for (const [index, record] of (recordsOf(content.json) ?? []).entries()) {
          const place = { ...file, index };
          yield isRecord(record)
            ? judge(draftOf(record), place)
            : rejected('malformed-record', place, JSON.stringify(record)?.slice(0, 80));
        }
      }
    },
  };
}

export const arrayOf = (json: unknown): readonly unknown[] | undefined => (Array.isArray(json) ? json : undefined);
