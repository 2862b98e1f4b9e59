// What a document relates to, and what relates to it, as rows of the table of fields. The server links only what this
// reader may see; a citation without a link is the paper's own words.

import {el} from './dom.js';
import {formatDate, formatNumber} from './format.js';
import {documentUrl} from './hits.js';

/** For each kind what heads the documents it names, and those that name this one; in the order of the page. */
const headings = {
  'thay thế': ['Thay thế', 'Được thay thế bởi'],
  'bãi bỏ': ['Bãi bỏ', 'Bị bãi bỏ bởi'],
  'hết hiệu lực': ['Làm hết hiệu lực', 'Hết hiệu lực theo'],
  'sửa đổi, bổ sung': ['Sửa đổi, bổ sung', 'Được sửa đổi, bổ sung bởi'],
  'ban hành kèm theo': ['Ban hành kèm theo', 'Văn bản kèm theo'],
  'căn cứ': ['Căn cứ', 'Là căn cứ của'],
  'thực hiện': ['Thực hiện', 'Được thực hiện bởi'],
  sao: ['Bản sao', 'Được sao bởi'],
};

const link = (document, text) => el('a', {href: documentUrl(document.id, ''), title: document.title}, text);

/** The citation as printed; a link if it can mean one document only, else the documents behind it. */
function citation({symbol, type, text, documents}) {
  const printed = text || [type, symbol].filter(Boolean).join(' ');
  if (documents.length === 1) return el('li', {}, link(documents[0], printed));
  const choices = documents.flatMap((document) => [' ', link(document, formatDate(document.date) || document.id)]);
  return el('li', {}, printed, ...choices);
}

function backLink(document) {
  const name = [document.type, document.symbol].filter(Boolean).join(' ') || document.title || document.id;
  return el('li', {}, link(document, document.date ? `${name}, ngày ${formatDate(document.date)}` : name));
}

const row = (label, items) =>
  el('tr', {}, el('th', {scope: 'row'}, label), el('td', {}, el('ul', {class: 'relations'}, ...items)));

/** Rows of `fetchRelations`. */
export function relationRows({relations, citedBy, citedByTotal}) {
  const rows = [];
  for (const [kind, [own, back]] of Object.entries(headings)) {
    const citing = citedBy.filter((one) => one.kind === kind);
    if (citing.length > 0) rows.push(row(back, citing.map(backLink)));
    const cited = relations.filter((one) => one.kind === kind);
    if (cited.length > 0) rows.push(row(own, cited.map(citation)));
  }
  const left = citedByTotal - citedBy.length;
  if (left > 0) rows.push(row('Văn bản khác', [el('li', {}, `và ${formatNumber(left)} văn bản nữa dẫn đến văn bản này`)]));
  return rows;
}
