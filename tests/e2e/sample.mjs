// What the sample archive holds, read from the expectations that stand beside its files.

import {readdirSync, readFileSync} from 'node:fs';
import {join, relative, sep} from 'node:path';

export const sampleFolder = process.env.VANKIEN_SAMPLE ?? new URL('../../corpus/sample', import.meta.url).pathname;

const suffix = '.expect.json';

function* filesBelow(folder) {
  for (const entry of readdirSync(folder, {withFileTypes: true})) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else yield path;
  }
}

/**
 * All documents of the archive: {path, fields: {symbol, type, …, grade}, find: […], not_find: […]}; those of a
 * JSONL file or a table have an id too, those of a letter or an archive a path that goes on within. `path` is relative to the sample folder.
 */
export function readSample() {
  const documents = [];
  for (const file of filesBelow(sampleFolder)) {
    if (!file.endsWith(suffix)) continue;
    const path = relative(sampleFolder, file).slice(0, -suffix.length).split(sep).join('/');
    const expected = JSON.parse(readFileSync(file, 'utf8'));
    for (const document of expected.documents ?? [expected]) documents.push({path, ...document});
  }
  return documents;
}

const grades = ['open', 'internal', 'mat', 'toi-mat', 'tuyet-mat'];

/** The documents a reader with this clearance may see. */
export const upTo = (documents, clearance) =>
  documents.filter(({fields}) => grades.indexOf(fields.grade) <= grades.indexOf(clearance));

/** {value: how many documents have it}, absent values left out. */
export function countBy(documents, field) {
  const counts = {};
  for (const {fields} of documents) if (fields[field]) counts[fields[field]] = (counts[fields[field]] ?? 0) + 1;
  return counts;
}

/** Whether a hit is this document of the archive. */
export const isDocument = (hit, {id, path}) => (id ? hit.id === id : hit.path.endsWith(path));
