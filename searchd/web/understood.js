// The line under the box: what the query was understood as beyond its letters, and how it would be written with marks.

import {el, refill} from './dom.js';
import {formatNumber} from './format.js';

/** What the server said to each query; the library keeps answers and asks only once. */
const said = new Map();

/** Asks for the marked form besides: takes the body of a request, if it has one, and gives it back so. */
export function askBesides(body) {
  if (!body) return body;
  const request = JSON.parse(body);
  for (const query of request.queries ?? []) if (query.q) query.showSuggestion = true;
  return JSON.stringify(request);
}

/** Keeps what an answer says of its queries, if it is one to queries. */
export function remember({results = []}) {
  for (const {query, understood = [], suggestion, didYouMean} of results)
    if (query !== undefined) said.set(query, {understood, suggestion, didYouMean});
}

const because = {
  keystrokes: 'gõ khi tắt bộ gõ',
  symbol: 'số, ký hiệu',
  session: 'hội nghị',
  abbreviation: 'tìm cả',
};

/** "quyeets" → "quyết"; forms of bare words are too many to tell. */
function readings(understood) {
  const told = new Map();
  for (const {how, typed, as} of understood) {
    if (!because[how]) continue;
    const key = `${how} ${typed}`;
    if (!told.has(key)) told.set(key, {how, typed, as: []});
    told.get(key).as.push(...as);
  }
  return [...told.values()];
}

/** Draws the line for a query; `search` starts another search. The element is hidden if there is nothing to tell. */
export function showUnderstood(element, query, search) {
  const {understood = [], suggestion, didYouMean} = said.get(query) ?? {};
  const parts = readings(understood).map(({how, typed, as}) =>
    el('span', {class: 'reading'}, el('q', {}, typed), ' → ', el('b', {}, as.join(', ')), ` (${because[how]})`),
  );
  const lines = [];
  if (parts.length) lines.push(el('p', {}, 'Đã hiểu là: ', ...parts.flatMap((part, i) => (i ? ['; ', part] : [part]))));
  if (understood.some(({how}) => how === 'relaxed'))
    lines.push(el('p', {}, 'Không đòi hỏi đủ mọi từ: dưới đây là những văn bản có phần lớn các từ đã gõ.'));
  if (didYouMean) {
    const {text, total} = didYouMean;
    const button = el('button', {type: 'button', class: 'link', onclick: () => search(text)}, text);
    lines.unshift(el('p', {class: 'did-you-mean'}, 'Có phải bạn muốn tìm: ', button, ` (${formatNumber(total)} văn bản)`));
  } else if (suggestion)
    lines.push(
      el('p', {}, 'Tìm đúng dấu: ', el('button', {type: 'button', class: 'link', onclick: () => search(suggestion)}, suggestion)),
    );
  refill(element, lines);
  element.hidden = lines.length === 0;
}
