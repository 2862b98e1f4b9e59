// Years as columns, and below them the months of the year that is chosen. A column is a switch; the arrow keys walk along them.

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
  constructor(title, label) {
    this.title = title;
    this.label = label;
    this.#row.setAttribute('role', 'group');
    this.#row.setAttribute('aria-label', `${title}, biểu đồ cột; phím mũi tên để đi qua các cột`);
    this.elements = [this.#row, this.#ends];
  }

  draw(columns, refine) {
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
    button.onclick = () => refine(value);
    button.firstChild.style.height = `${count === 0 ? 0 : Math.max(6, (100 * count) / highest)}%`;
    return button;
  }

  #walk(event) {
    const buttons = [...this.#row.children].filter((button) => !button.disabled);
    const at = buttons.indexOf(document.activeElement);
    const to = {ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1}[event.key];
    if (at < 0 || buttons[to] === undefined) return;
    event.preventDefault();
    buttons[at].tabIndex = -1;
    buttons[to].tabIndex = 0;
    buttons[to].focus();
  }
}

/** The two widgets of one group: years, and the months of the only year chosen. */
export function histogramWidgets([years, months], container) {
  const yearColumns = new Columns(years.title, String);
  const monthColumns = new Columns(months.title, months.label);
  const monthPart = el('div', {class: 'months', 'data-facet': 'month', hidden: true}, el('p', {class: 'columns-title'}, months.title), ...monthColumns.elements);
  const cut = el('p', {class: 'nothing', hidden: true});
  const group = el('fieldset', {class: 'facet', hidden: true, 'data-facet': 'year'}, el('legend', {}, years.title), ...yearColumns.elements, cut, monthPart);
  container.append(group);
  let chosen = [];

  const drawYears = ({items, refine}) => {
    const known = items.filter(({value}) => /^\d{4}$/.test(value));
    const columns = withGaps(known, nextYear);
    const kept = columns.slice(-mostColumns);
    const before = columns.slice(0, -mostColumns).reduce((sum, {count}) => sum + count, 0);
    cut.hidden = before === 0;
    cut.textContent = `${formatNumber(before)} văn bản trước năm ${kept[0]?.value} không vẽ ở đây.`;
    yearColumns.draw(kept, refine);
    chosen = known.filter(({isRefined}) => isRefined).map(({value}) => value);
    group.hidden = items.length === 0;
  };
  const drawMonths = ({items, refine}) => {
    const known = items.filter(({value, isRefined}) => /^\d{4}-\d\d$/.test(value) && (isRefined || (chosen.length === 1 && value.startsWith(chosen[0]))));
    monthPart.hidden = known.length === 0;
    monthColumns.draw(withGaps(known, nextMonth), refine);
  };
  const list = (attribute, render) =>
    connectRefinementList(render)({attribute, operator: 'or', limit: 4000, sortBy: ['name:asc'], escapeFacetValues: false});
  return [list(years.attribute, drawYears), list(months.attribute, drawMonths)];
}
