// "Mã truy cập": a key opens documents above the open grade. It is tried at once and kept for this tab only.

import {ApiError, currentKey, explain, keepKey, search} from './api.js';
import {el} from './dom.js';

/** Wires the button of the header; `onChange` is called when another key, or none, is in use. Returns "open the dialog". */
export function keyDialog(button, onChange) {
  const input = el('input', {type: 'password', id: 'key', name: 'key', autocomplete: 'off', spellcheck: 'false', 'aria-describedby': 'key-note key-error'});
  const error = el('p', {class: 'error-text', id: 'key-error', role: 'alert'});
  const forget = el('button', {type: 'button', class: 'quiet'}, 'Bỏ mã đang dùng');
  const use = el('button', {type: 'submit', class: 'primary'}, 'Dùng mã');
  const form = el('form', {},
    el('h2', {id: 'key-title'}, 'Mã truy cập'),
    el('p', {id: 'key-note'}, 'Không có mã: chỉ tra cứu văn bản thường. Mã do người quản trị cấp mở thêm văn bản nội bộ và văn bản mật theo thẩm quyền của người dùng. Mã chỉ được giữ trong thẻ trình duyệt này, đóng thẻ là mất.'),
    el('label', {for: 'key'}, 'Mã'), input, error,
    el('div', {class: 'buttons'}, use, forget, el('button', {type: 'button', class: 'quiet', onclick: () => dialog.close()}, 'Đóng')));
  const dialog = el('dialog', {'aria-labelledby': 'key-title', class: 'key-dialog'}, form);
  document.body.append(dialog);

  const show = () => {
    button.textContent = currentKey() ? 'Đang dùng mã truy cập' : 'Mã truy cập';
    button.classList.toggle('active', Boolean(currentKey()));
    forget.hidden = !currentKey();
  };
  const apply = (key) => {
    keepKey(key);
    show();
    dialog.close();
    onChange();
  };
  const open = (message = '') => {
    error.textContent = message;
    form.reset();
    if (!dialog.open) dialog.showModal();
    input.focus();
  };
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const key = input.value.trim();
    if (!key) return open('Hãy nhập mã.');
    if (!/^[\x21-\x7e]+$/.test(key)) return open('Mã chỉ gồm chữ không dấu, chữ số và dấu, không có khoảng trắng.');
    use.disabled = true;
    error.textContent = '';
    try {
      await search({q: '', limit: 0, attributesToRetrieve: ['id']}, key);
      apply(key);
    } catch (failure) {
      if (!(failure instanceof ApiError)) throw failure;
      error.textContent = failure.badKey ? 'Mã này không đúng hoặc đã bị thu hồi. Hãy kiểm tra lại từng ký tự.' : explain(failure).join(' ');
      input.select();
    } finally {
      use.disabled = false;
    }
  });
  forget.addEventListener('click', () => apply(''));
  button.addEventListener('click', () => open());
  show();
  return open;
}
