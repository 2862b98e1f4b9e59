// On a document's page: papers about the same, and those that come again under the same title, the newest first.

import {documentUrl} from './document_url.js';
import {el} from './dom.js';
import {formatDate, formatNumber} from './format.js';

function item({id, type, symbol, title, date}) {
  const name = [type, symbol].filter(Boolean).join(' ');
  return el('li', {},
    el('a', {href: documentUrl(id, '')}, title || name || id), ' ',
    el('span', {class: 'related-name'}, [title ? name : '', formatDate(date)].filter(Boolean).join(', ')));
}

const section = (id, heading, documents, more) =>
  el('section', {class: 'related', 'aria-labelledby': id},
    el('h2', {id}, heading), el('ol', {}, ...documents.map(item)), more ? el('p', {class: 'hint'}, more) : null);

/** Sections of `fetchSeries` and `fetchSimilar`; none for an empty list. A paper stands in one of them only. */
export function relatedSections(series, similar) {
  const sections = [];
  if (series.documents.length > 0) {
    const left = series.total - series.documents.length;
    sections.push(section('series-title', 'Cùng chủ đề, mới nhất trước', series.documents,
      left > 0 ? `và ${formatNumber(left)} văn bản cũ hơn` : ''));
  }
  const known = new Set(series.documents.map(({id}) => id));
  const others = similar.documents.filter(({id}) => !known.has(id));
  if (others.length > 0) sections.push(section('similar-title', 'Văn bản tương tự', others));
  return sections;
}
