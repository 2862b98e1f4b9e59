// The judged sets of a data folder: queries.jsonl (id, text), qrels.tsv (query, document, grade; tab between), and the
// documents they are judged on, a .jsonl.gz.

import {readFileSync} from 'node:fs';
import {join} from 'node:path';

const docsOf = {
  alqac: 'alqac/docs.jsonl.gz',
  zalo: 'phapdien/articles.jsonl.gz',
  smallqa: 'phapdien/articles.jsonl.gz',
  webqa: 'phapdien/articles.jsonl.gz',
  'xquad-vi': 'xquad-vi/docs.jsonl.gz',
};
export const setNames = Object.keys(docsOf);

const linesOf = (file) => readFileSync(file, 'utf8').split('\n').filter(Boolean);

/** {name, docs: file, queries: [{id, text, judged: Map of document → grade}]}; queries without a relevant document are left out. */
export function readSet(data, name) {
  if (!docsOf[name]) throw new Error(`no judged set ${name}; there are ${setNames.join(', ')}`);
  const judged = new Map();
  for (const line of linesOf(join(data, name, 'qrels.tsv'))) {
    const [query, document, grade] = line.split('\t');
    if (!judged.has(query)) judged.set(query, new Map());
    judged.get(query).set(document, Number(grade));
  }
  const queries = linesOf(join(data, name, 'queries.jsonl'))
    .map((line) => JSON.parse(line))
    .map(({id, text}) => ({id, text: text.replace(/\s+/gu, ' ').trim(), judged: judged.get(id) ?? new Map()}))
    .filter((query) => [...query.judged.values()].some((grade) => grade > 0));
  return {name, docs: join(data, docsOf[name]), queries};
}
