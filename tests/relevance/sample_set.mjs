// The small judged set over corpus/sample: queries.tsv here, one line a query.

import {readFileSync} from 'node:fs';
import {firstRelevant, meanOf, measure} from './measures.mjs';

/** The name of a document in queries.tsv: a record's id, or the path without the file's ending. */
const nameOf = ({id, path}) => id ?? path.replace(/\.[a-z.]+$/, '');

/**
 * [{kind, text, judged: Map of the documents' names → grade}]. `documents` is what readSample gives; each name in the table
 * must be the end of exactly one of theirs.
 */
export function readSampleSet(file, documents) {
  const names = documents.map(nameOf);
  const whole = (end) => {
    const found = names.filter((name) => name === end || name.endsWith(`/${end}`));
    if (found.length !== 1) throw new Error(`${file}: ${end} is the name of ${found.length} documents`);
    return found[0];
  };
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => {
      const [kind, text, relevant] = line.split('\t');
      const judged = relevant.split('; ').map((entry) => entry.split(' '));
      return {kind, text, judged: new Map(judged.map(([end, grade]) => [whole(end), Number(grade)]))};
    });
}

/** Which document of the sample a hit {id, path} is, as named in the table. */
export function namer(documents) {
  const ids = new Set(documents.map(({id}) => id).filter(Boolean));
  const names = documents.filter(({id}) => !id).map(nameOf);
  return (hit) => (ids.has(hit.id) ? hit.id : names.find((name) => hit.path.replace(/\.[a-z.]+$/, '').endsWith(`/${name}`)));
}

/**
 * {figures: Map of kind (and "all") → figures, places: Map of query → place of the first wanted document, 0 = none}. Wanted
 * is what has the query's best grade.
 */
export function scoreSample(queries, rankings) {
  const measured = queries.map(({judged}, at) => measure(rankings[at], judged));
  const figures = new Map();
  for (const kind of [...new Set(queries.map((query) => query.kind))])
    figures.set(kind, meanOf(measured.filter((_, at) => queries[at].kind === kind)));
  figures.set('all', meanOf(measured));
  const wanted = ({judged}) => new Map([...judged].filter(([, grade]) => grade === Math.max(...judged.values())));
  const places = new Map(queries.map((query, at) => [query.text, firstRelevant(rankings[at], wanted(query))]));
  return {figures, places};
}

const heading = '# kind nDCG@10 MRR@10 recall@5 recall@50, then where the first wanted document of each query stands (- = nowhere)';

/** The scores as text, and read back; a figure has four decimals. */
export function writeScores({figures, places}) {
  const fixed = (values) => Object.values(values).map((value) => value.toFixed(4));
  const table = [...figures].map(([kind, values]) => [kind.padEnd(12), ...fixed(values)].join(' '));
  const list = [...places].map(([text, place]) => `${String(place || '-').padStart(2)}  ${text}`);
  return [heading, ...table, '', ...list].join('\n') + '\n';
}
export function readScores(text) {
  const [table, list] = text.replace(`${heading}\n`, '').split('\n\n');
  const figures = new Map(
    table.split('\n').map((line) => {
      const [kind, ndcg10, mrr10, recall5, recall50] = line.split(/ +/);
      return [kind, {ndcg10: Number(ndcg10), mrr10: Number(mrr10), recall5: Number(recall5), recall50: Number(recall50)}];
    }),
  );
  const places = new Map(list.split('\n').filter(Boolean).map((line) => [line.slice(4), Number.parseInt(line, 10) || 0]));
  return {figures, places};
}

/** Sentences saying which figures are below the kept ones, and which queries fell. */
export function fallen(now, kept) {
  const worse = [];
  for (const [kind, values] of kept.figures)
    for (const [figure, value] of Object.entries(values)) {
      const today = (now.figures.get(kind)?.[figure] ?? 0).toFixed(4);
      if (Number(today) < value) worse.push(`${kind}: ${figure} ${today}, was ${value.toFixed(4)}`);
    }
  if (worse.length === 0) return [];
  const far = (place) => place || Infinity;
  for (const [text, place] of kept.places)
    if (far(now.places.get(text)) > far(place))
      worse.push(`"${text}": first wanted document at ${now.places.get(text) || 'no place'}, was at ${place}`);
  return worse;
}
