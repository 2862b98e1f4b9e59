// The state of the search in the address bar, in words a Vietnamese reader understands and can send to a colleague:
//   ?q=nguồn nhân lực&loai=Nghị quyết&loai=Kết luận&nam=2022&trang=2&sapxep=moi
//   ?q=quyeets&dung=1: just these letters
//   ?diaban=Tuyên Quang&tinhnay=1: places by the provinces of today

import {longestQuery} from './document_url.js';
import {facets} from './facets.js';
import {setTodaysPlaces, usesTodaysPlaces} from './todays_places.js';
import {isLiteral, setLiteral} from './understood.js';

export const index = 'vanban';
export const sortings = [
  {value: index, label: 'Liên quan nhất', route: undefined},
  {value: `${index}:date:desc`, label: 'Mới nhất', route: 'moi'},
  {value: `${index}:date:asc`, label: 'Cũ nhất', route: 'cu'},
];

const stateMapping = {
  stateToRoute(state) {
    const {query, page, sortBy, refinementList = {}, configure} = state[index] ?? {};
    const route = {q: query, sapxep: sortings.find((sorting) => sorting.value === sortBy)?.route};
    for (const facet of facets) route[facet.route] = refinementList[facet.attribute];
    return {...route, loc: configure?.filters, trang: page};
  },
  routeToState(route) {
    const refinementList = {};
    for (const facet of facets)
      if (route[facet.route]?.length) refinementList[facet.attribute] = route[facet.route];
    const sortBy = sortings.find((sorting) => sorting.route && sorting.route === route.sapxep)?.value;
    return {[index]: {query: route.q, page: route.trang, sortBy, refinementList, configure: {filters: route.loc}}};
  },
};

function createURL({routeState, location}) {
  const url = new URL(location.pathname, location.origin);
  for (const name of ['q', ...facets.map((facet) => facet.route), 'loc', 'sapxep', 'trang'])
    for (const value of [routeState[name] ?? []].flat())
      if (value !== '' && !(name === 'q' && value.length > longestQuery)) url.searchParams.append(name, value);
  if (isLiteral(routeState.q)) url.searchParams.set('dung', '1');
  if (usesTodaysPlaces()) url.searchParams.set('tinhnay', '1');
  return url.href;
}

function parseURL({location}) {
  const parameters = new URLSearchParams(location.search);
  setLiteral(parameters.get('dung') === '1' ? parameters.get('q') : null);
  setTodaysPlaces(parameters.get('tinhnay') === '1');
  const page = Number.parseInt(parameters.get('trang') ?? '', 10);
  const route = {
    q: parameters.get('q') ?? undefined,
    loc: parameters.get('loc') ?? undefined, // an expression of the filter language, as the counts of a table link
    sapxep: parameters.get('sapxep') ?? undefined,
    trang: page > 1 ? page : undefined,
  };
  for (const facet of facets) route[facet.route] = parameters.getAll(facet.route);
  return route;
}

/** The address of a state of the library. */
export const addressOf = (uiState) => createURL({routeState: stateMapping.stateToRoute(uiState), location});

/** One entry in the history for a word being typed, not one for each letter; none while `frozen` says so. */
function pushUnlessTyping(frozen) {
  let lastTyped = -Infinity;
  const withoutQuery = (href) => {
    const url = new URL(href);
    url.searchParams.delete('q');
    url.searchParams.delete('dung');
    return url.href;
  };
  return (url) => {
    if (frozen()) return;
    const typing = withoutQuery(url) === withoutQuery(location.href);
    const now = performance.now();
    if (typing && now - lastTyped < 2000) history.replaceState(null, '', url);
    else history.pushState(null, '', url);
    lastTyped = typing ? now : -Infinity;
  };
}

export const routing = (frozen) => ({
  stateMapping,
  router: instantsearch.routers.history({
    createURL,
    parseURL,
    push: pushUnlessTyping(frozen),
    // Short, so that a hit opened at once after typing finds its way back here.
    writeDelay: 50,
    windowTitle: ({q}) => (q ? `${q} – Vankien` : 'Vankien – tra cứu văn kiện'),
    cleanUrlOnDispose: false,
  }),
});
