// The file a document was made of: opened where it lies open, handed over with the key where it is guarded.

import {currentKey, explain, fetchOriginal, originalUrl} from './api.js';
import {el} from './dom.js';
import {formatNumber} from './format.js';

// What browsers show themselves.
const shown = ['pdf', 'html', 'txt', 'png', 'jpg', 'bmp'];

/** Fetches the file with the key and saves it under its own name: a link of the browser's would go without the key. */
async function save(document, note) {
  note.textContent = 'Đang tải bản gốc…';
  try {
    const address = URL.createObjectURL(await fetchOriginal(document.id));
    el('a', {href: address, download: document.path.split('/').at(-1)}).click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    note.textContent = '';
  } catch (error) {
    note.textContent = error.code === 'original_changed' ? changed : explain(error)[0];
  }
}

const changed = 'Tệp gốc đã thay đổi sau khi được đưa vào kho, nên chưa mở được ở đây.';

/** Draws the links into `frame`; the function returned is told the page that is read. */
export function originalLinks(frame, document, state) {
  frame.hidden = state === 'none';
  if (state === 'none') return () => {};
  if (state === 'changed') {
    frame.replaceChildren(el('span', {class: 'nothing'}, changed));
    return () => {};
  }
  const note = el('span', {role: 'status'});
  if (document.grade !== 'open' && currentKey()) {
    frame.replaceChildren(el('button', {type: 'button', class: 'quiet', onclick: () => save(document, note)}, 'Tải bản gốc'), note);
    return () => {};
  }
  const download = el('a', {href: originalUrl(document.id, true), download: true}, 'Tải bản gốc');
  if (!shown.includes(document.format)) {
    frame.replaceChildren(download);
    return () => {};
  }
  const open = el('a', {href: originalUrl(document.id), target: '_blank', rel: 'noopener'}, 'Mở bản gốc');
  frame.replaceChildren(open, download);
  return (page) => {
    if (document.format !== 'pdf') return;
    open.href = `${originalUrl(document.id)}#page=${page}`;
    open.textContent = `Mở bản gốc ở trang ${formatNumber(page)}`;
  };
}
