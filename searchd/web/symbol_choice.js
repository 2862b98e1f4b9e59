// One symbol, several papers: numbers begin anew with each term and in each committee. Who types only a symbol that
// several documents bear is shown them, told apart by issuer and term.

import {fetchSymbol} from './api.js';
import {documentUrl} from './document_url.js';
import {el, refill} from './dom.js';
import {formatDate, formatNumber, formatTerm} from './format.js';
import {formatStatus, hasEnded} from './status.js';

/** Could it be a symbol? The server knows; this only keeps sentences from being asked about. */
const mayBeSymbol = (query) => query.length <= 40 && /^\d+\S*\s?[-/]/.test(query);

let asked = '';

/** Draws the choice for a query into the element, which is hidden if there is none. */
export async function showChoice(element, query) {
  if (query === asked) return;
  asked = query;
  element.hidden = true;
  if (!mayBeSymbol(query)) return;
  let found;
  try {
    found = await fetchSymbol(query);
  } catch {
    return; // the hits are there all the same
  }
  if (asked !== query || found.total < 2) return;
  const list = el('ul');
  refill(element, [el('p', {}, 'Số ', el('b', {}, found.symbol), ` có ở ${formatNumber(found.total)} văn bản:`), list]);
  add(list, query, found);
  element.hidden = false;
}

const item = (document, query) =>
  el('li', {},
    el('a', {href: documentUrl(document.id, query), title: document.title},
      [document.issuer || document.title || document.id, formatTerm(document.term)].filter(Boolean).join(', ')),
    document.date ? ` – ${formatDate(document.date)}` : '',
    hasEnded(document.status) ? el('span', {class: 'standing', 'data-status': document.status}, formatStatus(document.status)) : null);

/** Puts a part of the papers at the end of the list, and a button there for the next one. */
function add(list, query, {documents, total}) {
  list.append(...documents.map((document) => item(document, query)));
  const shown = list.children.length;
  if (shown >= total || documents.length === 0) return;
  const more = el('button', {type: 'button', class: 'link'}, `và ${formatNumber(total - shown)} văn bản nữa`);
  const place = el('li', {class: 'more'}, more);
  list.append(place);
  more.addEventListener('click', async () => {
    more.disabled = true;
    try {
      const next = await fetchSymbol(query, shown);
      place.remove();
      add(list, query, next);
      list.children[shown]?.querySelector('a')?.focus();
    } catch {
      more.disabled = false;
    }
  });
}

/** The next time the same query is asked about again, e.g. with another key. */
export function forgetChoice() {
  asked = '';
}
