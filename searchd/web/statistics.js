// The page of statistics:   thong-ke.html?rows=type&columns=year&pages=&tu=2020&den=2026&q=&loc=
// What is chosen stands in the address, so that a table can be sent to a colleague.

import {ApiError, downloadTable, explain, fetchTable} from './api.js';
import {el} from './dom.js';
import {filterInWords} from './filter_words.js';
import {formatNumber} from './format.js';
import {keyDialog} from './key_dialog.js';
import {numberingAudit} from './numbering.js';
import {attributes, tablesOf} from './report_table.js';

const at = (id) => document.getElementById(id);
const form = at('choices');

/** Fills the form from the address; a criterion there that is none is given back. */
function fillMenus() {
  const options = () => Object.entries(attributes).map(([value, label]) => el('option', {value}, label));
  at('rows').append(...options());
  at('columns').append(el('option', {value: ''}, '(không)'), ...options());
  at('split').append(el('option', {value: ''}, '(không)'), ...options());
  const address = new URLSearchParams(location.search);
  const isKnown = (value) => Object.hasOwn(attributes, value);
  const unknown = ['rows', 'columns', 'pages'].map((name) => address.get(name)).find((value) => value && !isKnown(value));
  const wished = (name, otherwise) => (isKnown(address.get(name)) ? address.get(name) : otherwise);
  at('rows').value = wished('rows', 'type');
  at('columns').value = wished('columns', address.has('rows') ? '' : 'year');
  at('split').value = wished('pages', '');
  at('from-year').value = address.get('tu') ?? '';
  at('until-year').value = address.get('den') ?? '';
  at('q').value = address.get('q') ?? '';
  at('filter').value = address.get('loc') ?? '';
  return unknown;
}

/** What stands in the form, as in the address; empty choices left out. */
const inForm = () => Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value.trim()]).filter(([, value]) => value));

/** The same in the server's words: the years are part of the filter. */
function chosen() {
  const {rows, columns, pages, q, loc, tu, den} = inForm();
  const years = [tu && `year >= ${tu}`, den && `year <= ${den}`].filter(Boolean);
  const filter = [loc && years.length > 0 ? `(${loc})` : loc, ...years].filter(Boolean).join(' AND ');
  return Object.fromEntries(Object.entries({rows, columns, pages, q, filter}).filter(([, value]) => value));
}

/** What the table is narrowed by, in words: it stands on paper, too, where the form does not. */
function narrowing() {
  const {q, loc, tu, den} = inForm();
  return [tu && `từ năm ${tu}`, den && `đến năm ${den}`, q && `khớp với “${q}”`, loc && `điều kiện: ${filterInWords(loc)}`].filter(Boolean).map((words) => `, ${words}`).join('');
}

function fail(error) {
  if (!(error instanceof ApiError)) throw error;
  const told = {
    invalid_search_filter: 'Điều kiện lọc chưa đúng.',
    report_too_large: 'Bảng quá lớn: hãy thêm điều kiện lọc hoặc chọn tiêu chí có ít giá trị hơn.',
    invalid_report_dimension: 'Mỗi tiêu chí chỉ chọn một lần; muốn tách bảng thì phải chọn cột.',
  }[error.code];
  tellFailure(told ?? explain(error).join(' '));
}

function tellFailure(words) {
  at('status').classList.add('failed');
  at('status').textContent = words;
  at('downloads').hidden = true;
}

/** Offers what occurs in a table as suggestions for the audit below. */
function suggest({dimensions}) {
  for (const [attribute, list] of [['issuer', at('issuers')], ['type', at('types')]]) {
    const values = dimensions.find((dimension) => dimension.attribute === attribute)?.values ?? [];
    if (values.length > 0) list.replaceChildren(...values.filter(({value}) => value).map(({value}) => el('option', {value})));
  }
}

async function load() {
  const choice = chosen();
  at('status').classList.remove('failed');
  at('status').textContent = 'Đang lập bảng…';
  try {
    const answer = await fetchTable(choice);
    at('table').replaceChildren(...tablesOf(answer, choice));
    suggest(answer);
    at('downloads').hidden = false;
    const lists = answer.dimensions.some(({list}) => list);
    at('status').textContent = `${formatNumber(answer.total)} văn bản${narrowing()}`
      + (lists ? '. Văn bản có nhiều lĩnh vực được tính ở từng lĩnh vực, và một lần ở tổng.' : '');
  } catch (error) {
    at('table').replaceChildren();
    fail(error);
  }
}

function save(format) {
  downloadTable({...chosen(), format}, `thong-ke.${format}`).catch(fail);
}

const unknown = fillMenus();
form.addEventListener('submit', (event) => {
  event.preventDefault();
  history.pushState(null, '', `?${new URLSearchParams(inForm())}`);
  load();
});
window.addEventListener('popstate', () => location.reload());
at('csv').addEventListener('click', () => save('csv'));
at('xlsx').addEventListener('click', () => save('xlsx'));
at('print').addEventListener('click', () => print());
numberingAudit({form: at('numbering-choices'), container: at('numbering'), status: at('numbering-status'), more: at('numbering-more')});
keyDialog(at('key-button'), load);
if (unknown) tellFailure(`Không có tiêu chí “${unknown}”: hãy chọn lại rồi bấm Lập bảng.`);
else load();
