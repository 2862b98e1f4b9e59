// Requests of every kind a reader can make, drawn from what an archive holds: the same ones for the same seed.

/** A generator of numbers in [0, 1) that gives the same ones for the same seed (mulberry32). */
export function randomNumbers(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const bare = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
const facets = [
  'type', 'issuer', 'level', 'date', 'year', 'month', 'term', 'grade', 'symbol', 'format', 'signer', 'urgency', 'draft', 'fields', 'place', 'place.today',
  'scan', 'pages', 'issuer.lvl1', 'date.lvl1', 'status',
];

/**
 * `documents`: records as exported, those the reader may not see among them, since those are what one would ask for.
 * Returns a function that makes the next request {route, method, path, body, type}.
 */
export function requestMaker(documents, seed) {
  const random = randomNumbers(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const some = (list, most) => Array.from({length: 1 + Math.floor(random() * most)}, () => pick(list));
  const maybe = (share, value) => (random() < share ? value() : undefined);
  const textOf = (document) => pick([document.title, document.body]) ?? '';
  const wordsOf = (text) => text.match(/[\p{L}\p{M}\d]+/gu) ?? ['văn'];

  const words = (most = 5) => {
    const list = wordsOf(textOf(pick(documents)));
    const first = Math.floor(random() * list.length);
    return list.slice(first, first + 1 + Math.floor(random() * most)).join(' ');
  };
  const symbol = () => pick(documents.filter(({symbol}) => symbol)).symbol;
  const id = () => pick(documents).id;
  const misspelt = () => {
    const text = words(3);
    const at = Math.floor(random() * text.length);
    return text.slice(0, at) + pick(['', 'x', 'nh', text[at] ?? 'a']) + text.slice(at + 1);
  };
  const query = () =>
    pick([
      () => '',
      () => words(),
      () => bare(words()),
      () => bare(words(12)),
      () => `"${words(3)}"`,
      () => `${words(2)} -${words(1)}`,
      () => `${words(2)} OR ${words(2)}`,
      () => `loại:${pick(documents).type ?? 'quy định'} ${words(1)}`,
      () => `loại:${wordsOf(pick(documents).type ?? 'nghị')[0]} ${words(2)}`,
      () => `năm:${(pick(documents).date ?? '2022').slice(0, 4)} ${words(1)}`,
      symbol,
      () => bare(symbol()).replace(/[-/]/g, ' ').toLowerCase(),
      () => `${symbol()} ${words(2)}`,
      misspelt,
      () => words(2).slice(0, -1),
      () => words(40),
    ])();
  const value = (attribute) => {
    const found = pick(documents)[attribute];
    return Array.isArray(found) ? pick(found) : found;
  };
  const condition = () => {
    const attribute = pick(['type', 'issuer', 'level', 'term', 'grade', 'symbol', 'signer', 'fields']);
    return pick([
      () => `${attribute} ${pick(['=', '!='])} ${JSON.stringify(value(attribute) ?? 'không')}`,
      () => `year ${pick(['>=', '<', '='])} ${(pick(documents).date ?? '2022').slice(0, 4)}`,
      () => `${attribute} ${pick(['EXISTS', 'IS NULL', 'NOT EXISTS'])}`,
      () => `status = ${pick(['replaced', 'repealed', 'amended'])}`,
    ])();
  };
  const filter = () => maybe(0.4, () => some([condition], 2).map((make) => make()));
  const search = () => ({
    q: query(),
    filter: filter(),
    facets: maybe(0.5, () => pick([['*'], some(facets, 4)])),
    sort: maybe(0.2, () => [`${pick(['date', 'symbol', 'type', 'issuer'])}:${pick(['asc', 'desc'])}`]),
    limit: 1 + Math.floor(random() * 20),
    offset: maybe(0.2, () => Math.floor(random() * 60)),
    attributesToHighlight: maybe(0.3, () => ['title', 'body']),
    attributesToCrop: maybe(0.3, () => ['body:20']),
    showMatchesPosition: maybe(0.1, () => true),
    showRankingScore: maybe(0.4, () => true),
    showRankingScoreDetails: maybe(0.2, () => true),
    showSuggestion: maybe(0.2, () => true),
    showPassages: maybe(0.3, () => 2),
    literal: maybe(0.1, () => true),
    attributesToRetrieve: maybe(0.3, () => ['*', 'status']),
    matchingStrategy: maybe(0.2, () => pick(['all', 'last'])),
    todaysPlaces: maybe(0.1, () => true),
    facetRanges: maybe(0.1, () => ({date: [{from: '2020', to: '2022-06'}], pages: [{to: 1}]})),
    histogram: maybe(0.1, () => ({attribute: 'date', interval: pick(['month', 'year'])})),
  });
  const inQuery = (fields) =>
    Object.entries(fields)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `${name}=${encodeURIComponent(Array.isArray(value) && name !== 'filter' ? value.join(',') : typeof value === 'string' ? value : JSON.stringify(value))}`)
      .join('&');
  const get = (path, fields = {}) => ({method: 'GET', path: [path, inQuery(fields)].filter(Boolean).join('?')});
  const post = (path, body, type = 'application/json') => ({method: 'POST', path, body: type === 'application/json' ? JSON.stringify(body) : body, type});
  const ours = () => `/api/documents/${encodeURIComponent(id())}`;
  const citation = () => {
    const {type, symbol, date, issuer} = pick(documents);
    if (random() < 0.2) return `Nghị quyết ${pick(['Hội nghị Trung ương 4 khóa XII', 'Trung ương 6 khóa XIII', 'Đại hội XIII', 'Trung ương 5'])}`;
    return `${type ?? 'Văn bản'} số ${symbol ?? '01-TB/VP'}${maybe(0.5, () => `, ngày ${(date ?? '2022-01-01').split('-').reverse().join('/')}`) ?? ''}${maybe(0.5, () => ` của ${issuer}`) ?? ''}`;
  };
  const document = () => `/indexes/vanban/documents/${encodeURIComponent(id())}`;

  const makers = {
    'GET /health': () => get('/health'),
    'GET /version': () => get('/version'),
    'GET /stats': () => get('/stats'),
    'GET /indexes': () => get('/indexes'),
    'GET /indexes/{uid}': () => get('/indexes/vanban'),
    'GET /indexes/{uid}/stats': () => get('/indexes/vanban/stats'),
    'GET /indexes/{uid}/search': () => get('/indexes/vanban/search', search()),
    'POST /indexes/{uid}/search': () => post('/indexes/vanban/search', search()),
    'POST /multi-search': () => post('/multi-search', {queries: some([search], 3).map((make) => ({indexUid: 'vanban', ...make()}))}),
    'POST /indexes/{uid}/facet-search': () =>
      post('/indexes/vanban/facet-search', {facetName: pick(facets), facetQuery: pick(['', words(1), bare(words(1))]), q: maybe(0.5, query), filter: filter()}),
    'GET /indexes/{uid}/documents/{id}': () => get(document()),
    'GET /api/documents/{id}': () => get(ours(), {q: maybe(0.7, query)}),
    'GET /api/documents/{id}/file': () => get(`${ours()}/file`),
    'GET /api/documents/{id}/citations': () => get(`${ours()}/citations`, {group: maybe(0.3, () => pick(['citedBy', 'replacedBy', 'mentionedBy']))}),
    'GET /api/documents/{id}/citations/graph': () => get(`${ours()}/citations/graph`),
    'GET /api/documents/{id}/similar': () => get(`${ours()}/similar`),
    'GET /api/documents/{id}/series': () => get(`${ours()}/series`),
    'GET /api/symbols/{symbol}': () => get(`/api/symbols/${encodeURIComponent(symbol())}`, {offset: maybe(0.3, () => 1), limit: maybe(0.3, () => 2)}),
    'GET /api/suggest': () => get('/api/suggest', {q: query().slice(0, 1 + Math.floor(random() * 20)), limit: maybe(0.3, () => 20)}),
    'GET /api/statistics': () =>
      get('/api/statistics', {rows: pick(facets), columns: maybe(0.5, () => pick(facets)), q: maybe(0.3, query), format: maybe(0.2, () => 'csv')}),
    'GET /api/numbering': () => get('/api/numbering', {issuer: maybe(0.3, () => value('issuer')), type: maybe(0.5, () => value('type'))}),
    'GET /api/export': () => get('/api/export', {format: pick(['csv', 'jsonl']), q: query(), sort: maybe(0.5, () => ['type:asc', 'date:desc'])}),
    'POST /api/export': () =>
      post('/api/export', {format: 'jsonl', q: query(), filter: filter(), literal: maybe(0.2, () => true), todaysPlaces: maybe(0.2, () => true), fields: ['*']}),
    'POST /api/draft-check': () => post('/api/draft-check', {text: `Căn cứ ${some([citation], 4).map((make) => make()).join('; thực hiện ')}.`, date: maybe(0.5, () => '2026-03-01')}),
    'POST /api/batch': () => post(`/api/batch${maybe(0.2, () => '?format=csv') ?? ''}`, {queries: some([query, symbol, citation], 5).map((make) => make())}),
  };
  const often = new Set(['POST /indexes/{uid}/search', 'GET /indexes/{uid}/search', 'POST /indexes/{uid}/facet-search', 'GET /api/suggest', 'GET /indexes/{uid}/documents/{id}']);
  const names = Object.keys(makers).flatMap((name) => Array(often.has(name) ? 6 : 1).fill(name));
  const next = () => {
    const route = pick(names);
    return {route, ...makers[route]()};
  };
  next.routes = Object.keys(makers);
  return next;
}
