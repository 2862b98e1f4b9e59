// Facets on the page, in a real browser over the sample:
//  1. A year's column narrows to that year and shows its months; arrow keys walk along the columns.
//  2. A level unfolds into its bodies; one of them narrows to its papers.
//  3. Every count the page shows beside a box is what ticking it finds.
//  4. Several values cost one request with one query, and the counts beside them are as if the facet were not filtered; the
//     address brings them back.
//  5. Places can be ticked and looked for without marks; terms and formats of files are there too, as people call them.
//  6. What a bare word stands for is offered with counts, and chosen by one click.
//  7. Every count of every attribute is the total of the search it links to, for each clearance.
//  8. A range of columns is chosen by drawing along them, and by the arrows with Shift; one chip lets it go.
//  9. Places are named as today if the reader wants; the address says so, and the list that is taken away is the same, also where
//     a filter in the address names a place, and where the words are looked for just as typed.

import assert from 'node:assert/strict';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {checkAccessibility} from './axe.mjs';
import {keepPicture} from './browser.mjs';
import {openSite, serveSample, untilShown} from './pages.mjs';
import {cleaner, keys, reindex, startServer, temporaryFolder} from './server.mjs';

let server;
let visitSite;

const undo = cleaner(after);
before(async () => {
  server = await serveSample(undo);
  visitSite = await openSite(server.url, undo);
});

async function ask(body, key) {
  const headers = {'Content-Type': 'application/json', ...(key ? {Authorization: `Bearer ${key}`} : {})};
  const response = await fetch(`${server.url}/indexes/vanban/search`, {method: 'POST', headers, body: JSON.stringify(body)});
  assert.equal(response.status, 200, await response.clone().text());
  return response.json();
}
const totalOf = async (filter, key) => (await ask({filter, hitsPerPage: 0}, key)).totalHits;
const equals = (attribute, value) => `"${attribute}" = "${value.replace(/[\\"]/g, '\\$&')}"`;

const onPage = (t, path, steps, options) =>
  visitSite(t, path, async (page) => {
    await untilShown(page);
    await steps(page);
  }, options);

const untilTotal = (page, count) =>
  page.waitForFunction((wanted) => document.getElementById('status').textContent.startsWith(`Có ${wanted} văn bản`), count.toLocaleString('vi-VN'));
const facet = (page, attribute) => page.locator(`.facet[data-facet="${attribute}"]`);
const column = (page, value) => page.locator(`.column[data-value="${value}"]`);

test('1. years as columns, months below', async (t) => {
  const {facetDistribution} = await ask({facets: ['year'], hitsPerPage: 0});
  const [year, count] = Object.entries(facetDistribution.year)[0];
  await onPage(t, '', async (page) => {
    assert.match(await column(page, year).getAttribute('aria-label'), new RegExp(`^${year}: ${count} văn bản`));
    const years = Object.keys(facetDistribution.year).map(Number);
    const shown = await facet(page, 'year').locator('.column').count();
    assert.ok(shown >= Math.min(years.length, 60), 'years without papers are columns too');
    await column(page, year).click();
    await untilTotal(page, count);
    assert.equal(await column(page, year).getAttribute('aria-pressed'), 'true');
    await untilShown(page, {nam: year});
    const months = await ask({filter: `year = ${year}`, facets: ['month'], hitsPerPage: 0});
    const [month, inMonth] = Object.entries(months.facetDistribution.month)[0];
    await keepPicture(page, 'facets-year');
    await column(page, month).click();
    await untilTotal(page, inMonth);
    await untilShown(page, {nam: year, thang: month});
    assert.ok(await column(page, year).isVisible());
    await column(page, month).focus();
    await page.keyboard.press('End');
    assert.match(await page.evaluate(() => document.activeElement.dataset.value), /^\d{4}-\d\d$/);
    await page.getByRole('button', {name: /^Bỏ lọc Tháng ban hành/}).click();
    await untilTotal(page, count);
  });
});

test('2. levels unfold into bodies', async (t) => {
  await onPage(t, '', async (page) => {
    const level = facet(page, 'level');
    await level.getByRole('button', {name: 'Các cơ quan cấp Tỉnh'}).click();
    const body = level.getByRole('checkbox', {name: /^Văn phòng Tỉnh ủy Đông Giang/});
    const total = await totalOf(equals('issuer', 'Văn phòng Tỉnh ủy Đông Giang'));
    // Also where some of its papers tell no level.
    const row = level.locator('li li', {hasText: 'Văn phòng Tỉnh ủy Đông Giang'});
    assert.equal(Number(await row.locator('.count').textContent()), total);
    await body.check();
    await untilTotal(page, total);
    await keepPicture(page, 'facets-tree');
    assert.equal(await facet(page, 'issuer').getByRole('checkbox', {name: /^Văn phòng Tỉnh ủy Đông Giang/}).isChecked(), true);
  });
});

