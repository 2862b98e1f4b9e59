// Where a document is read.

import {pageAnchor} from './page_walk.js';

/** The page that shows a whole document; it carries the query along, to mark its words there too. */
export function documentUrl(id, query, page) {
  const parameters = new URLSearchParams({id});
  if (query) parameters.set('q', query);
  return `van-ban.html?${parameters}${page ? `#${pageAnchor(page)}` : ''}`;
}
