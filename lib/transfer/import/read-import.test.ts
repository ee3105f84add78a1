import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { DroppedFile } from './open-sources.ts';
import { type ReadImport, readImport } from './read-import.ts';
import { SAMPLES, type Sample } from './samples/samples.ts';

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

const dropOf = (files: Sample['files']): readonly DroppedFile[] =>
  Object.entries(files).map(([path, text]) => ({ path, blob: new Blob([text]) }));

const zipOf = (files: Readonly<Record<string, string>>, name = 'export.zip'): readonly DroppedFile[] => {
  const zipped = zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, bytesOf(text)])));
  return [{ path: name, blob: new Blob([zipped as Uint8Array<ArrayBuffer>]) }];
};

const placesOf = ({ rejected }: ReadImport) => rejected.map(({ line, index, reason }) => `${line ?? index} ${reason}`);

function check(read: ReadImport, { items, rejected }: Sample) {
  expect(placesOf(read)).toEqual(rejected);
  expect(read.items.map(({ url }) => url).sort()).toEqual(Object.keys(items).sort());
  for (const item of read.items) {
    for (const [key, value] of Object.entries(items[item.url] ?? {})) {
      expect(item[key as keyof typeof item], `${item.url} ${key}`).toEqual(value);
    }
  }
}

describe('readImport', () => {
  it.each(SAMPLES.map((sample) => [sample.format, sample] as const))('reads %s', async (format, sample) => {
    const isZip = format.endsWith('-zip');
    const read = await readImport(isZip ? zipOf(sample.files) : dropOf(sample.files));
    expect(read.format).toBe(format);
    check(read, sample);
  });

  it.each(SAMPLES.map((sample) => [sample.format, sample] as const))(
    'reads %s from a zip with a folder',
    async (_, sample) => {
      const files = Object.fromEntries(Object.entries(sample.files).map(([path, text]) => [`top/${path}`, text]));
      check(await readImport(zipOf(files)), sample);
    },
  );

  it('reads files of several services dropped at once', async () => {
    const pick = SAMPLES.filter(({ format }) => /^(?:instapaper-csv|goodlinks-json|url-list)$/.test(format));
    const read = await readImport(pick.flatMap(({ files }) => dropOf(files)));
    expect(read.items).toHaveLength(6);
    expect(read.names).toEqual(['Instapaper', 'GoodLinks', 'List of addresses']);
  });

  it('joins copies: earliest date, all tags and lists, archived only if each is', async () => {
    const text = [
      'title,url,time_added,tags,status',
      ',https://lamp.example/a,1600000002,x,archive',
      'Named,https://lamp.example/a,1600000001,X|y,unread',
      'Tracked,https://lamp.example/a?utm_source=z,1600000003,,unread',
    ].join('\n');
    const read = await readImport([{ path: 'p.csv', blob: new Blob([text]) }]);
    expect(read.items[0]).toMatchObject({
      title: 'Named',
      addedAt: 1_600_000_001_000,
      tags: ['x', 'y'],
      isArchived: false,
      copies: 2,
    });
    expect(read.softDuplicates).toEqual([['https://lamp.example/a', 'https://lamp.example/a?utm_source=z']]);
  });

  it('drops the name and password from an address', async () => {
    const read = await readImport([{ path: 'u.txt', blob: new Blob(['https://ann:secret@lamp.example/a']) }]);
    expect(read.items[0]?.url).toBe('https://lamp.example/a');
  });

  it.each([
    ['an empty file', 'x.json', '', 'The file is empty.'],
    ['JSON that was cut off', 'x.json', '{"articles":[', 'It is not valid JSON: perhaps it was cut off.'],
    ['a list of feeds', 'x.opml', '<opml><body/></opml>', 'It is a list of feeds (OPML), not of articles.'],
    ['no zip', 'x.zip', 'PK', 'The zip is damaged or was not downloaded completely.'],
    ['something else', 'x.png', '\u0089PNG', 'Lectern does not know this kind of file.'],
  ])('says plainly what %s is', async (_, path, text, detail) => {
    const read = await readImport([{ path, blob: new Blob([text]) }]);
    expect(read.rejected.map((rejection) => rejection.detail)).toEqual([detail]);
  });

  it('refuses an XML type declaration, and with it every entity bomb', async () => {
    const text =
      '<!DOCTYPE r [<!ENTITY a "b">]><rdf:RDF xmlns:z="http://www.zotero.org/namespaces/export#">&a;</rdf:RDF>';
    const read = await readImport([{ path: 'z.rdf', blob: new Blob([text]) }]);
    expect(read.rejected.map(({ detail }) => detail)).toEqual(['It declares a document type, which is not read.']);
  });
});
