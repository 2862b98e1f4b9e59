// What a manuscript promises about searching it, checked against its own text.
//
// slips     the promise cannot be kept: a quoted phrase that stands nowhere, a title not on the paper
// remarks   worth a second look: a query word that the text lacks (an abbreviation may explain it)
import { bare, fold, hasMarks, words } from './fold.mjs';

// document: {lines, fields, find, not_find}; lines are the text without mark-up
export function checkPromises({ lines, fields, find, not_find }) {
  const slips = [];
  const remarks = [];
  const record = [fields.title, fields.symbol, fields.type, fields.issuer, fields.term].filter(Boolean);
  const text = searchable([...lines, ...record]);

  for (const query of find) {
    for (const phrase of quoted(query))
      if (!standsLiterally(phrase, text)) slips.push(`find: “${phrase}” does not stand in the text`);
    const missing = wordsOf(query).filter((word) => !holds(text, word));
    if (missing.length) remarks.push(`find: ${query} – not in the text: ${missing.join(' ')}`);
  }
  for (const query of not_find) if (matches(query, text)) slips.push(`not_find: ${query} would match`);
  if (!find.some((query) => !hasMarks(query) && /[a-z]{2} [a-z]{2}/.test(query))) remarks.push('find: no query without marks');
  if (!find.some((query) => quoted(query).length)) remarks.push('find: no quoted phrase');
  if (find.length < 4) remarks.push(`find: only ${find.length} queries`);

  return { slips: [...slips, ...fieldSlips(fields, lines)], remarks };
}

// The record must be readable on the paper; otherwise no indexer could find it there.
function fieldSlips(fields, lines) {
  const slips = [];
  const onPaper = fold(lines.join(' '));
  if (fields.title && !words(onPaper).includes(words(fields.title))) slips.push('title: does not stand in the text');
  // An official letter alone has no line that says what it is.
  const lettered = fields.type === 'Công văn';
  if (fields.type && !lettered && !words(onPaper).includes(words(fields.type))) slips.push('type: does not stand in the text');
  if (fields.symbol && !squeezed(onPaper).includes(squeezed(fold(fields.symbol)))) slips.push('symbol: does not stand in the text');
  if (fields.date && !dateWritten(fields.date, onPaper)) slips.push(`date: ${fields.date} does not stand in the text`);
  const stamp = GRADE_OF_STAMP.find(([pattern]) => lines.some((line) => pattern.test(line)))?.[1] ?? 'open';
  const internal = /\/nb$/i.test(fields.symbol ?? '') && stamp === 'open' ? 'internal' : stamp;
  if (internal !== fields.grade) slips.push(`grade: ${fields.grade}, but the paper is stamped ${internal}`);
  const missing = words(fields.issuer ?? '').split(' ').filter((word) => word && !` ${words(onPaper)} `.includes(` ${word} `));
  if (missing.length) slips.push(`issuer: ${missing.join(' ')} does not stand in the text`);
  return slips;
}

const GRADE_OF_STAMP = [
  [/^TUYỆT MẬT[.!]?$/iu, 'tuyet-mat'],
  [/^TỐI MẬT[.!]?$/iu, 'toi-mat'],
  [/^MẬT[.!]?$/iu, 'mat'],
  [/^\(?LƯU HÀNH NỘI BỘ\)?[.!]?$/iu, 'internal'],
];

// 2022-06-01 is “ngày 01 tháng 6 năm 2022” or 01/6/2022; of 2026-05 the day is blank
function dateWritten(date, text) {
  const [year, month, day] = date.split('-').map(Number);
  const dayPattern = day ? `0?${day}\\s*` : '[ ….]*';
  return new RegExp(`ng(?:ày|à y)\\s*${dayPattern}tháng\\s*0?${month}\\s*năm\\s*${year}`, 'u').test(text) ||
    (day > 0 && new RegExp(`(^|\\D)0?${day}[/.-]0?${month}[/.-]${year}(\\D|$)`, 'u').test(text));
}

function searchable(lines) {
  const marked = ` ${lines.map(words).join(' ')} `;
  return { lines: lines.map(fold), marked, plain: bare(marked) };
}

function standsLiterally(phrase, text) {
  return text.lines.some((line) => ` ${line} `.includes(fold(phrase))) || text.marked.includes(` ${words(phrase)} `);
}

// A word typed with marks means itself; without any it means every word of these letters.
function holds(text, word) {
  return hasMarks(word) ? text.marked.includes(` ${words(word)} `) : text.plain.includes(` ${words(word)} `);
}

function matches(query, text) {
  const phrases = quoted(query);
  return phrases.every((phrase) => standsLiterally(phrase, text)) && wordsOf(query).every((word) => holds(text, word));
}

const quoted = (query) => [...query.matchAll(/["“”]([^"“”]+)["“”]/gu)].map((found) => found[1]);

// Words outside quotes; a symbol stays one word, its parts in a row: “05 nq tu”.
const wordsOf = (query) =>
  query.replace(/["“”][^"“”]+["“”]/gu, ' ').split(/\s+/).filter((word) => words(word)).map((word) => word.replace(/^[-+]/, ''));

const squeezed = (text) => text.replace(/[\s./:-]/g, '');
