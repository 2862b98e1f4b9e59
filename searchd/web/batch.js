// "Tra cứu hàng loạt": a list of symbols or queries in, a table with what became of each out.

import {ApiError, downloadBatch, explain, lookUp, lookUpFile} from './api.js';
import {andOthers, bearersOf, candidateLine, documentLink, problemText, statusText, unreadPages} from './citation_words.js';
import {el} from './dom.js';
import {takeFiles} from './file_drop.js';
import {formatNumber} from './format.js';

const at = (id) => document.getElementById(id);
const mostLines = 10_000;

const linesOf = () => at('queries').value.split('\n').map((line) => line.trim()).filter(Boolean);

function documentsOf({query, understood, found, documents, totalDocuments, how}) {
  if (documents.length === 0) return ['Không có trong kho'];
  if (found) return [documentLink(documents[0]), documents[0].title ? el('div', {class: 'hint'}, documents[0].title) : null];
  return [
    el('span', {class: 'hint'}, `${formatNumber(totalDocuments)} văn bản ${{search: 'khớp', session: 'của hội nghị này, ở các khóa'}[how] ?? 'cùng số'}`),
    ...(how === 'search' ? documents.map((document) => el('div', {}, documentLink(document))) : [el('ul', {}, ...documents.map(candidateLine))]),
    andOthers(totalDocuments - documents.length, how === 'symbol' ? bearersOf(understood.split(',')[0], query) : query),
  ];
}

function standingOf(row) {
  const notes = row.problems.filter(({code}) => !['not_in_archive', 'malformed_symbol'].includes(code)).map((problem) => el('div', {}, problemText(problem)));
  if (row.found && notes.length === 0) notes.push(statusText(row.status));
  if (row.replacement) notes.push(el('div', {}, 'Thay bằng: ', documentLink(row.replacement)));
  return notes;
}

const rowOf = (row) =>
  el('tr', {}, el('th', {scope: 'row'}, row.query), el('td', {}, row.understood), el('td', {}, ...documentsOf(row)), el('td', {}, ...standingOf(row)));

/** The lines of the list; none if there is nothing to ask, which is then told. */
function readLines() {
  const lines = linesOf();
  if (lines.length > 0 && lines.length <= mostLines) return lines;
  at('batch-frame').hidden = true;
  at('batch-status').textContent = lines.length === 0 ? 'Hãy nhập ít nhất một dòng.' : `Danh sách có ${formatNumber(lines.length)} dòng, tối đa ${formatNumber(mostLines)} dòng.`;
  return undefined;
}

async function guarded(action) {
  const lines = readLines();
  if (lines) await orExplained(() => action(lines), explainOfLines);
}

async function orExplained(action, words = explain) {
  try {
    await action();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    at('batch-status').textContent = words(error).join(' ');
  }
}

/** Lines too long for JSON go as a file of text, and there are servers that read no files: nobody here opened one. */
const explainOfLines = (error) =>
  error.status === 413 || error.status === 415 ? ['Danh sách dài quá mức máy chủ này nhận.', 'Hãy chia nhỏ danh sách rồi tra cứu từng phần.'] : explain(error);

async function show(ask) {
  at('batch-status').textContent = 'Đang tra cứu…';
  // If asking fails there is no table; a table that is shown stays if only its download fails.
  const {rows, total, pagesWithoutText} = await ask().catch((error) => {
    at('batch-frame').hidden = true;
    throw error;
  });
  at('batch-rows').replaceChildren(...rows.map(rowOf));
  at('batch-frame').hidden = false;
  const found = rows.filter((row) => row.found).length;
  at('batch-status').textContent = `Tìm thấy ${formatNumber(found)} trong ${formatNumber(total)} dòng.${unreadPages(pagesWithoutText)}`;
  return rows;
}

const showLines = (lines) => show(() => lookUp(lines));

/** The lines of a list that came as a file, read by the server, go into the box: there they can be changed and taken away. */
async function openFile(file) {
  const rows = await show(() => lookUpFile(file));
  at('queries').value = rows.map(({query}) => query).join('\n');
}

/** Wires the part of the page; returns "ask again", for another key. */
export function startBatch() {
  at('batch-form').addEventListener('submit', (event) => {
    event.preventDefault();
    guarded(showLines);
  });
  takeFiles(at('batch-file'), at('batch-form'), (file) => orExplained(() => openFile(file)));
  for (const format of ['csv', 'xlsx']) at(`batch-${format}`).addEventListener('click', () => guarded((lines) => downloadBatch(lines, format)));
  return () => {
    if (!at('batch-frame').hidden) guarded(showLines);
  };
}
