// One hit of the list.

import {documentUrl} from './document_url.js';
import {formatDate, formatGrade, formatNumber, formatTerm, otherPaths, poorScan, titleOf} from './format.js';
import {piecesOf} from './marks.js';
import {hasEnded, nameOf, statusLead} from './status.js';

/** Rules and rows of dots are drawn on the paper, not said. */
const tidy = (text) => text.replace(/[-_*.=]{4,}/g, ' ');

/** The best places of the text; each opens the document at its page. Nothing where no word was found. */
function passages(hit, html, query) {
  const rows = (hit._passages ?? []).map(({page, text, matches, before, after}) => {
    const words = piecesOf(text, matches).map((piece) => (piece.isMatch ? html`<mark>${piece.text}</mark>` : tidy(piece.text)));
    const label = hit.pages > 1 ? html`<a class="passage-page" href=${documentUrl(hit.id, query, page)}>trang ${formatNumber(page)}</a> ` : '';
    return html`<p class="snippet">${label}${before ? '…' : ''}${words}${after ? '…' : ''}</p>`;
  });
  return rows.length ? html`<div class="passages">${rows}</div>` : '';
}

/** Whoever finds a paper that is no longer in force is led to what is instead. */
function standing({value, by, newest} = {}, html) {
  const instead = newest ?? by;
  if (!hasEnded(value) || !instead) return '';
  return html`<p class="hit-standing"><span class="standing" data-status=${value}>${statusLead(value)}</span>
    <a href=${documentUrl(instead.id, '')}>${nameOf(instead)}</a></p>`;
}

function item(hit, {html, components}, query) {
  const has = (attribute) => hit._highlightResult?.[attribute]?.value;
  const field = (name, content) => (content ? html`<span class=${name}>${content}</span>` : '');
  const title = hit.title && has('title') ? components.Highlight({hit, attribute: 'title'}) : titleOf(hit);
  const symbol = hit.symbol && has('symbol') ? components.Highlight({hit, attribute: 'symbol'}) : hit.symbol;
  const guarded = hit.grade && hit.grade !== 'open';
  const others = otherPaths(hit);
  return html`<article class="hit" data-id=${hit.id}>
    <p class="hit-head">
      ${field('symbol', symbol)} ${field('type', hit.type)}
      ${guarded ? html`<span class="grade" data-grade=${hit.grade}>${formatGrade(hit.grade)}</span>` : ''}
      ${poorScan(hit) ? html`<span class="poor-scan" title=${poorScan(hit)}>bản quét kém</span>` : ''}
      ${hit.date ? html`<time class="date" datetime=${hit.date}>${formatDate(hit.date)}</time>` : ''}
    </p>
    <h3><a href=${documentUrl(hit.id, query)}>${title}</a></h3>
    <p class="hit-origin">${field('issuer', hit.issuer)} ${field('term', formatTerm(hit.term))}</p>
    ${standing(hit.status, html)}
    ${others.length > 0 ? html`<p class="hit-copies">cũng ở: ${others.join(', ')}</p>` : ''}
    ${passages(hit, html, query)}
  </article>`;
}

/** The list of hits; `query` gives the words of the moment. */
export const hitsWidget = (container, query) =>
  instantsearch.widgets.hits({
    container,
    templates: {item: (hit, tools) => item(hit, tools, query()), empty: () => ''},
  });
