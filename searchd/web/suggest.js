// The list under the search box: what the query may become. An ARIA combobox with a list (WAI-ARIA Authoring Practices
// 1.2): the focus stays in the box, the arrow keys walk the list, Enter takes, Escape closes.

import {fetchSuggestions} from './api.js';
import {documentUrl} from './document_url.js';
import {el} from './dom.js';
import {formatDate, formatNumber} from './format.js';

const names = {symbol: 'Số, ký hiệu', type: 'Thể loại', issuer: 'Cơ quan', phrase: 'Cụm từ', title: 'Văn bản'};
const mostLetters = 500; // the server suggests nothing for more
const pause = 80; // ms; the search itself waits longer

/** Text with <mark> at its marked ranges, which count bytes of UTF-8 as all positions of the server do. */
function withMarks(text, marked) {
  const bytes = new TextEncoder().encode(text);
  const piece = (from, to) => new TextDecoder().decode(bytes.subarray(from, to));
  const parts = [];
  let at = 0;
  for (const {start, length} of marked) {
    parts.push(piece(at, start), el('mark', {}, piece(start, start + length)));
    at = start + length;
  }
  return [...parts, piece(at)];
}

/** What stands beside a suggestion: of which paper it is, or how many there are. */
function beside({kind, symbol, title, date, count}) {
  if (kind === 'title') return [symbol, formatDate(date)].filter(Boolean).join(' · ');
  if (kind === 'symbol' && count === 1) return title;
  return count ? `${formatNumber(count)} văn bản` : '';
}

/**
 * Puts the list under `input`. `search(text)` searches for a suggestion; titles, and symbols of one paper, open it.
 */
export function suggestions(input, list, search) {
  let shown = [];
  let active = -1;
  let timer;
  let running = new AbortController();

  function activate(index) {
    list.children[active]?.setAttribute('aria-selected', 'false');
    active = index;
    const option = list.children[active];
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({block: 'nearest'});
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
  }

  function close() {
    clearTimeout(timer);
    running.abort();
    list.hidden = true;
    list.replaceChildren();
    shown = [];
    activate(-1);
    input.setAttribute('aria-expanded', 'false');
  }

  function take(suggestion) {
    close();
    const isPaper = suggestion.kind === 'title' || (suggestion.kind === 'symbol' && suggestion.count === 1);
    if (isPaper) location.assign(documentUrl(suggestion.id, ''));
    else search(suggestion.text);
  }

  function show(found) {
    shown = found;
    list.replaceChildren(...found.map((suggestion, index) =>
      el('li', {
        id: `suggestion-${index}`, role: 'option', 'aria-selected': 'false', 'data-kind': suggestion.kind,
        // Before the box loses the focus, which would close the list.
        onmousedown: (event) => event.preventDefault(),
        onclick: () => take(suggestion),
      },
      el('span', {class: 'suggestion-kind'}, names[suggestion.kind]), ' ',
      el('span', {class: 'suggestion-text'}, ...withMarks(suggestion.text, suggestion.marked)), ' ',
      el('span', {class: 'suggestion-beside'}, beside(suggestion)))));
    list.hidden = found.length === 0;
    input.setAttribute('aria-expanded', String(found.length > 0));
    activate(-1);
  }

  async function ask() {
    if ([...input.value].length > mostLetters) return close();
    running.abort();
    running = new AbortController();
    const {signal} = running;
    try {
      const answer = await fetchSuggestions(input.value, signal);
      if (!signal.aborted && document.activeElement === input) show(answer.suggestions);
    } catch {
      if (!signal.aborted) close(); // the search beside it tells what is wrong
    }
  }

  input.addEventListener('input', () => {
    clearTimeout(timer);
    running.abort(); // an answer to fewer letters is of no use any more
    if (!input.value.trim()) return close();
    timer = setTimeout(ask, pause);
  });
  // Before the form's own listeners: Enter on a suggestion is no search for what stands in the box.
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const count = shown.length;
    if (event.key === 'Enter' && active >= 0) {
      event.preventDefault();
      take(shown[active]);
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      close();
    } else if (event.key === 'Escape' && count > 0) {
      event.preventDefault(); // a search box would be emptied
      close();
    } else if (event.key === 'ArrowDown' && count === 0 && input.value.trim()) {
      event.preventDefault();
      ask();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && count > 0) {
      event.preventDefault();
      clearTimeout(timer); // a list that is walked does not change under the hand
      running.abort();
      // One step beyond the ends is the box itself.
      const step = event.key === 'ArrowDown' ? 1 : -1;
      activate(((active + 1 + step + count + 1) % (count + 1)) - 1);
    }
  });
  input.addEventListener('blur', close);
  input.form.addEventListener('submit', close);
}
