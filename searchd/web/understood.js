// The line under the box: what the query was understood as beyond its letters, and how it would be written with marks.

import {bareWords} from './bare_words.js';
import {el, refill} from './dom.js';
import {formatDate, formatGrade, formatNumber} from './format.js';

/** The query that is looked for just as it was typed, if the reader asked for that; another query is read as ever. */
let literal = null;
export const isLiteral = (query) => Boolean(query) && query === literal;
export const setLiteral = (query) => (literal = query);

/** What the server said to each query; the library keeps answers and asks only once. */
const said = new Map();
const keyOf = (query) => `${isLiteral(query) ? '=' : '~'}${query}`;

/**
 * Asks for the very words, if the reader did, and for the marked form and passages besides: takes the body of a request, if it
 * has one, and gives it back so. Values of a facet are searched by a request without queries: they know the very words alone.
 */
export function askBesides(body) {
  if (!body) return body;
  const request = JSON.parse(body);
  for (const query of request.queries ?? []) {
    if (!query.q) continue;
    query.showSuggestion = true;
    query.showPassages = 2;
  }
  for (const query of request.queries ?? [request]) if (isLiteral(query.q)) query.literal = true;
  return JSON.stringify(request);
}

/** Keeps what an answer says of its queries, if it is one to queries. */
export function remember({results = []}) {
  for (const {query, understood = [], suggestion, didYouMean} of results)
    if (query !== undefined) said.set(keyOf(query), {understood, suggestion, didYouMean});
}

const because = {
  keystrokes: 'gõ khi tắt bộ gõ',
  symbol: 'số, ký hiệu',
  session: 'hội nghị',
  abbreviation: 'tìm cả',
  field: 'trường',
};
const grades = new Set(['open', 'internal', 'mat', 'toi-mat', 'tuyet-mat']);
const isoDate = /^\d{4}(-\d{2}){1,2}$/;
const shown = (value) => (grades.has(value) ? formatGrade(value) : isoDate.test(value) ? formatDate(value) : value);

/** "quyeets" → "quyết"; forms of bare words have a line of their own. */
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

/** "quyeets" stands for more than its letters, or marks were added: there is a way back to the letters. */
const isRead = (understood) => understood.some(({how}) => how !== 'field_unknown');

/**
 * Draws the line for a query; `search` starts another search, `again` the same one anew after setLiteral. The element is
 * hidden if there is nothing to tell.
 */
export function showUnderstood(element, query, search, again) {
  const {understood = [], suggestion, didYouMean} = said.get(keyOf(query)) ?? {};
  const button = (text, onclick) => el('button', {type: 'button', class: 'link', onclick}, text);
  const parts = readings(understood).map(({how, typed, as}) =>
    el('span', {class: 'reading'}, el('q', {}, typed), ' → ', el('b', {}, as.map(shown).join(', ')), ` (${because[how]})`),
  );
  const lines = [];
  if (parts.length) lines.push(el('p', {}, 'Đã hiểu là: ', ...parts.flatMap((part, i) => (i ? ['; ', part] : [part]))));
  for (const {how, typed} of understood)
    if (how === 'field_unknown')
      lines.push(el('p', {}, 'Không hiểu giá trị của ', el('q', {}, typed), ': tìm như những từ thường.'));
  const relaxed = understood.find(({how}) => how === 'relaxed');
  if (relaxed) {
    const missing = relaxed.missing ?? [];
    const without = missing.length ? ['Không văn bản nào có: ', el('b', {}, missing.join(', ')), '. '] : [];
    lines.push(
      el('p', {}, 'Không đòi hỏi đủ mọi từ: dưới đây là những văn bản có phần lớn các từ đã gõ. ', ...without),
    );
  }
  if (didYouMean)
    lines.unshift(el('p', {class: 'did-you-mean'}, 'Có phải bạn muốn tìm: ', button(didYouMean.text, () => search(didYouMean.text)), ` (${formatNumber(didYouMean.total)} văn bản)`));
  else if (suggestion) lines.push(el('p', {class: 'way'}, 'Tìm đúng dấu: ', button(suggestion, () => search(suggestion))));
  if (isLiteral(query))
    lines.push(el('p', {}, 'Đang tìm đúng những từ đã gõ. ', button('Tìm theo cách hiểu thông thường', () => again(null))));
  else if (isRead(understood)) lines.push(el('p', {class: 'way'}, button('Tìm đúng như đã gõ', () => again(query))));
  lines.push(...bareWords(understood, query, search));
  refill(element, lines);
  element.hidden = lines.length === 0;
}
