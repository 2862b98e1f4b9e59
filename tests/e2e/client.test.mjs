// The API through the real Meilisearch client:
//  1. The server tells that it is well, which version it is and how much it holds.
//  2. A symbol puts its documents first, however it is spelled.
//  3. A bare query finds the marked words.
//  4. A filter narrows, as a string and as nested arrays alike.
//  5. Totals and facet counts are exact.
//  6. Sorting by date puts the newest, or the oldest, first.
//  7. Pages part the hits without loss or repetition; offset and limit reach the same hits.
//  8. Matches are marked and texts cropped around them.
//  9. Several searches go in one request, in order.
// 10. The values of a facet can be searched, with and without marks.
// 11. A document is found by its id.
// 12. Mistakes are answered with the codes of the dialect.
// 13. A key opens the grades of its clearance and no more.
// 14. Unknown and forbidden are the same answer.

import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {Meilisearch} from 'meilisearch';
import {countBy, isDocument, readSample, sampleFolder, upTo} from './sample.mjs';
import {cleaner, keys, reindex, startServer, temporaryFolder} from './server.mjs';

const sample = readSample();
const open = upTo(sample, 'open');
const server = {};
let anyone; // the index as a reader without a key sees it

const clientOf = (apiKey) => new Meilisearch({host: server.url, apiKey});
const indexFor = (clearance) => clientOf(keys[clearance]).index('vanban');
const sum = (counts) => Object.values(counts).reduce((total, count) => total + count, 0);

const undo = cleaner(after);
before(async () => {
  const home = temporaryFolder(undo);
  await reindex(sampleFolder, home);
  Object.assign(server, await startServer(home, undo));
  anyone = clientOf().index('vanban');
});

/** The failure's {status, code, type}; a request that succeeds is a failed test. */
async function failureOf(promise) {
  const error = await promise.then(
    () => assert.fail('the request should have failed'),
    (reason) => reason,
  );
  assert.ok(error.cause?.code, `no code: ${error}`);
  return {status: error.response.status, code: error.cause.code, type: error.cause.type};
}

describe('the server', () => {
  test('1. is well, has a version, counts what it holds', async () => {
    const client = clientOf();
    assert.deepEqual(await client.health(), {status: 'available'});
    assert.match((await client.getVersion()).pkgVersion, /^\d+\.\d+\.\d+/);
    const stats = await client.getStats();
    assert.equal(stats.indexes.vanban.numberOfDocuments, open.length);
    assert.equal(stats.indexes.vanban.isIndexing, false);
    assert.ok(Date.parse(stats.lastUpdate) > 0);
  });
});

