// The library asks once for the hits and once more for each facet that is filtered by, to count its other values. The server
// does all of it in one pass: here its questions become one, and the one answer becomes theirs.

/** The paths of issuer.lvl1 in the last answer, for the tree of issuers, with what choosing their body finds. */
let treeCounts = {};
export const issuerCounts = () => treeCounts;

const tree = 'issuer.lvl1';
const list = (value) => (value === undefined ? [] : [value].flat());

/** Whether the questions are the hits of a page and then the counts of single facets of the same. */
function belongTogether([main, ...others]) {
  return main !== undefined && others.every((other) => other.q === main.q && list(other.facets).length === 1);
}

/** A body of the tree chooses the body wherever it stands, so its number is that: papers of one body may tell different levels. */
const asLinked = (paths = {}, bodies = {}) =>
  Object.fromEntries(Object.entries(paths).map(([path, count]) => [path, bodies[path.slice(path.indexOf(' > ') + 3)] ?? count]));

/** {queries, expand}: what to ask instead, and how its answer becomes the one to `queries`. */
export function inOneRequest(queries) {
  if (!belongTogether(queries)) return {queries, expand: (answer) => answer};
  const [main, ...others] = queries;
  const apart = others.map((other) => list(other.facets)[0]);
  const one = {...main, facets: [...list(main.facets), tree], disjunctiveFacets: apart};
  const expand = ({results: [result], ...rest}) => {
    const counts = result.facetDistribution ?? {};
    treeCounts = asLinked(counts[tree], counts.issuer);
    const of = (attribute) => ({...result, hits: [], facetDistribution: {[attribute]: counts[attribute] ?? {}}, facetStats: {}});
    return {...rest, results: [result, ...apart.map(of)]};
  };
  return {queries: [one], expand};
}