test('3., 4. counts beside the boxes, in one request', async (t) => {
  await onPage(t, '', async (page) => {
    const asked = [];
    page.on('request', (request) => request.url().endsWith('/multi-search') && asked.push(JSON.parse(request.postData())));
    const rows = facet(page, 'type').locator('li');
    const count = async (row) => Number((await row.locator('.count').textContent()).replaceAll('.', ''));
    const [first, second] = [await count(rows.nth(0)), await count(rows.nth(1))];
    const name = await rows.nth(1).locator('.name').textContent();
    const values = await Promise.all([0, 1].map((at) => rows.nth(at).getByRole('checkbox').inputValue()));
    await rows.nth(0).getByRole('checkbox').check();
    await untilTotal(page, first);
    const other = facet(page, 'type').locator('li', {hasText: name}).first();
    assert.equal(await count(other), second, 'as if the types were not filtered');
    await other.getByRole('checkbox').check();
    await untilTotal(page, first + second);
    assert.deepEqual(asked.map(({queries}) => queries.length), [1, 1]);
    assert.deepEqual(asked.at(-1).queries[0].disjunctiveFacets, ['type']);
    await untilShown(page, {loai: values});
    await page.reload(); // the address says both
    await untilTotal(page, first + second);
    assert.equal(await page.locator('.chip').count(), 2);
  });
});

test('5. places', async (t) => {
  const count = await totalOf(equals('place', 'Đông Giang'));
  assert.ok(count > 1);
  await onPage(t, '', async (page) => {
    await facet(page, 'place').getByRole('searchbox').fill('dong gi');
    await page.waitForFunction(() => {
      const names = [...document.querySelectorAll('.facet[data-facet=place] .name')].map((name) => name.textContent);
      return names.length > 0 && names.every((name) => name.includes('Đông Gi'));
    });
    await facet(page, 'place').getByRole('checkbox', {name: /^Đông Giang/}).check();
    await untilTotal(page, count);
  });
});

test('5. terms and formats of files', async (t) => {
  const [term, inTerm] = [await totalOf(equals('term', 'XIII')), await totalOf('term = XIII AND format = docx')];
  assert.ok(term > inTerm && inTerm > 0);
  await onPage(t, '', async (page) => {
    await facet(page, 'term').getByRole('button', {name: 'Xem thêm'}).click();
    await facet(page, 'term').getByRole('checkbox', {name: /^Khóa XIII/}).check();
    await untilTotal(page, term);
    await facet(page, 'format').getByRole('checkbox', {name: /^DOCX/}).check();
    await untilTotal(page, inTerm);
    await untilShown(page, {khoa: 'XIII', dinhdang: 'docx'});
    await checkAccessibility(page);
  });
});

test('6. what a bare word stands for', async (t) => {
  const {understood} = await ask({q: 'dang', hitsPerPage: 0});
  const {as, counts} = understood.find(({how}) => how === 'bare');
  assert.equal(as.length, counts.length);
  const best = as[counts.indexOf(Math.max(...counts))];
  assert.equal((await ask({q: best, hitsPerPage: 0})).totalHits, Math.max(...counts));
  await onPage(t, '?q=dang', async (page) => {
    await keepPicture(page, 'facets-bare');
    await page.locator('.bare-words').getByRole('button').first().click();
    await untilShown(page, {q: best});
    await untilTotal(page, Math.max(...counts));
  });
});

test('7. every count is the total it links to', async () => {
  for (const key of [undefined, keys.mat]) {
    const {facetDistribution, totalHits} = await ask({facets: ['*'], hitsPerPage: 0, q: ''}, key);
    assert.ok(totalHits > 0);
    for (const attribute of ['type', 'date', 'year', 'month', 'place', 'place.today', 'scan', 'pages', 'issuer.lvl0', 'issuer.lvl1', 'date.lvl1'])
      for (const [value, count] of Object.entries(facetDistribution[attribute]))
        assert.equal(await totalOf(equals(attribute, value), key), count, `${attribute} = ${value}`);
  }
});

