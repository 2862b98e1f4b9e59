// The search page: the library's state and requests, our own drawing. Start reading at the end.

import {explain, fetchStatistics, host, keepKey, request} from './api.js';
import {chosenValues, clearValues, ownFilter, pagination, searchBox, sortBy, stats} from './controls.js';
import {facetOf, facets, facetWidget} from './facets.js';
import {showCountLink} from './count_link.js';
import {exportMenu} from './export_menu.js';
import {filterInWords} from './filter_words.js';
import {formatDate, formatNumber} from './format.js';
import {histogramWidgets} from './histogram.js';
import {hitsWidget} from './hits.js';
import {issuerTree} from './issuer_tree.js';
import {keyDialog} from './key_dialog.js';
import {inOneRequest, issuerCounts} from './one_request.js';
import {addressOf, index, routing} from './routing.js';
import {forgetChoice, showChoice} from './symbol_choice.js';
import {suggestions} from './suggest.js';
import {askOfToday, setTodaysPlaces, todaysSwitch} from './todays_places.js';
import {askBesides, remember, setLiteral, showUnderstood} from './understood.js';

const at = (id) => document.getElementById(id);

/** The last failure of a request, as api.js understood it: the library hands on only its text. */
let failure = null;

/** What decides which documents an answer has: the library puts the query of the hits first, those of the facets behind it. */
const listAsked = ({queries: [{q, filter, sort, literal, todaysPlaces}]}) => ({q, filter, sort, literal, todaysPlaces});

async function observedRequest(url, init) {
  // The library opens with a question for the values of the whole archive, with whole documents beside them. They
  // would only serve to keep values without hits on the page, which we do not.
  const queries = JSON.parse(init.body ?? '{}').queries ?? [];
  if (queries.length > 0 && queries.every((query) => query.q === undefined))
    return {results: queries.map(({indexUid}) => ({indexUid, facetDistribution: {}}))};
  try {
    // Values of one facet come by a request without queries, to be sent as it is.
    const one = inOneRequest(queries);
    const body = askOfToday(askBesides(queries.length > 0 ? JSON.stringify({queries: one.queries}) : init.body));
    const answer = await request(url, {...init, body});
    remember(answer);
    failure = null;
    if (queries.length === 0) return answer;
    // It travels with the answer: the library keeps answers, and lets go those that come too late.
    answer.results[0].metadata = listAsked(JSON.parse(body));
    return one.expand(answer);
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
      'pages',
      'status',
    ],
    attributesToHighlight: ['title', 'symbol'],
  },
});

const page = instantsearch({
  indexName: index,
  searchClient: client.searchClient,
  routing: routing(() => page.status === 'error'),
  insights: false,
  future: {preserveSharedStateOnUnmount: true},
});

/** What the list on the page was asked with, in the words of the API; undefined before the first one. */
const listShown = () => instantMeilisearch.getAnalyticsMetadata(page.helper?.lastResults)?.[0];

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
  forgetChoice();
  client.searchClient.clearCache();
  page.refresh();
  showArchive();
}

/** The same query just as it was typed, or with null read as ever; back leads to the other way. */
function searchLiterally(query) {
  setLiteral(query);
  history.pushState(null, '', addressOf(page.getUiState()));
  searchAgain();
}

/** Places by other names: those that are chosen are let go, for they are names of the other kind. */
function changePlaces(on) {
  setTodaysPlaces(on);
  client.searchClient.clearCache();
  page.helper.clearRefinements('place');
  history.pushState(null, '', addressOf({[index]: {...page.getUiState()[index], page: undefined, refinementList: {...page.getUiState()[index]?.refinementList, place: undefined}}}));
  page.helper.search();
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
  else showUnderstood(at('understood'), query, (q) => page.helper.setQuery(q).search(), searchLiterally);
  if (failed) at('choice').hidden = true;
  else showChoice(at('choice'), query.trim());
  at('asked').textContent = query ? `Câu tìm: ${query}` : '';
  at('examples').hidden = Boolean(query) || filtered;
  showOwnFilter();
  at('export').hidden = failed || none;
  showCountLink(at('count-list'), failed || none ? null : listShown());
  at('facets').hidden = failed || (none && !filtered);
  if (!failed) return;
  const [what, advice] = explain(failure ?? {status: 0});
  at('failed-what').textContent = what;
  at('failed-advice').textContent = advice;
  at('failed-key').hidden = !failure?.badKey;
  at('failed-forget').hidden = !failure?.badKey;
  at('status').textContent = '';
}

/** The expression that came with the address, from a table of counts; one click lets it go. */
function showOwnFilter() {
  const filter = page.helper?.state.filters ?? '';
  at('own-filter').hidden = !filter;
  at('own-filter-text').textContent = filterInWords(filter);
  at('own-filter-text').title = filter;
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

/** The chosen issuers, and how to choose one: the tree of levels refines the same as the list of issuers. */
const issuers = () => ({
  chosen: new Set(page.helper?.state.getDisjunctiveRefinements('issuer') ?? []),
  choose: (value) => page.helper.toggleFacetRefinement('issuer', value).search(),
});

/** Groups of values in the order of their table; years and months are one group. */
function facetWidgets(container) {
  return facets.flatMap((facet) => {
    if (facet.attribute === 'year') return histogramWidgets([facet, facetOf('month')], container);
    if (facet.drawn === 'columns') return [];
    if (facet.drawn === 'tree') return [issuerTree(facet, facetOf('issuer'), container, issuerCounts, issuers)];
    return [facetWidget(facet, container, facet.attribute === 'place' ? todaysSwitch(changePlaces) : undefined)];
  });
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
  ownFilter(),
  searchBox(at('search')),
  sortBy(at('sort')),
  stats(at('status')),
  chosenValues(at('chosen-values'), showChosen),
  clearValues([at('clear'), at('none-clear')]),
  ...facetWidgets(at('facet-groups')),
  hitsWidget(at('hits'), () => page.helper?.state.query ?? ''),
  pagination(at('pages'), moveToTop),
]);
at('own-filter-drop').addEventListener('click', () => {
  const address = new URL(location.href);
  address.searchParams.delete('loc');
  address.searchParams.delete('trang'); // another list has other pages
  location.assign(address);
});
exportMenu(at('export'), listShown, at('export-status'));
page.on('render', showState);
// Going back to the other way of reading changes nothing that the library knows of.
window.addEventListener('popstate', () => client.searchClient.clearCache());
page.on('error', keepWish); // followed by a render, which tells it
fitFacets();
suggestions(at('q'), at('suggestions'), (q) => {
  at('q').value = q;
  page.helper.setQuery(q).search();
});
page.start();
showArchive();
