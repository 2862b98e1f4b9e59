// A table of counts from GET /api/statistics, one for each value of the third attribute; each count leads to its documents.

import {el} from './dom.js';
import {capitalize, formatDate, formatGrade, formatNumber, formatTerm} from './format.js';

/** The attributes people count by, in the order of the menus. */
export const attributes = {
  type: 'Thể loại',
  issuer: 'Cơ quan ban hành',
  year: 'Năm ban hành',
  term: 'Nhiệm kỳ',
  level: 'Cấp',
  fields: 'Lĩnh vực',
  signer: 'Người ký',
  urgency: 'Độ khẩn',
  draft: 'Dự thảo',
  grade: 'Độ mật',
  format: 'Định dạng tệp',
};

const shown = {term: formatTerm, grade: formatGrade, level: capitalize, urgency: capitalize, draft: capitalize, date: formatDate};
const absent = '(không có)';

export const labelOf = (attribute, value) => (value === null ? absent : (shown[attribute] ?? String)(value));

/** The search page with a filter, and what the whole table is narrowed by. */
function linkTo({q, filter}, ...filters) {
  const all = [filter, ...filters].filter(Boolean);
  const parameters = new URLSearchParams();
  if (q) parameters.set('q', q);
  if (all.length > 0) parameters.set('loc', all.map((one) => (all.length > 1 ? `(${one})` : one)).join(' AND '));
  return `./?${parameters}`;
}

function tableOf({dimensions}, countAt, search, page) {
  const [rows, columns] = dimensions;
  const pageValue = page === null ? null : dimensions[2].values[page];
  const cell = (row, column, what) => {
    const count = countAt(row, column, page);
    const filters = [pageValue, row === null ? null : rows.values[row], column === null ? null : columns.values[column]];
    const href = linkTo(search, ...filters.filter(Boolean).map(({filter}) => filter));
    return el('td', {class: row === null || column === null ? 'sum' : undefined},
      count === 0 ? '' : el('a', {href, 'aria-label': `${what}: ${formatNumber(count)} văn bản`}, formatNumber(count)));
  };
  const columnNames = (columns?.values ?? []).map(({value}) => labelOf(columns.attribute, value));
  const line = (row, name) => [
    el('th', {scope: 'row'}, name),
    ...columnNames.map((column, index) => cell(row, index, `${name}, ${column}`)),
    cell(row, null, `${name}, tổng cộng`),
  ];
  const names = [rows, columns].filter(Boolean).map(({attribute}) => attributes[attribute]);
  const caption = [names.join(' × '), pageValue ? `${attributes[dimensions[2].attribute]}: ${labelOf(dimensions[2].attribute, pageValue.value)}` : '']
    .filter(Boolean).join(' – ');
  const present = rows.values.map((value, index) => [value, index]).filter(([, index]) => countAt(index, null, page) > 0);
  return el('div', {class: 'sheet', tabindex: 0, role: 'region', 'aria-label': caption},
    el('table', {},
      el('caption', {}, caption),
      el('thead', {}, el('tr', {},
        el('th', {scope: 'col'}, names[0]), ...columnNames.map((name) => el('th', {scope: 'col'}, name)), el('th', {scope: 'col'}, 'Tổng cộng'))),
      el('tbody', {}, ...present.map(([{value}, index]) => el('tr', {}, ...line(index, labelOf(rows.attribute, value))))),
      el('tfoot', {}, el('tr', {}, ...line(null, 'Tổng cộng')))));
}

/** All tables of an answer; `search` {q, filter} is what it was asked with. */
export function tablesOf(answer, search) {
  const counts = new Map(answer.cells.map(({at, count}) => [at.join(), count]));
  const {dimensions, total} = answer;
  const countAt = (...place) => {
    const at = place.slice(0, dimensions.length);
    const given = at.flatMap((value, index) => (value === null ? [] : [[value, index]]));
    if (given.length === 0) return total;
    if (given.length === 1) return dimensions[given[0][1]].values[given[0][0]].count;
    return counts.get(at.join()) ?? 0;
  };
  const pages = dimensions[2]?.values.map((_, index) => index) ?? [];
  return [...pages, null].map((page) => tableOf(answer, countAt, search, page));
}
