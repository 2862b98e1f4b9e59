// Levels as boxes, each of which unfolds into the bodies below it.

import {el, refill} from './dom.js';
import {labelOf, Rows} from './facets.js';

const {connectRefinementList} = instantsearch.connectors;
const separator = ' > ';
const mostBodies = 100;

/** The bodies of each level, most frequent first: {"tỉnh > Tỉnh ủy A": 3} → {"tỉnh": [{value: "Tỉnh ủy A", count: 3}]}. */
function bodiesByLevel(counts = {}) {
  const levels = new Map();
  for (const [path, count] of Object.entries(counts)) {
    const cut = path.indexOf(separator);
    const level = path.slice(0, cut);
    if (!levels.has(level)) levels.set(level, []);
    levels.get(level).push({value: path.slice(cut + separator.length), count});
  }
  return levels;
}

/** `counts()` gives the last answer's counts of issuer.lvl1, `issuers()` the chosen issuers and how to choose one. */
export function issuerTree(level, issuer, container, counts, issuers) {
  const rows = new Rows(level);
  const branches = new Map();
  const list = el('ul', {class: 'tree'});
  const group = el('fieldset', {class: 'facet', hidden: true, 'data-facet': level.attribute}, el('legend', {}, level.title), list);
  container.append(group);

  const branchOf = (item) => {
    if (!branches.has(item.value)) {
      const inner = el('ul', {hidden: true});
      const name = labelOf(level, item.value);
      const toggle = el('button', {type: 'button', class: 'unfold', 'aria-expanded': 'false', 'aria-label': `Các cơ quan cấp ${name}`,
        onclick: () => {
          inner.hidden = !inner.hidden;
          toggle.setAttribute('aria-expanded', String(!inner.hidden));
        }});
      branches.set(item.value, {inner, toggle, bodies: new Rows(issuer)});
    }
    return branches.get(item.value);
  };

  const render = ({items, refine}) => {
    const bodies = bodiesByLevel(counts());
    const {chosen, choose} = issuers();
    refill(list, items.map((item) => {
      const row = rows.of(item, refine);
      const branch = branchOf(item);
      const below = (bodies.get(item.value) ?? []).slice(0, mostBodies);
      refill(branch.inner, below.map((body) => branch.bodies.of({...body, isRefined: chosen.has(body.value)}, choose)));
      branch.toggle.hidden = below.length === 0;
      if (branch.toggle.parentElement !== row) row.append(branch.toggle, branch.inner);
      return row;
    }));
    group.hidden = items.length === 0;
  };
  return connectRefinementList(render)({attribute: level.attribute, operator: 'or', limit: 20, sortBy: level.sortBy, escapeFacetValues: false});
}
