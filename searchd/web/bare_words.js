// Words typed without marks, each with what it may stand for in this archive: dang: đảng (120) · đang (40).

import {el} from './dom.js';
import {formatNumber} from './format.js';

const mostWords = 4;
const mostForms = 4;

/** The query with the first `typed` in it replaced; words are parted by blanks, quotes and brackets may stand around them. */
export function withForm(query, typed, form) {
  const words = query.split(/([\s"'“”(),.;]+)/);
  const at = words.findIndex((word) => word.toLowerCase() === typed.toLowerCase());
  if (at >= 0) words[at] = form;
  return words.join('');
}

/** One line, or none: a button a form, the most frequent first. */
export function bareWords(understood, query, search) {
  const words = understood
    .filter(({how, counts}) => how === 'bare' && counts)
    .map(({typed, as, counts}) => ({typed, forms: as.map((form, at) => ({form, count: counts[at]})).filter(({count}) => count > 0).sort((a, b) => b.count - a.count)}))
    .filter(({forms}) => forms.length > 1)
    .slice(0, mostWords);
  if (words.length === 0) return [];
  const parts = words.map(({typed, forms}) =>
    el('span', {class: 'bare-word'}, el('q', {}, typed), ': ',
      ...forms.slice(0, mostForms).flatMap(({form, count}, at) => [
        at ? ' · ' : '',
        el('button', {type: 'button', class: 'link', onclick: () => search(withForm(query, typed, form)), 'aria-label': `Chỉ tìm “${form}”, ${formatNumber(count)} văn bản`},
          `${form} (${formatNumber(count)})`)]),
      forms.length > mostForms ? ' …' : ''));
  return [el('p', {class: 'bare-words'}, 'Gõ không dấu: ', ...parts.flatMap((part, at) => (at ? ['; ', part] : [part])))];
}
