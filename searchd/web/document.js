// One whole document: its fields as a table, its text page by page, the words of the query marked.
//   van-ban.html?id=…&q=…

import {ApiError, explain, fetchCitationGraph, fetchCitations, fetchSeries, fetchSimilar, fetchView} from './api.js';
import {showGraph} from './citation_graph.js';
import {citationRows} from './citations.js';
import {el} from './dom.js';
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
import {markedAt} from './marks.js';
import {matchWalk} from './match_walk.js';
import {originalLinks} from './original.js';
import {pageAnchor, pageWalk} from './page_walk.js';
import {relatedSections} from './related.js';
import {statusLine} from './status.js';

const at = (id) => document.getElementById(id);
const parameters = new URLSearchParams(location.search);
const id = parameters.get('id') ?? '';
const query = parameters.get('q') ?? '';

/** Who signed, as what and for whom: "Lê Thị Sen, PHÓ BÍ THƯ, T/M BAN THƯỜNG VỤ". */
const signatureOf = (found) => [found.signer, found.position, found.authority].filter(Boolean).join(', ');

/** “trong <file>” for what came in a letter or an archive; a letter can be opened. */
function parentOf(found) {
  if (!found.parent) return null;
  const name = found.parent.split('/').at(-1);
  const href = `van-ban.html?${new URLSearchParams({id: found.parent_id ?? ''})}`;
  return el('span', {class: 'parent'}, ' · trong ', found.parent_id ? el('a', {href}, name) : name);
}

/** Label, value and, when the words of the query may stand in it, where they do. */
function rowsOf(found, matches) {
  return [
    ['Số, ký hiệu', found.symbol, matches.symbol],
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
const tidy = (page) => page.replace(/[ \t]+\n/g, '\n').replace(/\n{3,}/g, '\n\n').replace(/^\s*\n|\s+$/g, '');

/** What a printed sheet must not be without. */
const stampOf = (found) =>
  [found.grade && found.grade !== 'open' ? formatGrade(found.grade).toUpperCase() : '', found.symbol].filter(Boolean).join(' · ');

function showText(found, pages) {
  if (pages.every(({text}) => !text.trim())) return [el('p', {class: 'nothing'}, 'Không đọc được nội dung của tệp này.')];
  const poor = found.poor_pages ?? [];
  return pages.map(({number, text, matches}) => {
    const label = `Trang ${formatNumber(number)}/${formatNumber(pages.length)}`;
    return el('section', {class: 'page', id: pageAnchor(number), 'aria-label': label},
      el('p', {class: pages.length > 1 ? 'page-number' : 'page-number alone'},
        el('span', {class: 'page-stamp'}, stampOf(found)),
        poor.includes(number) ? el('span', {class: 'poor-scan'}, 'bản quét kém') : null,
        el('span', {'aria-hidden': 'true'}, label)),
      el('div', {class: 'page-text'}, markedAt(text, matches, tidy)));
  });
}

const walkMatches = matchWalk({
  frame: at('matches'), count: at('matches-count'), previous: at('match-previous'), next: at('match-next'), text: at('text'),
});
let tellOriginal = () => {};
const walkPages = pageWalk({frame: at('page-walk'), box: at('page-box'), count: at('page-count'), text: at('text')},
  (page) => tellOriginal(page));

function showDocument({document: found, matches, pages, original}, citations) {
  const title = titleOf(found);
  document.title = `${[found.type, found.symbol].filter(Boolean).join(' ') || title} – Vankien`;
  at('kind').textContent = [found.type, found.symbol].filter(Boolean).join(' ');
  at('title').replaceChildren(markedAt(title, found.title ? matches.title : []));
  const guarded = found.grade && found.grade !== 'open';
  at('grade').hidden = !guarded;
  at('grade').textContent = guarded ? formatGrade(found.grade) : '';
  at('grade').dataset.grade = found.grade ?? '';
  at('poor-scan').hidden = !poorScan(found);
  at('poor-scan').textContent = poorScan(found);
  at('standing').replaceChildren(...statusLine(citations.status));
  at('fields').replaceChildren(
    ...rowsOf(found, matches).map(([label, value, places, more], index) =>
      el('tr', {}, el('th', {scope: 'row'}, label),
        el('td', {}, markedAt(value, places), index === 0 && found.symbol ? mentionsLink(found.symbol) : null, more ?? null))),
    ...citationRows(citations),
  );
  at('text').replaceChildren(...showText(found, pages));
  at('message').hidden = true;
  at('document').hidden = false;
  tellOriginal = originalLinks(at('original'), found, original);
  walkMatches();
  walkPages();
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
  at('page-walk').hidden = true;
  at('message').hidden = false;
  at('message-what').textContent = what;
  at('message-advice').textContent = advice;
  at('message-buttons').hidden = false;
}

async function load() {
  if (!id) return showMessage('Địa chỉ này không chỉ đến văn bản nào.', 'Hãy quay lại trang tra cứu.');
  try {
    const [view, citations] = await Promise.all([fetchView(id, query), fetchCitations(id)]);
    showDocument(view, citations);
    showGraph(at('graph'), await fetchCitationGraph(id));
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
