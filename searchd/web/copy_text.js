// Copying to the clipboard, also where the page came by plain http, for which browsers keep the clipboard's door shut.

import {el} from './dom.js';

export async function copyText(text) {
  if (navigator.clipboard && isSecureContext) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Refused by the browser: the old way may do.
    }
  }
  const focused = document.activeElement;
  const area = el('textarea', {class: 'unseen', 'aria-hidden': 'true', tabindex: '-1'});
  area.value = text;
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  focused?.focus({preventScroll: true});
  return done;
}

/** A button that copies what `textOf` gives, and says so for a moment. */
export function copyButton(label, textOf) {
  const button = el('button', {type: 'button', class: 'quiet', onclick: async () => {
    button.textContent = (await copyText(textOf())) ? 'Đã chép' : 'Trình duyệt không cho chép';
    setTimeout(() => (button.textContent = label), 1500);
  }}, label);
  return button;
}
