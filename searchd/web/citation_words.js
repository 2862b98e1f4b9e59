// What the server found out about a citation, in words for Vietnamese readers.

import {documentUrl} from './document_url.js';
import {el} from './dom.js';
import {formatDate, formatNumber, formatTerm} from './format.js';

const nameOf = (document) =>
  [[document.type, document.symbol].filter(Boolean).join(' ') || document.title || document.id, formatDate(document.date)]
    .filter(Boolean)
    .join(', ngày ');

/** Problems that make the citation wrong; the others are things to know. */
const grave = new Set(['not_in_archive', 'wrong_date', 'wrong_issuer', 'wrong_type', 'replaced', 'repealed', 'expired', 'not_yet_issued']);

/** 'bad', 'warn' or 'ok': how a citation is drawn. */
export function weight({problems}) {
  if (problems.some(({code}) => grave.has(code))) return 'bad';
  return problems.length > 0 ? 'warn' : 'ok';
}

const said = (problem, text) => (problem.said ? `${text} (dự thảo ghi: ${problem.said})` : text);

const sentences = {
  not_in_archive: () => 'Không có trong kho.',
  ambiguous: ({said: symbol}) => symbol
    ? 'Nhiều văn bản cùng số, ký hiệu này: cần ghi rõ ngày hoặc cơ quan ban hành.'
    : 'Hội nghị này có thể là của nhiều khóa, hoặc ban hành nhiều văn bản: cần ghi rõ khóa, ngày hoặc số, ký hiệu.',
  wrong_date: (problem) => `Sai ngày: trong kho là ${formatDate(problem.archive)} (dự thảo ghi: ${formatDate(problem.said)}).`,
  wrong_issuer: (problem) => `${said(problem, `Sai cơ quan ban hành: trong kho là ${problem.archive}`)}.`,
  wrong_type: (problem) => `${said(problem, `Sai thể loại: trong kho là ${problem.archive}`)}.`,
  replaced: () => 'Đã được thay thế.',
  repealed: () => 'Đã bị bãi bỏ.',
  expired: () => 'Đã hết hiệu lực.',
  amended: () => 'Đã được sửa đổi, bổ sung.',
  not_yet_issued: (problem) => `Ban hành ngày ${formatDate(problem.archive)}, sau ngày của dự thảo.`,
  malformed_symbol: (problem) => `Số, ký hiệu nên ghi: ${problem.archive}.`,
};

export const problemText = (problem) => sentences[problem.code]?.(problem) ?? problem.message;

const statuses = {replaced: 'Đã được thay thế', repealed: 'Đã bị bãi bỏ', expired: 'Hết hiệu lực', amended: 'Đã được sửa đổi, bổ sung', in_force: 'Chưa thấy văn bản thay thế'};

/** The archive can only say that it knows of no replacement. */
export const statusText = (status) => statuses[status] ?? '';

export const documentLink = (document) =>
  el('a', {href: documentUrl(document.id, ''), title: document.title}, nameOf(document));

/** The query for the documents that bear a symbol and no others; `otherwise` if it has no organ, "5-NQ", for which there is none. */
export const bearersOf = (symbol, otherwise = symbol) => (symbol.includes('/') ? `số:${symbol}` : otherwise);

/** The number of documents that are not listed, and the search that lists them all. */
export const andOthers = (left, q) =>
  left > 0 ? el('a', {href: `./?${new URLSearchParams({q})}`}, `và ${formatNumber(left)} văn bản khác`) : null;

/** "Trang 2, 5": pages of a file with little text or none, which may be pictures. */
export const unreadPages = (pages = []) =>
  pages.length > 0 ? ` Trang ${pages.map(formatNumber).join(', ')} có rất ít hoặc không có chữ: nếu là ảnh quét thì phần ảnh chưa được đọc.` : '';

/** A candidate, told from its namesakes by term and issuer. */
export const candidateLine = (document) =>
  el('li', {}, documentLink(document), [document.issuer, formatTerm(document.term)].filter(Boolean).map((text) => ` · ${text}`).join(''));
