// "Kiểm tra số văn bản": which numbers are missing and which are borne twice.

import {ApiError, explain, fetchNumbering} from './api.js';
import {el} from './dom.js';
import {formatDate, formatNumber, formatTerm} from './format.js';

const step = 100;
const rangeOf = ([first, last]) => (first === last ? String(first) : `${first}–${last}`);

function duplicateOf({number, documents}) {
  const links = documents.map(({id, symbol, date}, index) =>
    el('a', {href: `van-ban.html?${new URLSearchParams({id})}`}, [symbol, formatDate(date)].filter(Boolean).join(', ') || `văn bản ${index + 1}`));
  return el('li', {}, `${number}: `, ...links.flatMap((link, index) => (index > 0 ? ['; ', link] : [link])));
}

function rowOf(series) {
  const more = (total, given) => (total > given ? ` và ${formatNumber(total - given)} mục nữa` : '');
  const gaps = series.gaps.map(rangeOf).join(', ') + more(series.gapsTotal, series.gaps.length);
  return el('tr', {},
    el('th', {scope: 'row'}, [series.issuer, series.type].filter(Boolean).join(' – ')),
    el('td', {class: 'left'}, series.form),
    el('td', {class: 'left'}, series.term ? formatTerm(series.term) : `Năm ${series.year}`),
    el('td', {}, formatNumber(series.documents)),
    el('td', {}, `${series.first}–${series.last}`),
    el('td', {class: 'left'}, gaps ? `${gaps} (${formatNumber(series.missing)})` : 'không'),
    el('td', {class: 'left'}, series.duplicatesTotal === 0 ? 'không'
      : el('ul', {}, ...series.duplicates.map(duplicateOf)), more(series.duplicatesTotal, series.duplicates.length)));
}

/** Wires the form; `container` gets the table, `status` what is to be said, `more` shows further rows. */
export function numberingAudit({form, container, status, more}) {
  let body, asked, shown;
  const load = async () => {
    status.classList.remove('failed');
    try {
      const answer = await fetchNumbering({...asked, offset: shown, limit: step});
      if (shown === 0) {
        const head = ['Cơ quan – thể loại', '*Ký hiệu', '*Nhiệm kỳ, năm', 'Văn bản', 'Số đầu–cuối', '*Số còn thiếu', '*Số trùng'];
        body = el('tbody', {});
        const table = el('table', {}, el('caption', {}, 'Các dãy số'), el('thead', {}, el('tr', {}, ...head.map((name) => el('th', {scope: 'col', class: name[0] === '*' ? 'left' : undefined}, name.replace('*', ''))))), body);
        container.replaceChildren(...(answer.total > 0 ? [el('div', {class: 'sheet', tabindex: 0, role: 'region', 'aria-label': 'Các dãy số'}, table)] : []));
      }
      body.append(...answer.series.map(rowOf));
      shown += answer.series.length;
      more.hidden = shown >= answer.total;
      const {withoutSymbol, withoutIssuer, withoutPeriod, drafts} = answer.leftOut;
      status.textContent = `${formatNumber(answer.total)} dãy số, ${formatNumber(answer.documents)} văn bản. Không tính: `
        + `${formatNumber(withoutSymbol)} không có số, ${formatNumber(withoutIssuer)} không rõ cơ quan, `
        + `${formatNumber(withoutPeriod)} không rõ nhiệm kỳ hoặc năm, ${formatNumber(drafts)} dự thảo.`;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      status.classList.add('failed');
      status.textContent = explain(error).join(' ');
    }
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    asked = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value.trim()]).filter(([, value]) => value));
    shown = 0;
    load();
  });
  more.addEventListener('click', load);
}
