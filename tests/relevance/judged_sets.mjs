// The judged sets of a data folder: <folder>/queries.jsonl (id, text), a table of judgements (query, document, grade; tab
// between), and the documents they are judged on, a .jsonl.gz.

import {readFileSync} from 'node:fs';
import {join} from 'node:path';

const articles = {judgements: 'qrels.tsv', docs: 'phapdien/articles.jsonl.gz'};
const wholeDocuments = {judgements: 'qrels-documents.tsv', docs: 'phapdien/docs.jsonl.gz'};
const sets = {
  alqac: {folder: 'alqac', judgements: 'qrels.tsv', docs: 'alqac/docs.jsonl.gz'},
  zalo: {folder: 'zalo', ...articles},
  smallqa: {folder: 'smallqa', ...articles},
  webqa: {folder: 'webqa', ...articles},
  'xquad-vi': {folder: 'xquad-vi', judgements: 'qrels.tsv', docs: 'xquad-vi/docs.jsonl.gz'},
  'zalo-documents': {folder: 'zalo', ...wholeDocuments},
  'webqa-documents': {folder: 'webqa', ...wholeDocuments},
};
export const allSets = Object.keys(sets);
/** What a run measures if nothing else is said: a set counts once, with the finer of its judgements. */
export const usualSets = allSets.filter((name) => !name.endsWith('-documents'));

const linesOf = (file) => readFileSync(file, 'utf8').split('\n').filter(Boolean);

/** {name, docs: file, queries: [{id, text, judged: Map of document → grade}]}; queries without a relevant document are left out. */
export function readSet(data, name) {
  const {folder, judgements, docs} = sets[name];
  const judged = new Map();
  for (const line of linesOf(join(data, folder, judgements))) {
    const [query, document, grade] = line.split('\t');
    if (!judged.has(query)) judged.set(query, new Map());
    judged.get(query).set(document, Number(grade));
  }
  const queries = linesOf(join(data, folder, 'queries.jsonl'))
    .map((line) => JSON.parse(line))
    .map(({id, text}) => ({id, text: text.replace(/\s+/gu, ' ').trim(), judged: judged.get(id) ?? new Map()}))
    .filter((query) => [...query.judged.values()].some((grade) => grade > 0));
  return {name, docs: join(data, docs), queries};
}
