import { anyRecords } from './any-records.ts';
import type { Importer } from './importer.ts';
import { parseJson } from './parse-json.ts';
import { isRecord } from './values.ts';

const CARRIER = /<script type="application\/json" id="lectern-articles">([\s\S]*?)<\/script>/;

/** A list that was handed on as one page or as a book: both carry their articles as records. */
export const lecternList: Importer = {
  name: 'Lectern list',
  companions: /^(?:mimetype|META-INF\/container\.xml|OEBPS\/.*)$/,
  recognise: ({ text, path, json }) => {
    if (CARRIER.test(text)) return 'lectern-list';
    return path.endsWith('META-INF/lectern.json') && isRecord(json) ? 'lectern-list' : undefined;
  },
  read: (contents, companions) => {
    const documents = contents.map((content) => {
      const packed = CARRIER.exec(content.text)?.[1];
      return packed === undefined ? content : { ...content, json: parseJson(packed) };
    });
    return anyRecords.read(documents, companions);
  },
};