describe('searching', () => {
  const spellings = ['05-NQ/TU', '5-nq/tu', '05 nq tu', '05–NQ/TU', 'Số: 05 - NQ/TU'];
  const symbol = '05-NQ/TU';
  for (const spelling of spellings)
    test(`2. "${spelling}" puts ${symbol} first`, async () => {
      const expected = open.filter(({fields}) => fields.symbol === symbol).length;
      assert.ok(expected > 1);
      const {hits} = await anyone.search(spelling, {limit: expected});
      assert.deepEqual(hits.map((hit) => hit.symbol), Array(expected).fill(symbol));
    });

  test('3. a bare query finds the marked words', async () => {
    const document = open.find(({path}) => path.endsWith('dong-giang/05-nq-tu-2022.docx'));
    for (const query of ['nghi quyet nguon nhan luc', 'nghị quyết nguồn nhân lực', 'nghi quyet 05 tinh uy']) {
      const {hits} = await anyone.search(query, {limit: 5});
      assert.ok(hits.some((hit) => isDocument(hit, document)), query);
    }
  });

  test('4. a filter narrows, as a string and as nested arrays', async () => {
    const type = 'Nghị quyết';
    const issuers = ['Tỉnh ủy Đông Giang', 'Tỉnh ủy Nam Lĩnh'];
    const expected = open.filter(({fields}) => fields.type === type && issuers.includes(fields.issuer)).length;
    assert.ok(expected > 0);
    const filters = [
      `type = "${type}" AND (issuer = "${issuers[0]}" OR issuer = "${issuers[1]}")`,
      `type = '${type}' AND issuer IN ["${issuers[0]}", "${issuers[1]}"]`,
      [`type = "${type}"`, issuers.map((issuer) => `issuer = "${issuer}"`)],
      [`"type"="${type}"`, issuers.map((issuer) => `"issuer"="${issuer}"`)],
    ];
    for (const filter of filters) {
      const {hits, totalHits} = await anyone.search('', {filter, page: 1, hitsPerPage: 100});
      assert.equal(totalHits, expected, JSON.stringify(filter));
      for (const hit of hits) {
        assert.equal(hit.type, type);
        assert.ok(issuers.includes(hit.issuer));
      }
    }
  });

  test('4. years are compared as numbers', async () => {
    const expected = open.filter(({fields}) => fields.date >= '2020' && fields.date < '2025').length;
    const {totalHits} = await anyone.search('', {filter: 'year >= 2020 AND year < 2025', hitsPerPage: 1});
    assert.equal(totalHits, expected);
  });

  test('5. totals and facet counts are exact', async () => {
    const facets = ['type', 'issuer', 'level', 'year'];
    const {totalHits, facetDistribution} = await anyone.search('', {facets, hitsPerPage: 1});
    assert.equal(totalHits, open.length);
    assert.deepEqual(facetDistribution.type, countBy(open, 'type'));
    assert.deepEqual(facetDistribution.issuer, countBy(open, 'issuer'));
    assert.equal(sum(facetDistribution.year), open.filter(({fields}) => fields.date).length);
    const found = await anyone.search('nghị quyết', {facets, hitsPerPage: 1});
    for (const [type, count] of Object.entries(found.facetDistribution.type)) {
      const narrowed = await anyone.search('nghị quyết', {filter: `type = "${type}"`, hitsPerPage: 1});
      assert.equal(narrowed.totalHits, count, type);
    }
  });

  test('6. sorting by date', async () => {
    for (const [order, sign] of [['desc', -1], ['asc', 1]]) {
      const {hits} = await anyone.search('', {sort: [`date:${order}`], filter: 'date EXISTS', limit: 1000});
      const dates = hits.map((hit) => hit.date);
      assert.ok(dates.length > 10);
      assert.deepEqual(dates, [...dates].sort((a, b) => sign * (a < b ? -1 : a > b ? 1 : 0)), order);
    }
  });

  test('7. pages part the hits without loss or repetition', async () => {
    const all = await anyone.search('tỉnh', {limit: 1000});
    const ids = [];
    let pages = 1;
    for (let page = 1; page <= pages; ++page) {
      const answer = await anyone.search('tỉnh', {page, hitsPerPage: 7});
      assert.equal(answer.page, page);
      assert.equal(answer.totalHits, all.hits.length);
      pages = answer.totalPages;
      ids.push(...answer.hits.map((hit) => hit.id));
    }
    assert.ok(pages > 2);
    assert.equal(pages, Math.ceil(all.hits.length / 7));
    assert.deepEqual(ids, all.hits.map((hit) => hit.id));
    assert.equal(new Set(ids).size, ids.length);
    const middle = await anyone.search('tỉnh', {offset: 7, limit: 7});
    assert.deepEqual(middle.hits.map((hit) => hit.id), ids.slice(7, 14));
    const beyond = await anyone.search('tỉnh', {page: pages + 5, hitsPerPage: 7});
    assert.deepEqual(beyond.hits, []);
    assert.equal(beyond.totalHits, all.hits.length);
  });

  test('8. matches are marked, texts cropped around them', async () => {
    const {hits} = await anyone.search('nguon nhan luc', {
      attributesToRetrieve: ['id', 'title'], attributesToHighlight: ['title', 'body'], attributesToCrop: ['body'],
      cropLength: 12, highlightPreTag: '⟦', highlightPostTag: '⟧', limit: 3,
    });
    assert.ok(hits.length > 0);
    for (const hit of hits) {
      assert.equal(hit.body, undefined);
      const {title, body} = hit._formatted;
      assert.equal(title.replace(/[⟦⟧]/g, ''), hit.title);
      assert.match(body, /⟦[^⟧]*⟧/);
      assert.ok(body.trim().split(/\s+/).length <= 20, body);
      assert.ok(body.includes('…'));
    }
    const marked = hits.flatMap((hit) => hit._formatted.title.match(/⟦[^⟧]*⟧/g) ?? []).join(' ');
    assert.match(marked.normalize('NFC'), /nguồn/i);
  });

  test('9. several searches in one request', async () => {
    const {results} = await clientOf().multiSearch({
      queries: [
        {indexUid: 'vanban', q: '05-NQ/TU', limit: 1},
        {indexUid: 'vanban', q: '', hitsPerPage: 0, facets: ['type']},
        {indexUid: 'vanban', q: 'khongcotunaynhuthe'},
      ],
    });
    assert.equal(results.length, 3);
    assert.equal(results[0].hits[0].symbol, '05-NQ/TU');
    assert.equal(results[1].totalHits, open.length);
    assert.deepEqual(results[1].hits, []);
    assert.deepEqual(results[1].facetDistribution.type, countBy(open, 'type'));
    assert.deepEqual(results[2].hits, []);
    assert.ok(results.every(({indexUid}) => indexUid === 'vanban'));
  });

  for (const facetQuery of ['Đông Giang', 'dong giang', 'ĐÔNG GIANG'])
    test(`10. issuers with "${facetQuery}"`, async () => {
      const expected = Object.fromEntries(Object.entries(countBy(open, 'issuer')).filter(([name]) => name.includes('Đông Giang')));
      const {facetHits} = await anyone.searchForFacetValues({facetName: 'issuer', facetQuery});
      assert.deepEqual(Object.fromEntries(facetHits.map(({value, count}) => [value, count])), expected);
    });

  test('11. a document by its id', async () => {
    const {hits} = await anyone.search('05-NQ/TU', {limit: 1, attributesToRetrieve: ['id', 'title']});
    const document = await anyone.getDocument(hits[0].id);
    assert.equal(document.id, hits[0].id);
    assert.equal(document.title, hits[0].title);
    assert.ok(document.body.length > 500);
    assert.deepEqual(await anyone.getDocument(hits[0].id, {fields: ['id', 'symbol']}), {id: hits[0].id, symbol: '05-NQ/TU'});
  });
});

