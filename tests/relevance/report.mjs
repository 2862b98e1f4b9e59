// The figures as tables. A row: {set, variant, queries, ours, plain}, where ours and plain are what `summary` gives.

import {figures, firstRelevant, meanOf, measure, quantile} from './measures.mjs';

const titles = {ndcg10: 'nDCG@10', mrr10: 'MRR@10', recall5: 'R@5', recall50: 'R@50'};
const fixed = (value) => value.toFixed(4);
const percent = (ratio) => (Number.isFinite(ratio) ? `${ratio >= 1 ? '+' : '−'}${Math.abs((ratio - 1) * 100).toFixed(1)} %` : '–');

/** All that is said of one system on one set. */
export function summary(queries, answers) {
  const measured = queries.map(({judged}, at) => measure(answers[at].hits.map(({id}) => id), judged));
  return {
    ...meanOf(measured),
    nothing: answers.filter(({total}) => total === 0).length,
    medianMs: quantile(answers.map(({milliseconds}) => milliseconds), 0.5),
    p99Ms: quantile(answers.map(({milliseconds}) => milliseconds), 0.99),
  };
}

/** The mean over the sets, each set counting the same. */
const meanRow = (rows, variant) => {
  const own = rows.filter((row) => row.variant === variant);
  const sum = (count) => own.reduce((total, row) => total + count(row), 0);
  return {
    set: 'mean',
    variant,
    queries: sum((row) => row.queries),
    ours: {...meanOf(own.map(({ours}) => ours)), nothing: sum(({ours}) => ours.nothing)},
    plain: {...meanOf(own.map(({plain}) => plain)), nothing: sum(({plain}) => plain.nothing)},
  };
};

function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const aligned = (cell, column) => (column < 2 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]));
  return rows.map((row) => row.map(aligned).join('  ').trimEnd());
}

const names = figures.map((figure) => titles[figure]);
const scoreHeader = ['set', 'typed', 'queries', ...names, 'no hit', ...names.map((name) => `${name} plain`), ...names.map((name) => `${name} ±`)];
const scoreCells = ({set, variant, queries, ours, plain}) => [
  set,
  variant,
  String(queries),
  ...figures.map((figure) => fixed(ours[figure])),
  String(ours.nothing),
  ...figures.map((figure) => fixed(plain[figure])),
  ...figures.map((figure) => percent(ours[figure] / plain[figure])),
];

/** What is kept: the same on every machine. */
export function scores(rows) {
  const variants = [...new Set(rows.map(({variant}) => variant))];
  const means = variants.map((variant) => meanRow(rows, variant));
  const lines = table([scoreHeader, ...[...rows, ...means].map(scoreCells)]);
  const marked = means.find(({variant}) => variant === 'marked');
  const loss = (mean, figure) => `${titles[figure]} ${percent(mean.ours[figure] / marked.ours[figure])}`;
  const against = means
    .filter((mean) => marked && mean !== marked)
    .map((mean) => [`${mean.variant} against marked`, '', ...figures.map((figure) => loss(mean, figure))]);
  return [...lines, ...(against.length > 0 ? ['', ...table(against)] : [])];
}

/** What depends on the machine and the hour. */
export const times = (rows) =>
  table([
    ['set', 'typed', 'median ms', 'p99 ms', 'median ms plain', 'p99 ms plain'],
    ...rows.map(({set, variant, ours, plain}) => {
      const measured = [ours.medianMs, ours.p99Ms, plain.medianMs, plain.p99Ms];
      return [set, variant, ...measured.map((ms) => ms.toFixed(1))];
    }),
  ]);

/** A line a query: set, typed, query, place of the first relevant document (0 = not among 50) ours and plain, our hits, text. */
export function placesOfFirst(set, variant, queries, texts, ours, plain) {
  const place = ({hits}, judged) => firstRelevant(hits.map(({id}) => id), judged);
  return queries.map(({id, judged}, at) =>
    [set, variant, id, place(ours[at], judged), place(plain[at], judged), ours[at].total, texts[at]].join('\t'),
  );
}
