// Citations from outside, over the sample and a secret act beside it:
//  1. The document page tells the status with the act and its sentence, and its citations with links.
//  2. A hit that is no longer in force leads to what is instead; the status can be chosen.
//  3. A symbol that several documents bear shows them, with issuer and date.
//  4. The graph can be walked with the keyboard, is told in words too, and axe finds no fault.
//  5. A secret act changes no byte for a reader below it, on any route that knows of citations or status.

import assert from 'node:assert/strict';
import {cpSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {checkAccessibility} from './axe.mjs';
import {keepPicture} from './browser.mjs';
import {openSite, untilShown} from './pages.mjs';
import {sampleFolder} from './sample.mjs';
import {cleaner, keys, reindex, startServer, temporaryFolder} from './server.mjs';

const undo = cleaner(after);
let server;
let plain;
let onPage;

const secretAct = {
  id: 'secret-act', title: 'Về việc thay thế', symbol: '99-QĐ/TW', type: 'Quyết định', date: '2026-06-01', grade: 'mat',
  body: 'Quyết định này thay thế Nghị quyết số 03-NQ/TU.',
  relations: [{kind: 'thay thế', symbol: '03-NQ/TU', type: 'Nghị quyết', text: 'Nghị quyết số 03-NQ/TU'}],
};

before(async () => {
  const tinh = join(sampleFolder, 'tinh');
  // Of one name, which is part of the ids. Without scans, which take seconds each.
  const sources = [0, 1].map(() => join(temporaryFolder(undo), 'kho'));
  for (const source of sources) cpSync(tinh, source, {recursive: true, filter: (path) => !path.includes('.pdf')});
  writeFileSync(join(sources[0], 'act.jsonl'), `${JSON.stringify(secretAct)}\n`);
  const homes = sources.map(() => temporaryFolder(undo));
  await Promise.all(sources.map((source, i) => reindex(source, homes[i])));
  plain = await startServer(homes[1], undo);
  server = await startServer(homes[0], undo);
  onPage = await openSite(server.url, undo);
});

const get = async (path, {to = server, key} = {}) => {
  const response = await fetch(`${to.url}/${path}`, key ? {headers: {Authorization: `Bearer ${key}`}} : {});
  return {status: response.status, text: await response.text()};
};
const json = async (path, options) => JSON.parse((await get(path, options)).text);
const find = async (filter) => {
  const url = `indexes/vanban/search?${new URLSearchParams({...(filter && {filter}), attributesToRetrieve: 'id,status,symbol', limit: '1000'})}`;
  return (await json(url)).hits;
};
const replaced = async () => (await find('symbol = "05-NQ/TU" AND year = 2022'))[0];

test('1. status, act, sentence, links', async (t) => {
  const {id} = await replaced();
  await onPage(t, `van-ban.html?${new URLSearchParams({id})}`, async (page) => {
    await page.locator('#standing .standing', {hasText: 'Bị thay thế bởi'}).waitFor();
    assert.match(await page.locator('#standing .evidence').innerText(), /thay thế/);
    await page.locator('tr[data-group=replacedBy]').getByRole('link', {name: /03-NQ\/TU/}).waitFor();
    await keepPicture(page, 'citations-document');
    await page.locator('#standing a').first().click();
    await page.waitForFunction(() => document.querySelector('#kind')?.textContent.includes('03-NQ/TU'));
    assert.equal(await page.locator('#standing .standing').count(), 0, 'in force, as far as this reader sees');
    assert.ok((await page.locator('.absent', {hasText: 'không có trong kho'}).count()) > 0);
  });
});

test('2. hits lead to what is in force', async (t) => {
  await onPage(t, '?q=05-NQ%2FTU', async (page) => {
    const standing = page.locator('.hit', {has: page.locator('.hit-standing')}).first();
    await standing.getByRole('link', {name: /03-NQ\/TU/}).waitFor();
    await keepPicture(page, 'citations-hits');
    const box = page.locator('fieldset[data-facet=status]').getByRole('checkbox', {name: /Bị thay thế/});
    await box.check();
    await untilShown(page, {hieuluc: 'replaced'});
  });
});

test('3. a symbol of several documents', async (t) => {
  await onPage(t, '?q=05-NQ%2FTU', async (page) => {
    await page.locator('#choice', {hasText: 'Số 05-NQ/TU có ở'}).waitFor();
    const {total, documents} = await json('api/symbols/05-NQ%2FTU');
    assert.ok(total >= 2);
    assert.equal(await page.locator('#choice li a').count(), documents.length);
    for (const {issuer} of documents) await page.locator('#choice li', {hasText: issuer}).first().waitFor();
  });
});

test('4. the graph', async (t) => {
  const {id} = await replaced();
  await onPage(t, `van-ban.html?${new URLSearchParams({id})}`, async (page) => {
    await page.locator('#graph > summary').focus();
    await page.keyboard.press('Enter');
    await page.locator('#graph svg a').first().waitFor();
    const {nodes, edges, total} = await json(`api/documents/${encodeURIComponent(id)}/citations/graph`);
    assert.equal(nodes.length, total);
    assert.equal(await page.locator('#graph svg a').count(), total - 1);
    assert.equal(await page.locator('.graph-words li').count(), edges.length);
    await keepPicture(page, 'citations-graph');
    await checkAccessibility(page);
    await page.locator('#graph > summary').focus();
    await page.keyboard.press('Tab'); // the frame, which can be scrolled
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.tagName), 'a');
    await page.keyboard.press('Enter');
    await page.waitForFunction((before) => new URL(location.href).searchParams.get('id') !== before, id);
  }, {colorScheme: 'dark'});
});

test('5. a secret act changes nothing below it', async () => {
  const ids = (await find('')).map(({id}) => id);
  assert.ok(ids.length > 20);
  const queries = ['', '03-NQ/TU', '05-NQ/TU', '99-QĐ/TW', 'nghị quyết', 'thay the', 'đê'];
  const paths = [
    ...ids.flatMap((id) => ['', '?group=mentionedBy', '?limit=1&offset=1', '/graph'].map((tail) =>
      `api/documents/${encodeURIComponent(id)}/citations${tail}`)),
    'api/documents/secret-act/citations', 'api/documents/secret-act/citations/graph',
    ...['03-NQ%2FTU', '05-NQ%2FTU', '99-Q%C4%90%2FTW', 'x'].map((symbol) => `api/symbols/${symbol}`),
    ...queries.flatMap((q) => ['', 'status = in_force', 'status != replaced'].map((filter) =>
      `indexes/vanban/search?${new URLSearchParams({q, ...(filter && {filter}), facets: 'status,type', attributesToRetrieve: 'id,status', showRankingScore: 'true'})}`)),
  ];
  const untimed = ({status, text}) => `${status} ${text.replace(/"processingTimeMs":\d+/, '')}`;
  for (const path of paths) assert.equal(untimed(await get(path)), untimed(await get(path, {to: plain})), path);
  const [{id}] = await find('symbol = "03-NQ/TU"');
  const of = (options) => json(`api/documents/${encodeURIComponent(id)}/citations`, options);
  assert.equal((await of()).status.value, 'in_force');
  assert.equal((await of({key: keys.mat})).status.by.id, 'secret-act', 'who may see it is told');
});
