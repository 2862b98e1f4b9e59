// "Kiểm tra dự thảo": the citations of a pasted text, marked in it and told beside it. The other tool is in batch.js.

import {ApiError, checkDraft, checkDraftFile, explain} from './api.js';
import {startBatch} from './batch.js';
import {andOthers, bearersOf, candidateLine, documentLink, problemText, statusText, unreadPages, weight} from './citation_words.js';
import {copyButton, copyText} from './copy_text.js';
import {el} from './dom.js';
import {takeFiles} from './file_drop.js';
import {formatNumber} from './format.js';
import {keyDialog} from './key_dialog.js';

const at = (id) => document.getElementById(id);
const mostBytes = 4_000_000;

let text = ''; // as checked: what the places of the citations count in
let current = -1;
let asked = 0; // checks, of which the last one counts

const problemMarks = () => [...at('draft-text').querySelectorAll('.cite.bad, .cite.warn')];

function showText(citations) {
  const nodes = [];
  let from = 0;
  citations.forEach((citation, index) => {
    nodes.push(text.slice(from, citation.utf16Start));
    nodes.push(el('a', {class: `cite ${weight(citation)}`, id: `cho-${index}`, href: `#muc-${index}`, onclick: jump}, text.slice(citation.utf16Start, citation.utf16End)));
    from = citation.utf16End;
  });
  at('draft-text').replaceChildren(...nodes, text.slice(from));
}

/** From the text to the list and back without a trace in the address. */
function jump(event) {
  event.preventDefault();
  const target = at(event.currentTarget.getAttribute('href').slice(1));
  target.scrollIntoView({block: 'center'});
  target.focus({preventScroll: true});
}

/** What the citation should say, if the archive knows better. */
function better(citation) {
  if (!citation.found) return undefined;
  const known = citation.replacement ?? citation.documents[0];
  const wrong = citation.problems.some(({code}) => ['wrong_date', 'wrong_issuer', 'wrong_type', 'malformed_symbol', 'replaced'].includes(code));
  return wrong && known.reference !== citation.text ? known.reference : undefined;
}

/** Puts the words into the box as if they were typed, so that Ctrl+Z takes them back. */
function typeInto(area, start, end, words) {
  area.focus({preventScroll: true});
  area.setSelectionRange(start, end);
  // Deprecated, yet the only way that keeps what can be undone: setRangeText forgets it.
  if (!document.execCommand('insertText', false, words)) area.setRangeText(words, start, end, 'end');
}

async function correct(citation, words) {
  const area = at('draft');
  if (area.value !== text) { // typed since: the places may have moved
    await check();
    return at('draft-status').prepend('Văn bản đã thay đổi nên vừa được kiểm tra lại: hãy bấm sửa lần nữa. ');
  }
  typeInto(area, citation.utf16Start, citation.utf16End, words);
  await check();
  return at('draft-status').prepend(`Đã sửa thành “${words}”. `);
}

function item(citation, index) {
  const [document] = citation.documents;
  const words = better(citation);
  return el('li', {id: `muc-${index}`, class: weight(citation), tabindex: '-1'},
    el('h2', {}, citation.text),
    citation.found ? el('p', {}, documentLink(document), citation.status ? ` · ${statusText(citation.status)}` : '') : null,
    citation.problems.length > 0 ? el('ul', {class: 'problems'}, ...citation.problems.map((problem) => el('li', {}, problemText(problem)))) : null,
    !citation.found && citation.documents.length > 0
      ? el('div', {}, el('p', {}, `Trong kho có ${formatNumber(citation.totalDocuments)} văn bản ${citation.symbol ? 'mang số này' : 'có thể được nhắc tới'}:`), el('ul', {}, ...citation.documents.map(candidateLine)), andOthers(citation.totalDocuments - citation.documents.length, citation.symbol ? bearersOf(citation.symbol) : citation.text))
      : null,
    citation.replacement ? el('p', {}, 'Văn bản mới nhất thay thế: ', documentLink(citation.replacement)) : null,
    citation.found ? el('p', {class: 'line'}, (citation.replacement ?? document).citation) : null,
    el('div', {class: 'buttons'},
      citation.found ? copyButton('Chép dòng dẫn', () => (citation.replacement ?? document).citation) : null,
      words ? el('button', {type: 'button', class: 'quiet', title: words, onclick: () => correct(citation, words)}, 'Sửa trong văn bản') : null,
      el('a', {class: 'quiet', href: `#cho-${index}`, onclick: jump}, 'Xem chỗ này')));
}

