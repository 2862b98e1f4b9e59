// The widgets around the hits: box, order, count, chosen values, pages. The library keeps the state, we draw it.

import {el, refill} from './dom.js';
import {facetOf, labelOf} from './facets.js';
import {formatNumber} from './format.js';
import {sortings} from './routing.js';

const {connectSearchBox, connectSortBy, connectStats, connectCurrentRefinements, connectClearRefinements, connectPagination} =
  instantsearch.connectors;

/** The form of the page. Searches while typing, at once on Enter; "/" leads here from anywhere. */
export function searchBox(form) {
  const input = form.elements.q;
  const pause = 150; // ms; shorter ones ask for half-typed syllables
  let refine = () => {};
  let asked = '';
  let timer;
  const now = () => {
    clearTimeout(timer);
    asked = input.value;
    refine(asked);
  };
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(now, input.value ? pause : 0);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    now();
    if (matchMedia('(pointer: coarse)').matches) input.blur(); // puts the telephone's keyboard away
  });
  document.addEventListener('keydown', (event) => {
    const typing = event.target.closest('input, textarea, select, dialog[open]');
    if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
  return connectSearchBox(({query, refine: refineQuery, instantSearchInstance}) => {
    refine = refineQuery;
    if (instantSearchInstance.status === 'error') return; // what was typed stays, to try again
    // A query that did not come from this box (the address bar, going back) goes into it; an answer to an
    // earlier letter must not overwrite what was typed since.
    if (query === asked) return;
    clearTimeout(timer);
    asked = query;
    input.value = query;
  })({});
}

/** Keeps the filter of the address: the library's own `configure` gives back only what it was made with. */
export const ownFilter = () => ({
  $$type: 'vankien.ownFilter',
  init() {},
  getWidgetUiState: (uiState, {searchParameters}) => ({...uiState, configure: {...uiState.configure, filters: searchParameters.filters}}),
  getWidgetSearchParameters: (parameters, {uiState}) => parameters.setQueryParameter('filters', uiState.configure?.filters),
});

export function sortBy(select) {
  select.append(...sortings.map(({value, label}) => el('option', {value}, label)));
  let refine = () => {};
  select.addEventListener('change', () => refine(select.value));
  return connectSortBy(({currentRefinement, refine: refineSort}) => {
    refine = refineSort;
    select.value = currentRefinement;
  })({items: sortings});
}

/** "Có 128 văn bản, 4 ms", also read aloud. */
export function stats(container) {
  return connectStats(({nbHits, nbPages, page, processingTimeMS}, isFirstRender) => {
    if (isFirstRender) return;
    const where = nbPages > 1 ? ` · trang ${formatNumber(page + 1)}/${formatNumber(nbPages)}` : '';
    const time = processingTimeMS < 1 ? 'dưới 1 ms' : `${formatNumber(processingTimeMS)} ms`;
    container.textContent = nbHits === 0 ? 'Không tìm thấy văn bản nào' : `Có ${formatNumber(nbHits)} văn bản, ${time}${where}`;
  })({});
}

/** Three and more years or months without a gap, as they are chosen along the columns: one range. */
function isRange(values) {
  const numbers = values.map((value) => value.split('-').reduce((all, part, i) => (i === 0 ? Number(part) : all * 12 + Number(part) - 1), 0)).sort((a, b) => a - b);
  return numbers.length > 2 && numbers.every((number, i) => i === 0 || number === numbers[i - 1] + 1);
}

/** The values chosen, each a button that lets it go. Also tells `onCount` how many there are. */
export function chosenValues(container, onCount) {
  return connectCurrentRefinements(({items, instantSearchInstance}) => {
    const chips = items.flatMap(({attribute, refinements, refine}) => {
      const facet = facetOf(attribute);
      const chip = (label, drop) =>
        el(
          'li', {},
          el('button', {type: 'button', class: 'chip', 'aria-label': `Bỏ lọc ${facet.title}: ${label}`, onclick: drop},
            el('span', {class: 'chip-facet'}, `${facet.title}: `), label, el('span', {class: 'chip-x', 'aria-hidden': 'true'}, '×')),
        );
      const values = refinements.map(({value}) => String(value));
      if (facet.drawn === 'columns' && isRange(values)) {
        const [first, last] = [values.toSorted()[0], values.toSorted().at(-1)].map((value) => labelOf(facet, value));
        return chip(`${first} – ${last}`, () => instantSearchInstance.helper.clearRefinements(attribute).search());
      }
      return refinements.map((refinement) => chip(labelOf(facet, String(refinement.value)), () => refine(refinement)));
    });
    refill(container, chips);
    onCount(chips.length);
  })({});
}

/** Any number of buttons that let all values go. */
export function clearValues(buttons) {
  let refine = () => {};
  for (const button of buttons) button.addEventListener('click', () => refine());
  return connectClearRefinements(({canRefine, refine: clear}) => {
    refine = clear;
    for (const button of buttons) button.hidden = !canRefine;
  })({});
}

/** Links, so that they can be opened elsewhere; a plain click stays here and calls `onMove`. */
export function pagination(nav, onMove) {
  return connectPagination(({pages, currentRefinement, nbPages, isFirstPage, isLastPage, refine, createURL}) => {
    nav.hidden = nbPages <= 1;
    if (nav.hidden) return nav.replaceChildren();
    const link = (page, text, label, properties = {}) =>
      el('li', {}, el('a', {
        href: createURL(page), 'aria-label': label, ...properties,
        onclick(event) {
          if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
          event.preventDefault();
          refine(page);
          onMove();
        },
      }, text));
    const gap = () => el('li', {class: 'gap', 'aria-hidden': 'true'}, '…');
    const list = el('ol', {});
    if (!isFirstPage) list.append(link(currentRefinement - 1, '‹ Trước', 'Trang trước', {rel: 'prev', class: 'step'}));
    if (pages[0] > 0) list.append(link(0, '1', 'Trang 1'));
    if (pages[0] > 1) list.append(gap());
    for (const page of pages) {
      const text = formatNumber(page + 1);
      list.append(link(page, text, `Trang ${text}`, page === currentRefinement ? {'aria-current': 'page'} : {}));
    }
    const last = pages[pages.length - 1];
    if (last < nbPages - 2) list.append(gap());
    if (last < nbPages - 1) list.append(link(nbPages - 1, formatNumber(nbPages), `Trang cuối, ${formatNumber(nbPages)}`));
    if (!isLastPage) list.append(link(currentRefinement + 1, 'Sau ›', 'Trang sau', {rel: 'next', class: 'step'}));
    nav.replaceChildren(list);
  })({padding: 2});
}
