// How good one ranking is. `ranking` is a list of document ids, best first; `judged` a Map of document id → grade (1 and
// more = relevant). Definitions as in trec_eval, with the grade itself as gain.

/** The gain of the first k over the gain of the best possible order; a place counts 1 / log2(place + 1). */
export function ndcg(ranking, judged, k) {
  const sum = (grades) => grades.slice(0, k).reduce((total, grade, at) => total + grade / Math.log2(at + 2), 0);
  const best = sum([...judged.values()].sort((a, b) => b - a));
  return best === 0 ? 0 : sum(ranking.map((id) => judged.get(id) ?? 0)) / best;
}

/** Place of the first relevant document, counted from 1; 0 = none. */
export const firstRelevant = (ranking, judged) => ranking.findIndex((id) => (judged.get(id) ?? 0) > 0) + 1;

/** 1 / place of the first relevant document, 0 below place k. */
export function reciprocalRank(ranking, judged, k) {
  const place = firstRelevant(ranking, judged);
  return place > 0 && place <= k ? 1 / place : 0;
}

/** Which share of the relevant documents stands among the first k. */
export function recall(ranking, judged, k) {
  const relevant = [...judged].filter(([, grade]) => grade > 0).map(([id]) => id);
  const first = new Set(ranking.slice(0, k));
  return relevant.length === 0 ? 0 : relevant.filter((id) => first.has(id)).length / relevant.length;
}

/** All figures of one query. */
export const measure = (ranking, judged) => ({
  ndcg10: ndcg(ranking, judged, 10),
  mrr10: reciprocalRank(ranking, judged, 10),
  recall5: recall(ranking, judged, 5),
  recall50: recall(ranking, judged, 50),
});

export const figures = ['ndcg10', 'mrr10', 'recall5', 'recall50'];

/** The mean of each figure over several queries, or over several sets. */
export const meanOf = (list) =>
  Object.fromEntries(figures.map((figure) => [figure, list.reduce((sum, one) => sum + one[figure], 0) / list.length]));

/** The value below which a share of the values lies. */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
