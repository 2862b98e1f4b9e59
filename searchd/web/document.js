// One whole document: its fields as a table, its text page by page, the words of the query marked.
//   van-ban.html?id=…&q=…

import {ApiError, explain, fetchDocument, fetchRelations, fetchSeries, fetchSimilar, search} from './api.js';
import {el, marked} from './dom.js';
import {
  capitalize,
  formatDate,
  formatGrade,
  formatNumber,
  formatTerm,
  otherPaths,
  poorScan,
  titleOf,
} from './format.js';
import {keyDialog} from './key_dialog.js';
import {relatedSections} from './related.js';
import {relationRows} from './relations.js';

const at = (id) => document.getElementById(id);
const parameters = new URLSearchParams(location.search);
const id = parameters.get('id') ?? '';
const query = parameters.get('q') ?? '';

// Private-use characters: no document of the archive means anything by them.
const open = '\uE000';
const close = '\uE001';

/**
 * The same document as the search sees it, title and text with marks; undefined if the query does not find it.
 * An id cannot be filtered by, so the filter names the fields that tell documents apart, and the id is compared here.
 */
async function findMarked(found) {
  if (!query) return undefined;
  const filter = ['symbol', 'date', 'issuer', 'type']
    .filter((name) => found[name])
    .map((name) => `${name} = ${JSON.stringify(found[name])}`);
  try {
    const answer = await search({
      q: query, filter, limit: 20, attributesToRetrieve: ['id'], attributesToHighlight: ['title', 'body', 'symbol'],
      highlightPreTag: open, highlightPostTag: close,
    });
    return answer.hits.find((hit) => hit.id === found.id)?._formatted;
  } catch (error) {
    if (error instanceof ApiError) return undefined; // the plain text is better than nothing
    throw error;
  }
}

/** Who signed, as what and for whom: "Lê Thị Sen, PHÓ BÍ THƯ, T/M BAN THƯỜNG VỤ". */
const signatureOf = (found) => [found.signer, found.position, found.authority].filter(Boolean).join(', ');

/** “trong <file>” for what came in a letter or an archive; a letter can be opened. */
function parentOf(found) {
  if (!found.parent) return null;
  const name = found.parent.split('/').at(-1);
  const href = `van-ban.html?${new URLSearchParams({id: found.parent_id ?? ''})}`;
  return el('span', {class: 'parent'}, ' · trong ', found.parent_id ? el('a', {href}, name) : name);
}

/** Label, value and, when the words of the query may stand in it, its marked form. */
function rowsOf(found, formatted) {
  return [
    ['Số, ký hiệu', found.symbol, formatted?.symbol],
    ['Thể loại', found.type],
    ['Cơ quan ban hành', found.issuer],
    ['Cấp', capitalize(found.level)],
    ['Ngày ban hành', formatDate(found.date)],
    ['Khóa, nhiệm kỳ', formatTerm(found.term)],
    ['Người ký', signatureOf(found)],
    ['Độ mật', formatGrade(found.grade)],
    ['Độ khẩn', capitalize(found.urgency)],
    ['Dự thảo', capitalize(found.draft)],
    ['Lĩnh vực', found.fields?.join('; ')],
    ['Nơi nhận', found.recipients?.join('; ')],
    ['Tệp gốc', [found.path, found.format?.toUpperCase()].filter(Boolean).join(' · '), undefined, parentOf(found)],
    ['Cũng ở', otherPaths(found).join('\n')],
  ].filter(([, value]) => value);
}

function mentionsLink(symbol) {
  return el('a', {class: 'mentions', href: `./?${new URLSearchParams({q: `"${symbol}"`})}`}, 'Văn bản nhắc đến số này');
}

/** The extractors leave runs of blank lines where the paper had room; one is enough on a screen. */
const tidy = (page) => page.replace(/[ \t]+\n/g, '\n').replace(/\n{3,}/g, '\n\n').replace(/^\n+|\s+$/g, '');

function showText(body) {
  const pages = body.split('\f').map(tidy).filter(Boolean);
  if (pages.length === 0) return [el('p', {class: 'nothing'}, 'Không đọc được nội dung của tệp này.')];
  return pages.map((page, index) => {
    const label = `Trang ${formatNumber(index + 1)}/${formatNumber(pages.length)}`;
    return el('section', {class: 'page', 'aria-label': label},
      pages.length > 1 ? el('p', {class: 'page-number', 'aria-hidden': 'true'}, label) : null,
      el('div', {class: 'page-text'}, marked(page, open, close)));
  });
}