test('8. a range of columns', async (t) => {
  const {facetDistribution} = await ask({facets: ['year'], hitsPerPage: 0});
  const years = Object.keys(facetDistribution.year).map(Number).sort((a, b) => a - b).slice(-4);
  const [first, last] = [years[0], years[3]];
  const expected = await totalOf(`year ${first} TO ${last}`);
  const all = Array.from({length: last - first + 1}, (_, i) => first + i);
  const untilChosen = async (page) => {
    await untilTotal(page, expected);
    await untilShown(page, {nam: all.map(String)});
  };
  const untilInRange = (page, count) => page.waitForFunction((wanted) => document.querySelectorAll('.column.in-range').length === wanted, count);
  await onPage(t, '', async (page) => {
    const total = (await ask({hitsPerPage: 0})).totalHits;
    await column(page, last).scrollIntoViewIfNeeded();
    const middle = async (year) => {
      const {x, y, width, height} = await column(page, year).boundingBox();
      return [x + width / 2, y + height / 2];
    };
    await page.mouse.move(...(await middle(last)));
    await page.mouse.down();
    await page.mouse.move(...(await middle(years[1])), {steps: 4});
    await page.mouse.move(...(await middle(first)), {steps: 4});
    await untilInRange(page, all.length);
    await keepPicture(page, 'facets-range');
    await page.mouse.up();
    await untilChosen(page);
    await page.getByRole('button', {name: `Bỏ lọc Năm ban hành: ${first} – ${last}`}).click();
    await untilTotal(page, total);
    // From the keyboard, backwards; Escape lets go.
    await column(page, last).focus();
    for (let i = 0; i < 3; ++i) await page.keyboard.press('Shift+ArrowLeft');
    assert.match(await facet(page, 'year').locator('.columns-range').first().textContent(), new RegExp(`^${first} – ${last}$`));
    await page.keyboard.press('Escape');
    await untilInRange(page, 0);
    await column(page, last).focus();
    for (let i = 0; i < 3; ++i) await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('Enter');
    await untilChosen(page);
    await checkAccessibility(page);
    await page.goBack();
    await untilTotal(page, total);
    // A column is a switch as ever.
    await column(page, last).click();
    await untilTotal(page, facetDistribution.year[last]);
  });
});

test('9. places of today', async (t) => {
  const {facetDistribution: {'place.today': today, place}} = await ask({facets: ['place', 'place.today'], hitsPerPage: 0});
  const [name, count] = Object.entries(today)[0];
  await onPage(t, '', async (page) => {
    const names = () => facet(page, 'place').locator('.name').allTextContents();
    const switched = page.getByLabel('Tên tỉnh ngày nay');
    assert.equal(await switched.isChecked(), false);
    assert.ok((await names()).every((one) => one in place));
    await switched.check();
    await untilShown(page, {tinhnay: '1'});
    await facet(page, 'place').getByRole('checkbox', {name: new RegExp(`^${name}`)}).check();
    await untilTotal(page, count);
    assert.ok((await names()).every((one) => one in today), String(await names()));
    await keepPicture(page, 'facets-today');
    await checkAccessibility(page);
    await untilShown(page, {tinhnay: '1', diaban: name});
    const address = page.url();
    await page.getByText('Tải danh sách').click();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', {name: 'JSON Lines'}).click()]);
    assert.equal(readFileSync(await file.path(), 'utf8').trim().split('\n').length, count);
    await page.goto('about:blank');
    await page.goto(address);
    await untilTotal(page, count);
    assert.equal(await switched.isChecked(), true);
    await switched.uncheck();
    await untilTotal(page, (await ask({hitsPerPage: 0})).totalHits);
    await page.goBack();
    await untilTotal(page, count);
    assert.equal(await switched.isChecked(), true);
    await page.setViewportSize({width: 400, height: 800});
    await page.getByText('Bộ lọc', {exact: false}).first().click();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth), false);
    await keepPicture(page, 'facets-narrow');
  });
});

test('9. the list that is taken away is the one on the page', async (t) => {
  const folder = temporaryFolder(undo);
  const paper = (id, place, title) => JSON.stringify({id, place, title, type: 'Thông báo', issuer: `Tỉnh ủy ${place}`, date: '2020-01-02', body: `${title}.`});
  writeFileSync(join(folder, 'a.jsonl'), [paper('hg', 'Hà Giang', 'Về đê'), paper('tq', 'Tuyên Quang', 'Về đê'), paper('lc', 'Lào Cai', 'Về de')].join('\n'));
  const home = temporaryFolder(undo);
  await reindex(folder, home);
  const {url} = await startServer(home, undo);
  const visit = await openSite(url, undo);
  const today = {tinhnay: '1', loc: 'place = "Tuyên Quang"'};
  for (const [address, expected] of [[today, ['hg', 'tq']], [{loc: today.loc}, ['tq']], [{q: 'de'}, ['hg', 'lc', 'tq']], [{q: 'de', dung: '1'}, ['lc']]])
    await visit(t, `?${new URLSearchParams(address)}`, async (page) => {
      await untilTotal(page, expected.length);
      await page.getByText('Tải danh sách').click();
      const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', {name: 'JSON Lines'}).click()]);
      const ids = readFileSync(await file.path(), 'utf8').trim().split('\n').map((line) => JSON.parse(line).id).sort();
      assert.deepEqual(ids, expected, JSON.stringify(address));
    });
});
