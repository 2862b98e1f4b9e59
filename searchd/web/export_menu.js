// "Tải danh sách": all that the search finds, however long, as a file.

import {ApiError, downloadList, explain} from './api.js';
import {el} from './dom.js';

const formats = [['xlsx', 'Excel (.xlsx)'], ['csv', 'CSV'], ['jsonl', 'JSON Lines']];

/** `search()` says what is found now: {q, filter, sort, literal, todaysPlaces}; `status` is told while it is being fetched and if that fails. */
export function exportMenu(menu, search, status) {
  const list = el('ul', {class: 'export-formats'}, ...formats.map(([format, label]) =>
    el('li', {}, el('button', {type: 'button', class: 'link', onclick: () => save(format)}, label))));
  menu.append(list);
  const save = async (format) => {
    menu.open = false;
    menu.querySelector('summary').focus();
    status.textContent = 'Đang tải danh sách…';
    try {
      await downloadList({...search(), format}, `van-ban.${format}`);
      status.textContent = 'Đã tải xong danh sách.';
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      status.textContent = error.code === 'report_too_large' ? 'Danh sách quá dài cho Excel: hãy lọc bớt hoặc chọn CSV.' : explain(error).join(' ');
    }
  };
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    menu.open = false;
    menu.querySelector('summary').focus();
  });
}