function summary({citations, total, limit, pagesWithoutText}, decoded) {
  const wrong = citations.filter((citation) => weight(citation) !== 'ok').length;
  return [
    total === 0 ? 'Không thấy trích dẫn văn bản nào.' : `Có ${formatNumber(total)} trích dẫn, ${formatNumber(wrong)} chỗ cần xem lại.`,
    total > limit ? ` Chỉ kiểm tra ${formatNumber(limit)} trích dẫn đầu.` : '',
    decoded ? ' Văn bản gõ bằng bảng mã cũ đã được chuyển sang Unicode.' : '',
    unreadPages(pagesWithoutText),
  ].join('');
}

function walk(step) {
  const marks = problemMarks();
  if (marks.length === 0) return;
  for (const mark of marks) mark.classList.remove('current');
  current = (Math.max(current, step < 0 ? 0 : -1) + step + marks.length) % marks.length;
  marks[current].classList.add('current');
  marks[current].scrollIntoView({block: 'center'});
  marks[current].focus({preventScroll: true});
  at(marks[current].getAttribute('href').slice(1)).scrollIntoView({block: 'nearest'});
}

function showFailure(words) {
  at('draft-result').hidden = true;
  at('draft-walk').hidden = true;
  at('draft-status').textContent = words;
}

function check() {
  text = at('draft').value;
  if (!text.trim()) return showFailure('Hãy dán văn bản cần kiểm tra.');
  if (new Blob([text]).size > mostBytes) return showFailure('Văn bản dài quá 4 MB: hãy kiểm tra từng phần.');
  return show(() => checkDraft(text, at('draft-date').value), text);
}

/** Shows what the answer says of the draft, which has the text too if the server read or decoded it. */
async function show(ask, sent) {
  const mine = ++asked;
  const held = at('draft').value;
  current = -1;
  at('draft-status').textContent = 'Đang kiểm tra…';
  try {
    const answer = await ask();
    if (mine !== asked) return; // another check was begun meanwhile
    text = answer.text ?? sent;
    // What was typed meanwhile stays.
    if (answer.text !== undefined && at('draft').value === held) at('draft').value = text;
    showText(answer.citations);
    at('draft-list').replaceChildren(...answer.citations.map(item));
    at('draft-result').hidden = false;
    at('draft-walk').hidden = false;
    at('problem-next').disabled = at('problem-previous').disabled = problemMarks().length === 0;
    at('draft-status').textContent = summary(answer, answer.text !== undefined && !answer.format);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (mine !== asked) return;
    showFailure(explain(error).join(' '));
  }
}

/** Plain text in Unicode is read here, UTF-8, or UTF-16 if it says so; nothing if it is none. */
async function readPlain(file) {
  if (!/\.txt$/i.test(file.name) && file.type !== 'text/plain') return undefined;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const [a, b] = bytes;
  const encoding = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, {fatal: true}).decode(bytes);
  } catch {
    return undefined;
  }
}

/** All other files the server has read: Word, PDF, OpenDocument … */
async function openFile(file) {
  const plain = await readPlain(file);
  if (plain === undefined) return show(() => checkDraftFile(file, at('draft-date').value));
  at('draft').value = plain;
  return check();
}

function showPart() {
  const batch = location.hash === '#hang-loat';
  at('part-du-thao').hidden = batch;
  at('part-hang-loat').hidden = !batch;
  at(batch ? 'tab-hang-loat' : 'tab-du-thao').setAttribute('aria-current', 'page');
  at(batch ? 'tab-du-thao' : 'tab-hang-loat').removeAttribute('aria-current');
  document.title = `${batch ? 'Tra cứu hàng loạt' : 'Kiểm tra dự thảo'} – Vankien`;
}

const today = new Date();
at('draft-date').value = [today.getFullYear(), today.getMonth() + 1, today.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
at('draft-form').addEventListener('submit', (event) => {
  event.preventDefault();
  check();
});
takeFiles(at('draft-file'), at('draft-form'), openFile);
at('problem-next').addEventListener('click', () => walk(1));
at('problem-previous').addEventListener('click', () => walk(-1));
at('copy-text').addEventListener('click', () => copyText(text));
addEventListener('keydown', (event) => {
  if (!event.altKey || event.ctrlKey || event.metaKey || at('draft-walk').hidden || at('part-du-thao').hidden) return;
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  event.preventDefault();
  walk(event.key === 'ArrowDown' ? 1 : -1);
});
addEventListener('hashchange', showPart);
showPart();
const batchAgain = startBatch();
keyDialog(at('key-button'), () => {
  if (!at('draft-result').hidden) check();
  batchAgain();
});
