// An expression of the filter language as Vietnamese readers say it, for the line that tells of a filter in the address:
//   (type = "Nghị quyết") AND (year >= 2022)   →   Thể loại = “Nghị quyết” và Năm ban hành ≥ 2022
// What is not known here stays as it is written.

import {attributes} from './report_table.js';
import {facetOf, labelOf} from './facets.js';

const titles = {...attributes, date: 'Ngày ban hành', symbol: 'Số, ký hiệu', pages: 'Số trang', 'place.today': 'Địa bàn ngày nay'};
const joints = {AND: 'và', OR: 'hoặc', NOT: 'không', '(': '(', ')': ')'};
/** What may follow an attribute, the longer before what it begins with. */
const operators = [
  ['NOT EXISTS', ': không có'],
  ['EXISTS', ' có ghi'],
  ['IS NOT NULL', ' không rỗng'],
  ['IS NOT EMPTY', ' không rỗng'],
  ['IS NULL', ' rỗng'],
  ['IS EMPTY', ' rỗng'],
  ['NOT IN', ' không là một trong'],
  ['IN', ' là một trong'],
  ['NOT CONTAINS', ' không chứa'],
  ['CONTAINS', ' chứa'],
  ['NOT STARTS WITH', ' không bắt đầu bằng'],
  ['STARTS WITH', ' bắt đầu bằng'],
  ['>=', ' ≥'],
  ['<=', ' ≤'],
  ['!=', ' khác'],
].map(([written, said]) => [written.split(' '), said]);
const part = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[<>!]=|[\p{L}\p{M}\p{N}_.\/-]+|\S/gu;

/** What people call an attribute, if it has a name. */
const titleOf = (attribute) => facetOf(attribute)?.title ?? (Object.hasOwn(titles, attribute) ? titles[attribute] : undefined);

const isQuoted = (one) => /^(["']).*\1$/s.test(one) && one.length > 1;

/** A value: what was quoted stays so, and both are told as the facets tell them. */
function valueIn(attribute, one) {
  if (!isQuoted(one)) return labelOf(facetOf(attribute), one);
  return `“${labelOf(facetOf(attribute), one.slice(1, -1).replace(/\\(.)/g, '$1'))}”`;
}

/** `filter`: an expression; nothing is looked up and nothing can fail. */
export function filterInWords(filter) {
  const parts = filter.match(part) ?? [];
  // Parentheses around conditions that all must hold say nothing.
  const plain = !parts.includes('OR') && !parts.some((one, at) => one === 'NOT' && parts[at + 1] === '(');
  const stands = (words, at) => words.every((word, i) => parts[at + i] === word);
  let said = '';
  const say = (words) => (said += said === '' || said.endsWith('(') || said.endsWith('[') || /^[)\],:]/.test(words) ? words : ` ${words}`);
  let attribute; // of the condition that is being read
  for (let at = 0; at < parts.length; ++at) {
    const one = parts[at];
    if (Object.hasOwn(joints, one) && !(one === 'NOT' && attribute)) {
      attribute = undefined;
      // NOT, an attribute, EXISTS: these alone are one condition.
      if (one === 'NOT' && titleOf(parts[at + 1]) && parts[at + 2] === 'EXISTS') {
        say(`${titleOf(parts[at + 1])}: không có`);
        at += 2;
      } else if (!plain || (one !== '(' && one !== ')')) say(joints[one]);
    } else if (!attribute && !isQuoted(one)) {
      attribute = one;
      const [words, meaning] = operators.find(([words]) => stands(words, at + 1)) ?? [[], ''];
      say((titleOf(one) ?? one) + meaning);
      at += words.length;
    } else if (one === 'TO') say('đến');
    else say(/^[\p{L}\p{N}"']/u.test(one) ? valueIn(attribute, one) : one);
  }
  return said;
}
