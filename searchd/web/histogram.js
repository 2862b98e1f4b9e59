// Years as columns, and below them the months of the year that is chosen. A column is a switch; the arrow keys walk along them.
// Drawing along the columns with the mouse or a finger chooses all that are passed, and so do the arrows with Shift, then Enter.

import {el, refill} from './dom.js';
import {formatNumber} from './format.js';

const {connectRefinementList} = instantsearch.connectors;
const mostColumns = 60; // in 17rem; of more years only the last ones are drawn, and the first column says so

/** Adds the empty ones between, so that the columns tell the time: 2019, 2022 → 2019 … 2022. */
function withGaps(items, next) {
  const columns = [];
  for (const item of items) {
    for (let value = columns.length ? next(columns.at(-1).value) : item.value; value < item.value && columns.length < 4000; value = next(value))
      columns.push({value, label: value, count: 0, isRefined: false});
    columns.push(item);
  }
  return columns;
}

const nextYear = (year) => String(Number(year) + 1).padStart(4, '0');
const nextMonth = (month) => {
  const [year, number] = month.split('-').map(Number);
  return number === 12 ? `${String(year + 1).padStart(4, '0')}-01` : `${String(year).padStart(4, '0')}-${String(number + 1).padStart(2, '0')}`;
};

/** A row of columns; kept between drawings, so that the focus stays. */
class Columns {
  #buttons = new Map();
  #row = el('div', {class: 'columns', onkeydown: (event) => this.#walk(event)});
  #ends = el('p', {class: 'columns-ends', 'aria-hidden': 'true'});
  #told = el('p', {class: 'columns-range', role: 'status'});
  #first = null; // the ends of the range that is being drawn, buttons
  #last = null;
  #drawn = false; // the click that ends a drawing is none
  constructor(title, label) {
    this.title = title;
    this.label = label;
    this.#row.setAttribute('role', 'group');
    this.#row.setAttribute('aria-label', `${title}, biểu đồ cột; phím mũi tên để đi qua các cột, giữ Shift để chọn một khoảng rồi Enter`);
    this.#row.addEventListener('pointerdown', (event) => this.#begin(event));
    this.#row.addEventListener('pointermove', (event) => this.#pass(event));
    this.#row.addEventListener('pointerup', (event) => this.#end(event));
    this.#row.addEventListener('pointercancel', () => this.#mark(null, null));
    this.elements = [this.#row, this.#ends, this.#told];
  }

  /** `refine(value)` switches one column, `refineRange(values)` chooses just these. */
  draw(columns, refine, refineRange) {
    this.refineRange = refineRange;
    const highest = Math.max(1, ...columns.map(({count}) => count));
    const drawn = columns.map((column) => this.#button(column, highest, refine));
    if (!drawn.some((button) => button.tabIndex === 0) && drawn.length) drawn.at(-1).tabIndex = 0;
    refill(this.#row, drawn);
    const names = columns.map(({value}) => this.label(value));
    refill(this.#ends, names.length > 1 ? [el('span', {}, names[0]), el('span', {}, names.at(-1))] : names.map((name) => el('span', {}, name)));
  }

  #button({value, count, isRefined}, highest, refine) {
    if (!this.#buttons.has(value)) this.#buttons.set(value, el('button', {type: 'button', class: 'column', 'data-value': value, tabindex: '-1'}, el('span', {})));
    const button = this.#buttons.get(value);
    const text = `${this.label(value)}: ${formatNumber(count)} văn bản`;
    button.setAttribute('aria-label', text);
    button.setAttribute('aria-pressed', String(isRefined));
    button.title = text;
    button.disabled = count === 0 && !isRefined;
    button.onclick = () => {
      if (!this.#drawn && !this.#choose()) refine(value);
      this.#drawn = false;
    };
    button.firstChild.style.height = `${count === 0 ? 0 : Math.max(6, (100 * count) / highest)}%`;
    return button;
  }

  #walk(event) {
    if (event.key === 'Escape' && this.#first) {
      event.preventDefault();
      return this.#mark(null, null);
    }
    const buttons = [...this.#row.children].filter((button) => !button.disabled);
    const at = buttons.indexOf(document.activeElement);
    const to = {ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1}[event.key];
    if (at < 0 || buttons[to] === undefined) return;
    event.preventDefault();
    buttons[at].tabIndex = -1;
    buttons[to].tabIndex = 0;
    buttons[to].focus();
    if (event.shiftKey) this.#mark(this.#first ?? buttons[at], buttons[to]);
    else this.#mark(null, null);
  }

  /** The columns from one to another, in order. */
  #between(first, last) {
    const all = [...this.#row.children];
    const [from, to] = [all.indexOf(first), all.indexOf(last)].sort((a, b) => a - b);
    return from < 0 ? [] : all.slice(from, to + 1);
  }
  #mark(first, last) {
    [this.#first, this.#last] = [first, last];
    const range = this.#between(first, last);
    for (const button of this.#row.children) button.classList.toggle('in-range', range.includes(button));
    const [from, to] = [range.at(0), range.at(-1)].map((button) => button && this.label(button.dataset.value));
    this.#told.textContent = range.length > 1 ? `${from} – ${to}` : '';
  }
  /** Chooses the range that is drawn; false if there is none. */
  #choose() {
    const values = this.#between(this.#first, this.#last).map((button) => button.dataset.value);
    this.#mark(null, null);
    if (values.length < 2) return false;
    this.refineRange(values);
    return true;
  }

  // By the place alone: columns without papers tell nothing of the mouse, and a finger stays with the column it began on.
  #under({clientX}) {
    return [...this.#row.children].find((button) => clientX < button.getBoundingClientRect().right) ?? this.#row.lastElementChild;
  }
  #begin(event) {
    if (event.button !== 0) return;
    this.#drawn = false;
    this.#mark(this.#under(event), this.#under(event));
    this.#told.textContent = '';
  }
  #pass(event) {
    if (!this.#first || event.buttons === 0) return;
    const under = this.#under(event);
    if (under !== this.#last) this.#row.setPointerCapture(event.pointerId);
    this.#mark(this.#first, under);
  }
  #end() {
    if (!this.#first) return;
    this.#drawn = this.#choose();
    setTimeout(() => (this.#drawn = false)); // the click follows at once, or never
  }
}

/** Chooses several values at once, instead of those that were chosen, by one request. */
const chooser = (page, attribute) => (values) => {
  page.helper.clearRefinements(attribute);
  for (const value of values) page.helper.addDisjunctiveFacetRefinement(attribute, value);
  page.helper.search();
};

/** The two widgets of one group: years, and the months of the only year chosen. */
export function histogramWidgets([years, months], container) {
  const yearColumns = new Columns(years.title, String);
  const monthColumns = new Columns(months.title, months.label);
  const monthPart = el('div', {class: 'months', 'data-facet': 'month', hidden: true}, el('p', {class: 'columns-title'}, months.title), ...monthColumns.elements);
  const cut = el('p', {class: 'nothing', hidden: true});
  const group = el('fieldset', {class: 'facet', hidden: true, 'data-facet': 'year'}, el('legend', {}, years.title), ...yearColumns.elements, cut, monthPart);
  container.append(group);
  let chosen = [];

  const drawYears = ({items, refine, instantSearchInstance}) => {
    const known = items.filter(({value}) => /^\d{4}$/.test(value));
    const columns = withGaps(known, nextYear);
    const kept = columns.slice(-mostColumns);
    const before = columns.slice(0, -mostColumns).reduce((sum, {count}) => sum + count, 0);
    cut.hidden = before === 0;
    cut.textContent = `${formatNumber(before)} văn bản trước năm ${kept[0]?.value} không vẽ ở đây.`;
    yearColumns.draw(kept, refine, chooser(instantSearchInstance, years.attribute));
    chosen = known.filter(({isRefined}) => isRefined).map(({value}) => value);
    group.hidden = items.length === 0;
  };
  const drawMonths = ({items, refine, instantSearchInstance}) => {
    const known = items.filter(({value, isRefined}) => /^\d{4}-\d\d$/.test(value) && (isRefined || (chosen.length === 1 && value.startsWith(chosen[0]))));
    monthPart.hidden = known.length === 0;
    monthColumns.draw(withGaps(known, nextMonth), refine, chooser(instantSearchInstance, months.attribute));
  };
  const list = (attribute, render) =>
    connectRefinementList(render)({attribute, operator: 'or', limit: 4000, sortBy: ['name:asc'], escapeFacetValues: false});
  return [list(years.attribute, drawYears), list(months.attribute, drawMonths)];
}
