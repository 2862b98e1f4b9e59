// What became of a document, as far as the archive shows it to this reader.

import {documentUrl} from './document_url.js';
import {el} from './dom.js';
import {formatDate} from './format.js';

const words = {
  in_force: 'Chưa thấy văn bản thay thế, bãi bỏ',
  amended: 'Được sửa đổi, bổ sung',
  replaced: 'Bị thay thế',
  repealed: 'Bị bãi bỏ',
  expired: 'Hết hiệu lực',
};

/** As a value to choose by. An archive never knows that a document is in force. */
export const formatStatus = (value) => words[value] ?? value;

export const hasEnded = (value) => value === 'replaced' || value === 'repealed' || value === 'expired';

/** "Quyết định 12-QĐ/TU, ngày 01/06/2022" */
export function nameOf(document) {
  const name = [document.type, document.symbol].filter(Boolean).join(' ') || document.title || document.id;
  return document.date ? `${name}, ngày ${formatDate(document.date)}` : name;
}

/** What a badge says in front of the document that did it: "Bị thay thế bởi", "Hết hiệu lực theo". */
export const statusLead = (value) => (value === 'expired' ? 'Hết hiệu lực theo' : `${formatStatus(value)} bởi`);

/** The line below the title: what was done by which paper, its sentence, and the newest replacement. Nothing if in force. */
export function statusLine({value, by, newest, text} = {}) {
  if (!by) return [];
  const link = (document) => el('a', {href: documentUrl(document.id, ''), title: document.title}, nameOf(document));
  const further = newest && newest.id !== by.id ? [' – mới nhất: ', link(newest)] : [];
  return [
    el('p', {}, el('span', {class: 'standing', 'data-status': value}, statusLead(value)), ' ', link(by), ...further),
    text ? el('blockquote', {class: 'evidence'}, text) : null,
  ].filter(Boolean);
}