/** The marks of the text in groups: words that follow one another are one place. */
function placesOfMarks() {
  const places = [];
  for (const mark of at('text').querySelectorAll('mark')) {
    const gap = mark.previousSibling;
    const follows = gap?.nodeType === Node.TEXT_NODE && gap.data.trim() === '' && gap.previousSibling?.nodeName === 'MARK';
    if (follows) places.at(-1).push(mark);
    else places.push([mark]);
  }
  return places;
}

/** Up and down between the marks. */
function walkMatches() {
  const places = placesOfMarks();
  at('matches').hidden = places.length === 0;
  let current = -1;
  const show = () => {
    const count = formatNumber(places.length);
    at('matches-count').textContent = current < 0 ? `${count} chỗ khớp` : `${formatNumber(current + 1)}/${count}`;
  };
  const paint = (on) => places[current]?.forEach((mark) => mark.classList.toggle('current', on));
  const go = (step) => {
    paint(false);
    current = (Math.max(current, step < 0 ? 0 : -1) + step + places.length) % places.length;
    paint(true);
    places[current][0].scrollIntoView({block: 'center'});
    show();
  };
  at('match-previous').onclick = () => go(-1);
  at('match-next').onclick = () => go(1);
  show();
}

function showDocument(found, formatted, relations) {
  const title = titleOf(found);
  document.title = `${[found.type, found.symbol].filter(Boolean).join(' ') || title} – Vankien`;
  at('kind').textContent = [found.type, found.symbol].filter(Boolean).join(' ');
  at('title').replaceChildren(marked(found.title ? (formatted?.title ?? title) : title, open, close));
  const guarded = found.grade && found.grade !== 'open';
  at('grade').hidden = !guarded;
  at('grade').textContent = guarded ? formatGrade(found.grade) : '';
  at('grade').dataset.grade = found.grade ?? '';
  at('poor-scan').hidden = !poorScan(found);
  at('poor-scan').textContent = poorScan(found);
  at('fields').replaceChildren(
    ...rowsOf(found, formatted).map(([label, value, withMarks, more], index) =>
      el('tr', {}, el('th', {scope: 'row'}, label),
        el('td', {}, marked(withMarks ?? value, open, close), index === 0 && found.symbol ? mentionsLink(found.symbol) : null, more ?? null))),
    ...relationRows(relations),
  );
  at('text').replaceChildren(...showText(formatted?.body ?? found.body ?? ''));
  at('message').hidden = true;
  at('document').hidden = false;
  walkMatches();
}

/** After the paper itself, which does not wait for it; without them it is whole all the same. */
async function showRelated() {
  try {
    const [series, similar] = await Promise.all([fetchSeries(id), fetchSimilar(id)]);
    at('related').replaceChildren(...relatedSections(series, similar));
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    at('related').replaceChildren();
  }
}

function showMessage(what, advice) {
  at('document').hidden = true;
  at('matches').hidden = true;
  at('message').hidden = false;
  at('message-what').textContent = what;
  at('message-advice').textContent = advice;
  at('message-buttons').hidden = false;
}

async function load() {
  if (!id) return showMessage('Địa chỉ này không chỉ đến văn bản nào.', 'Hãy quay lại trang tra cứu.');
  try {
    const [found, relations] = await Promise.all([fetchDocument(id), fetchRelations(id)]);
    showDocument(found, await findMarked(found), relations);
    showRelated();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    // Unknown and forbidden are one answer, and one message.
    if (error.status === 404)
      showMessage('Không tìm thấy văn bản này.', 'Văn bản có thể đã bị gỡ khỏi kho, hoặc cần mã truy cập mới xem được.');
    else showMessage(...explain(error));
  }
}

const openKeyDialog = keyDialog(at('key-button'), load);
at('other-key').addEventListener('click', () => openKeyDialog());
at('again').addEventListener('click', load);
at('print').addEventListener('click', () => print());
at('back').href = query ? `./?${new URLSearchParams({q: query})}` : './';
at('back').addEventListener('click', (event) => {
  // Back to the very list, with its page and boxes, when we came from it.
  const cameFromList = document.referrer && new URL('.', document.referrer).href === new URL('.', location.href).href;
  if (!cameFromList || history.length < 2 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  history.back();
});
load();
