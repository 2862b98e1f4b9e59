// One hit of the list, and how the library's hits are made ready for it.

import {formatDate, formatGrade, formatTerm, otherPaths, poorScan, titleOf} from './format.js';
import {hasEnded, nameOf, statusLead} from './status.js';

/** The page that shows a whole document; it carries the query along, to mark its words there too. */
export function documentUrl(id, query) {
  const parameters = new URLSearchParams({id});
  if (query) parameters.set('q', query);
  return `van-ban.html?${parameters}`;
}

const mark = '<mark>';

/** A snippet says something only where a word was found: the first lines of every document are its letterhead. */
function tidySnippet(hit) {
  const snippet = hit._snippetResult?.body;
  if (!snippet?.value?.includes(mark)) return undefined;
  // Form feeds part the pages; rules and rows of dots are drawn on the paper, not said.
  return {...snippet, value: snippet.value.replace(/\f/g, ' ').replace(/[-_*.=]{4,}/g, ' ')};
}

export const transformItems = (items) =>
  items.map((hit) => ({...hit, _snippetResult: {...hit._snippetResult, body: tidySnippet(hit)}}));

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
    ${hit._snippetResult.body ? html`<p class="snippet">${components.Snippet({hit, attribute: 'body'})}</p>` : ''}
  </article>`;
}

/** The list of hits; `query` gives the words of the moment. */
export const hitsWidget = (container, query) =>
  instantsearch.widgets.hits({
    container,
    transformItems,
    templates: {item: (hit, tools) => item(hit, tools, query()), empty: () => ''},
  });
