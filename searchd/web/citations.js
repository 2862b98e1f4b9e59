// What a document cites and what cites it, as rows of the table of fields. The server links only what this reader may
// see; a citation without a link is the paper's own words.

import {fetchCitations} from './api.js';
import {documentUrl} from './document_url.js';
import {el} from './dom.js';
import {formatDate, formatNumber} from './format.js';
import {nameOf} from './status.js';

/** What heads each group; `cites` and `citedBy` by kind. In the order of the page. */
const headings = [
  ['replacedBy', 'Được thay thế bởi'],
  ['replaces', 'Thay thế'],
  ['repealedBy', 'Bị bãi bỏ bởi'],
  ['repeals', 'Bãi bỏ'],
  ['endedBy', 'Hết hiệu lực theo'],
  ['ends', 'Làm hết hiệu lực'],
  ['amendedBy', 'Được sửa đổi, bổ sung bởi'],
  ['amends', 'Sửa đổi, bổ sung'],
  ['issuedWith', 'Ban hành kèm theo'],
  ['encloses', 'Văn bản kèm theo'],
  ['copiedBy', 'Bản sao của cơ quan'],
  ['copies', 'Được sao bởi'],
  ['cites', 'Căn cứ', 'căn cứ'],
  ['cites', 'Thực hiện', 'thực hiện'],
  ['citedBy', 'Là căn cứ của', 'căn cứ'],
  ['citedBy', 'Được thực hiện bởi', 'thực hiện'],
  ['mentions', 'Có nhắc đến'],
  ['mentionedBy', 'Được nhắc đến trong'],
];
const isBack = (group) => group.endsWith('By') && group !== 'copiedBy' || group === 'encloses' || group === 'copies';

const link = (document, text) => el('a', {href: documentUrl(document.id, ''), title: document.title}, text);

/** "Tỉnh ủy Đông Giang, 01/06/2022": tells documents of one symbol apart. */
const distinction = ({issuer, date, id}) => [issuer, formatDate(date)].filter(Boolean).join(', ') || id;

const choices = (documents) => documents.flatMap((document, i) => [i ? '; ' : '', link(document, distinction(document))]);

/** The citation as printed: a link if it means one document, else those it may mean, or that the archive has none. */
function ownCitation({symbol, type, text, resolved, candidates = []}) {
  const printed = text || [type, symbol].filter(Boolean).join(' ');
  if (resolved) return el('li', {}, link(resolved, printed));
  if (candidates.length > 0) return el('li', {}, printed, ' – có thể là: ', ...choices(candidates));
  return el('li', {}, printed, ' ', el('span', {class: 'absent'}, 'không có trong kho'));
}

function backCitation({resolved, candidates = []}) {
  const doubt = candidates.length > 0 ? el('span', {class: 'absent'}, ' (hoặc văn bản khác cùng số)') : null;
  return el('li', {}, link(resolved, nameOf(resolved)), doubt);
}

/** A button below a list that fetches the next of its group, as long as there are more. */
function moreButton(id, group, kind, list, shown, total) {
  if (shown >= total) return null;
  const text = (count) => `Xem thêm (còn ${formatNumber(total - count)})`;
  const button = el('button', {type: 'button', class: 'link'}, text(shown));
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      const {items} = (await fetchCitations(id, {group, offset: shown, limit: 50})).groups[group];
      shown += items.length;
      list.append(...items.filter((item) => !kind || item.kind === kind).map(isBack(group) ? backCitation : ownCitation));
      if (items.length === 0 || shown >= total) button.remove();
      else button.textContent = text(shown);
    } finally {
      button.disabled = false;
    }
  });
  return button;
}

/** Rows of an answer of `fetchCitations`. */
export function citationRows({document, groups, readAtMost}) {
  const rows = [];
  for (const [name, label, kind] of headings) {
    const {items, total} = groups[name];
    const own = kind ? items.filter((item) => item.kind === kind) : items;
    if (own.length === 0) continue;
    const list = el('ul', {class: 'relations'}, ...own.map(isBack(name) ? backCitation : ownCitation));
    const more = moreButton(document.id, name, kind, list, items.length, total);
    rows.push(el('tr', {'data-group': name}, el('th', {scope: 'row'}, label), el('td', {}, list, more)));
  }
  if (readAtMost && rows.length > 0)
    rows.push(el('tr', {}, el('th', {scope: 'row'}, 'Lưu ý'), el('td', {}, `Rất nhiều văn bản dẫn số, ký hiệu này: chỉ ${formatNumber(readAtMost)} văn bản mới nhất được đọc kỹ, các văn bản khác được xác định theo số, ngày và cơ quan ban hành.`)));
  return rows;
}
