// Where a document is read.

import {pageAnchor} from './page_walk.js';

/** Letters; a longer query, a pasted text, is not kept in an address: servers refuse such lines. */
export const longestQuery = 1000;

/** The page that shows a whole document; it carries the query along, to mark its words there too. */
export function documentUrl(id, query, page) {
  const parameters = new URLSearchParams({id});
  if (query && query.length <= longestQuery) parameters.set('q', query);
  return `van-ban.html?${parameters}${page ? `#${pageAnchor(page)}` : ''}`;
}
