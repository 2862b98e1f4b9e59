// The search page: the library's state and requests, our own drawing. Start reading at the end.

import {currentKey, explain, fetchStatistics, host, keepKey, request} from './api.js';
import {chosenValues, clearValues, pagination, searchBox, sortBy, stats} from './controls.js';
import {facets, facetWidget} from './facets.js';
import {formatDate, formatNumber} from './format.js';
import {hitsWidget} from './hits.js';
import {keyDialog} from './key_dialog.js';
import {addressOf, index, routing} from './routing.js';
import {suggestions} from './suggest.js';
import {askBesides, remember, showUnderstood} from './understood.js';

const at = (id) => document.getElementById(id);

/** The last failure of a request, as api.js understood it: the library hands on only its text. */
let failure = null;

async function observedRequest(url, init) {
  // The library opens with a question for the values of the whole archive, with whole documents beside them. They
  // would only serve to keep values without hits on the page, which we do not.
  const queries = JSON.parse(init.body ?? '{}').queries ?? [];
  if (queries.length > 0 && queries.every((query) => query.q === undefined))
    return {results: queries.map(({indexUid}) => ({indexUid, facetDistribution: {}}))};
  try {
    const answer = await request(url, {...init, body: askBesides(init.body)});
    remember(answer);
    failure = null;
    return answer;
  } catch (error) {
    failure = error;
    throw error;
  }
}

const client = instantMeilisearch.instantMeiliSearch(host, '', {
  primaryKey: 'id',
  finitePagination: true,
  keepZeroFacets: false,
  httpClient: observedRequest,
  meiliSearchParams: {
    attributesToRetrieve: [
      'id',
      'title',
      'symbol',
      'type',
      'issuer',
      'date',
      'term',
      'grade',
      'path',
      'paths',
      'poor_pages',
    ],
    attributesToHighlight: ['title', 'symbol', 'body'],
    attributesToCrop: ['body'],
    cropLength: 35,
    cropMarker: '…',
  },
});

const page = instantsearch({
  indexName: index,
  searchClient: client.searchClient,
  routing: routing(() => page.status === 'error'),
  insights: false,
  future: {preserveSharedStateOnUnmount: true},
});

/**
 * What was asked for when a request failed. The library falls back to the last state that was answered; we keep the
 * wish in the address and in the box, so that trying again, or loading the page again, asks for it.
 */
let wish = null;

function keepWish() {
  wish = page.getUiState();
  const address = addressOf(wish);
  if (address !== location.href) history.pushState(null, '', address);
}

function tryAgain() {
  if (wish) page.setUiState(wish);
  searchAgain();
}

/** Asks again for everything on the page, e.g. with another key. */
function searchAgain() {
  client.searchClient.clearCache();
  page.refresh();
  showArchive();
}

/** What the archive holds for this reader, in the footer. */
async function showArchive() {
  try {
    const {lastUpdate, indexes} = await fetchStatistics();
    const size = `Kho có ${formatNumber(indexes[index].numberOfDocuments)} văn bản`;
    at('archive').textContent = lastUpdate ? `${size}, cập nhật ngày ${formatDate(lastUpdate.slice(0, 10))}.` : `${size}.`;
  } catch {
    at('archive').textContent = '';
  }
}

function showState() {
  const failed = page.status === 'error';
  const results = page.helper?.lastResults;
  const query = page.helper?.state.query ?? '';
  const none = !failed && results?.nbHits === 0;
  const filtered = (page.helper?.state.getRefinedFacets?.() ?? []).length > 0 || !at('chosen').hidden;
  document.body.classList.toggle('stalled', page.status === 'stalled');
  at('results').setAttribute('aria-busy', String(page.status === 'loading' || page.status === 'stalled'));
  at('failed').hidden = !failed;
  at('found').hidden = failed || none;
  at('toolbar').hidden = failed;
  at('sort-line').hidden = none;
  at('none').hidden = !none;
  at('none-filtered').hidden = !filtered;
  at('none-query').textContent = query;
  at('none-query-line').hidden = !query;
  if (failed) at('understood').hidden = true;
  else showUnderstood(at('understood'), query, (q) => page.helper.setQuery(q).search());
  at('examples').hidden = Boolean(query) || filtered;
  at('facets').hidden = failed || (none && !filtered);
  if (!failed) return;
  const [what, advice] = explain(failure ?? {status: 0});
  at('failed-what').textContent = what;
  at('failed-advice').textContent = advice;
  at('failed-key').hidden = !failure?.badKey;
  at('failed-forget').hidden = !failure?.badKey;
  at('status').textContent = '';
}

/** Wide screens show the groups of values beside the hits, small ones behind a button. */
function fitFacets() {
  const wide = matchMedia('(min-width: 60rem)');
  const fit = () => (at('facets').open = wide.matches);
  wide.addEventListener('change', fit);
  fit();
}

function moveToTop() {
  at('status').focus({preventScroll: true});
  window.scrollTo({top: 0});
}

function showChosen(count) {
  at('chosen').hidden = count === 0;
  at('facets-count').textContent = count ? ` (${count})` : '';
}

const openKeyDialog = keyDialog(at('key-button'), () => (page.status === 'error' ? tryAgain() : searchAgain()));
at('failed-key').addEventListener('click', () => openKeyDialog());
at('failed-forget').addEventListener('click', () => {
  keepKey('');
  location.reload();
});
at('failed-again').addEventListener('click', tryAgain);

page.addWidgets([
  instantsearch.widgets.configure({hitsPerPage: 20}),
  searchBox(at('search')),
  sortBy(at('sort')),
  stats(at('status')),
  chosenValues(at('chosen-values'), showChosen),
  clearValues([at('clear'), at('none-clear')]),
  ...facets.map((facet) => facetWidget(facet, at('facet-groups'))),
  hitsWidget(at('hits'), () => page.helper?.state.query ?? ''),
  pagination(at('pages'), moveToTop),
]);
page.on('render', showState);
page.on('error', keepWish); // followed by a render, which tells it
fitFacets();
suggestions(at('q'), at('suggestions'), (q) => {
  at('q').value = q;
  page.helper.setQuery(q).search();
});
page.start();
showArchive();