describe('mistakes', () => {
  const cases = [
    ['a filter that is none', () => anyone.search('', {filter: 'type ='}), 400, 'invalid_search_filter'],
    ['a filter on an unknown field', () => anyone.search('', {filter: 'mau = "xanh"'}), 400, 'invalid_search_filter'],
    ['a sort by an unknown field', () => anyone.search('', {sort: ['mau:asc']}), 400, 'invalid_search_sort'],
    ['an unknown facet', () => anyone.search('', {facets: ['mau']}), 400, 'invalid_search_facets'],
    ['a limit that is no number', () => anyone.search('', {limit: 'nhiều'}), 400, 'invalid_search_limit'],
    ['an unknown field', () => anyone.search('', {mau: 'xanh'}), 400, 'bad_request'],
    ['an unknown index', () => clientOf().index('sach').search(''), 404, 'index_not_found'],
    ['an unknown document', () => anyone.getDocument('khong-co'), 404, 'document_not_found'],
    ['a facet search without a facet', () => anyone.searchForFacetValues({facetQuery: 'a'}), 400, 'missing_facet_search_facet_name'],
  ];
  for (const [name, send, status, code] of cases)
    test(`12. ${name} is ${code}`, async () => assert.deepEqual(await failureOf(send()), {status, code, type: 'invalid_request'}));
});

describe('keys', () => {
  for (const clearance of ['open', 'internal', 'mat', 'tuyet-mat'])
    test(`13. clearance ${clearance} sees what it may, in hits, totals, counts and statistics`, async () => {
      const allowed = upTo(sample, clearance);
      const index = indexFor(clearance);
      const {hits, totalHits, facetDistribution} = await index.search('', {facets: ['grade', 'type'], page: 1, hitsPerPage: 1000});
      assert.equal(totalHits, allowed.length);
      assert.equal(hits.length, allowed.length);
      assert.deepEqual(facetDistribution.grade, countBy(allowed, 'grade'));
      assert.deepEqual(facetDistribution.type, countBy(allowed, 'type'));
      const stats = await clientOf(keys[clearance]).getStats();
      assert.equal(stats.indexes.vanban.numberOfDocuments, allowed.length);
    });

  test('13. words of guarded documents find them with the key and not without', async () => {
    const guarded = sample.filter(({fields}) => fields.grade !== 'open');
    assert.ok(guarded.length > 5);
    for (const document of guarded) {
      const queries = document.find.map((q) => ({indexUid: 'vanban', q, limit: 1000, attributesToRetrieve: ['id', 'path']}));
      const cleared = await clientOf(keys['tuyet-mat']).multiSearch({queries});
      const uncleared = await clientOf().multiSearch({queries});
      const finds = ({results}) => document.find.filter((_, at) => results[at].hits.some((hit) => isDocument(hit, document)));
      assert.notDeepEqual(finds(cleared), [], document.path); // corpus.test.mjs asks that each of them does
      assert.deepEqual(finds(uncleared), [], document.path);
    }
  });

  test('13. an unknown key is refused', async () => {
    const client = clientOf('khong-phai-khoa');
    const refused = {status: 403, code: 'invalid_api_key', type: 'auth'};
    assert.deepEqual(await failureOf(client.index('vanban').search('')), refused);
    assert.deepEqual(await failureOf(client.multiSearch({queries: [{indexUid: 'vanban', q: ''}]})), refused);
    assert.deepEqual(await failureOf(client.getStats()), refused);
  });

  test('14. a forbidden document is answered like an unknown one', async () => {
    const {hits} = await indexFor('tuyet-mat').search('', {filter: 'grade = "tuyet-mat"', limit: 1});
    const secret = hits[0].id;
    assert.equal((await indexFor('tuyet-mat').getDocument(secret)).id, secret);
    const answers = [];
    for (const id of [secret, 'khong-co-van-ban-nay']) {
      for (const headers of [{}, {Authorization: `Bearer ${keys.mat}`}]) {
        const response = await fetch(`${server.url}/indexes/vanban/documents/${encodeURIComponent(id)}`, {headers});
        answers.push({status: response.status, body: (await response.text()).replaceAll(id, 'ID')});
      }
    }
    assert.equal(answers[0].status, 404);
    for (const answer of answers) assert.deepEqual(answer, answers[0]);
  });
});
