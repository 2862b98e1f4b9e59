// The groups of boxes to tick. Several values of one group widen the result, groups narrow each other.
// The years are drawn by histogram.js, the bodies below each level by issuer_tree.js.

import {el, refill} from './dom.js';
import {capitalize, formatDate, formatGrade, formatNumber, formatTerm, gradeRank, levelRank} from './format.js';
import {formatStatus} from './status.js';

const mostFirst = ['isRefined', 'count:desc', 'name:asc'];
const by = (rank) => (a, b) => rank(a.name) - rank(b.name);

/** attribute: the server's name; route: the name in the address bar; title: what people read. */
export const facets = [
  {attribute: 'type', route: 'loai', title: 'Thể loại', sortBy: mostFirst},
  {attribute: 'issuer', route: 'coquan', title: 'Cơ quan ban hành', sortBy: mostFirst, searchable: 'Lọc tên cơ quan…'},
  {attribute: 'year', route: 'nam', title: 'Năm ban hành', drawn: 'columns'},
  {attribute: 'month', route: 'thang', title: 'Tháng ban hành', drawn: 'columns', label: formatDate},
  {attribute: 'status', route: 'hieuluc', title: 'Hiệu lực', sortBy: ['count:desc', 'name:asc'], label: formatStatus},
  {attribute: 'level', route: 'cap', title: 'Cấp', sortBy: by(levelRank), label: capitalize, drawn: 'tree'},
  {attribute: 'place', route: 'diaban', title: 'Địa bàn', sortBy: mostFirst, searchable: 'Lọc tên tỉnh, xã…'},
  {attribute: 'fields', route: 'linhvuc', title: 'Lĩnh vực', sortBy: mostFirst},
  {attribute: 'signer', route: 'nguoiky', title: 'Người ký', sortBy: mostFirst, searchable: 'Lọc tên người ký…'},
  {attribute: 'term', route: 'khoa', title: 'Khóa, nhiệm kỳ', sortBy: mostFirst, label: formatTerm},
  {attribute: 'scan', route: 'banquet', title: 'Chất lượng bản quét', sortBy: ['count:desc', 'name:asc'], label: capitalize},
  {attribute: 'urgency', route: 'dokhan', title: 'Độ khẩn', sortBy: ['name:asc'], label: capitalize},
  {attribute: 'draft', route: 'duthao', title: 'Dự thảo', sortBy: ['name:asc'], label: capitalize},
  {attribute: 'format', route: 'dinhdang', title: 'Định dạng tệp', sortBy: mostFirst, label: (format) => format.toUpperCase()},
  {attribute: 'grade', route: 'domat', title: 'Độ mật', sortBy: by(gradeRank), label: formatGrade},
];

export const facetOf = (attribute) => facets.find((facet) => facet.attribute === attribute);
export const labelOf = (facet, value) => (facet?.label ?? String)(value);

/** One row: box, label, count. Rows are kept by value, so that the focus and the place of the eye survive an update. */
export class Rows {
  #rows = new Map();
  constructor(facet) {
    this.facet = facet;
  }
  of({value, count, isRefined}, refine) {
    if (!this.#rows.has(value)) {
      const box = el('input', {type: 'checkbox', value});
      const counter = el('span', {class: 'count'});
      const text = el('span', {class: 'name'}, labelOf(this.facet, value));
      this.#rows.set(value, {box, counter, item: el('li', {}, el('label', {}, box, text, counter))});
    }
    const row = this.#rows.get(value);
    row.box.checked = isRefined;
    row.box.onchange = () => refine(value);
    row.counter.textContent = formatNumber(count);
    row.item.classList.toggle('empty', count === 0);
    return row.item;
  }
}

/**
 * The widget of one facet; `container` is filled with a heading, an optional search box, the rows and "show more". `above` is
 * {element, draw}, a control of its own below the heading.
 */
export function facetWidget(facet, container, above) {
  const rows = new Rows(facet);
  const list = el('ul', {});
  const nothing = el('p', {class: 'nothing', hidden: true}, 'Không có giá trị phù hợp.');
  const more = el('button', {type: 'button', class: 'link', hidden: true});
  const filter = facet.searchable
    ? el('input', {type: 'search', class: 'facet-search', placeholder: facet.searchable, autocomplete: 'off', spellcheck: 'false',
        'aria-label': `Lọc trong ${facet.title}`})
    : null;
  const group = el('fieldset', {class: 'facet', hidden: true, 'data-facet': facet.attribute}, el('legend', {}, facet.title), above?.element, filter, list, nothing, more);
  container.append(group);
  let show = {};
  let timer;
  filter?.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => show.searchForItems(filter.value.trim()), 150);
  });
  more.addEventListener('click', () => show.toggleShowMore());

  const render = (options) => {
    show = options;
    const {items, refine, isFromSearch, canToggleShowMore, isShowingMore} = options;
    if (filter && !isFromSearch && document.activeElement !== filter) filter.value = '';
    refill(list, items.map((item) => rows.of(item, refine)));
    above?.draw();
    nothing.hidden = !(isFromSearch && items.length === 0);
    more.hidden = isFromSearch || !canToggleShowMore;
    more.textContent = isShowingMore ? 'Thu gọn' : 'Xem thêm';
    more.setAttribute('aria-expanded', String(isShowingMore));
    // One grade only, the open one: nothing to choose.
    const pointless = facet.attribute === 'grade' && items.every((item) => item.value === 'open' && !item.isRefined);
    group.hidden = pointless || (items.length === 0 && !isFromSearch);
  };
  return instantsearch.connectors.connectRefinementList(render)({
    attribute: facet.attribute,
    operator: 'or',
    limit: 8,
    showMore: true,
    showMoreLimit: 60,
    sortBy: facet.sortBy,
    escapeFacetValues: false, // shown as text, never as markup
  });
}
