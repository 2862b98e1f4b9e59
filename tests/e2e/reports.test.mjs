// Tables, audits, lists and walks over the sample archive, asked from outside and in a real browser:
//  1. Each count of a table is the total of the search its filter leads to, for a reader with a key and one without.
//  2. csv and xlsx hold the same table; a spreadsheet's own reader opens it and finds no formula.
//  3. An export holds every document that is found, in the order of the search, whatever the format.
//  4. A walk with a cursor shows the same, step by step.
//  5. The audit names gaps and double numbers; for a reader without a key a guarded number is missing like any other.
//  6. The page of statistics: a table chosen, sent as an address, each count a link to just so many documents; files; the audit;
//     years are chosen in boxes, and on paper stands what was chosen; an address with a criterion that is none is told so.
//  7. The search page hands out what it found as a file, as a table of counts, and on paper.
//  8. axe finds no fault; nothing leaves the origin.

import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {checkAccessibility} from './axe.mjs';
import {keepPicture} from './browser.mjs';
import {openSite} from './pages.mjs';
import {readSample, sampleFolder, upTo} from './sample.mjs';
import {cleaner, keys, reindex, startServer, temporaryFolder} from './server.mjs';

const open = upTo(readSample(), 'open');
let server;
let visitSite;
let folder;

const undo = cleaner(after);
before(async () => {
  folder = temporaryFolder(undo);
  await reindex(sampleFolder, join(folder, 'home'));
  server = await startServer(join(folder, 'home'), undo);
  visitSite = await openSite(server.url, undo);
});

const ask = (path, parameters, key) =>
  fetch(`${server.url}/${path}?${new URLSearchParams(parameters)}`, {headers: key ? {Authorization: `Bearer ${key}`} : {}});
const told = async (path, parameters, key) => {
  const response = await ask(path, parameters, key);
  assert.equal(response.status, 200, await response.clone().text());
  return response.json();
};
const search = (parameters, key) => told('indexes/vanban/search', parameters, key);

/** What a spreadsheet reads from the bytes of an xlsx: its rows, and which kinds of cells there are. */
function readSheet(bytes) {
  const file = join(folder, 'book.xlsx');
  writeFileSync(file, bytes);
  const script = `import json, openpyxl
sheet = openpyxl.load_workbook("${file}").active
print(json.dumps({"rows": [[cell.value for cell in row] for row in sheet.iter_rows()],
  "types": sorted({cell.data_type for row in sheet.iter_rows() for cell in row})}))`;
  return JSON.parse(execFileSync('/usr/bin/python3', ['-c', script], {encoding: 'utf8'}));
}

/** The rows of a csv of ours, from its bytes. */
function readCsv(bytes) {
  const text = new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes);
  assert.equal(text[0], '\uFEFF');
  const rows = [[]];
  for (const [, quoted, plain, end] of text.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r]*))(,|\r\n)/g)) {
    rows.at(-1).push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

test('1. counts are the totals of their filters', async () => {
  for (const key of [undefined, keys['tuyet-mat']]) {
    const table = await told('api/statistics', {rows: 'fields', columns: 'level', pages: 'year', filter: 'year > 2000'}, key);
    assert.ok(table.total > 10 && table.cells.length > 20);
    for (const {filter, count} of table.cells.filter((_, index) => index % 7 === 0)) {
      const found = await search({filter: JSON.stringify(['year > 2000', filter]), limit: 0}, key);
      assert.equal(found.estimatedTotalHits, count, filter);
    }
  }
  assert.equal((await told('api/statistics', {rows: 'grade'})).total, open.length);
});

test('2. csv and xlsx', async () => {
  const choice = {rows: 'type', columns: 'year'};
  const csv = readCsv(await (await ask('api/statistics', {...choice, format: 'csv'})).arrayBuffer());
  const sheet = readSheet(Buffer.from(await (await ask('api/statistics', {...choice, format: 'xlsx'})).arrayBuffer()));
  assert.deepEqual(sheet.rows.map((row) => row.map(String)), csv);
  assert.deepEqual(sheet.types, ['n', 's']);
  const table = await told('api/statistics', choice);
  assert.equal(Number(csv.at(-1).at(-1)), table.total);
  assert.equal(csv.length, table.dimensions[0].values.length + 2);
});

test('3. exports', async () => {
  const choice = {q: 'nghị quyết', filter: 'year > 2000', sort: 'type:asc,symbol:desc'};
  const {hits} = await search({...choice, limit: 1000, attributesToRetrieve: 'id,symbol'});
  const expected = hits.map(({id}) => id);
  assert.ok(expected.length > 20);
  const json = await ask('api/export', {...choice, format: 'jsonl'});
  assert.equal(json.headers.get('x-total-count'), String(expected.length));
  assert.equal(json.headers.get('transfer-encoding'), 'chunked');
  assert.deepEqual((await json.text()).trim().split('\n').map((line) => JSON.parse(line).id), expected);
  const csv = readCsv(await (await ask('api/export', {...choice, fields: 'id,symbol'})).arrayBuffer());
  assert.deepEqual(csv.slice(1).map(([id]) => id), expected);
  assert.deepEqual(csv[0], ['Mã văn bản', 'Số, ký hiệu']);
  const sheet = readSheet(Buffer.from(await (await ask('api/export', {...choice, format: 'xlsx', fields: 'id,symbol,title'})).arrayBuffer()));
  assert.deepEqual(sheet.rows.slice(1).map(([id]) => id), expected);
  assert.ok(!sheet.types.includes('f'));
  // By relevance too.
  const ranked = (await search({q: 'nguon nhan luc', limit: 1000})).hits.map(({id}) => id);
  const lines = (await (await ask('api/export', {q: 'nguon nhan luc', format: 'jsonl'})).text()).trim().split('\n');
  assert.deepEqual(lines.map((line) => JSON.parse(line).id), ranked);
});

test('4. walks', async () => {
  for (const choice of [{sort: 'symbol:asc'}, {q: 'nghị quyết'}, {}]) {
    const {hits} = await search({...choice, limit: 1000, attributesToRetrieve: 'id'});
    const seen = [];
    let cursor = '';
    do {
      const step = await search({...choice, cursor, limit: 17, attributesToRetrieve: 'id'});
      seen.push(...step.hits.map(({id}) => id));
      cursor = step.nextCursor;
    } while (cursor !== null);
    assert.deepEqual(seen, hits.map(({id}) => id));
  }
});

test('5. the audit', async () => {
  const without = await told('api/numbering', {limit: 1000});
  const all = await told('api/numbering', {limit: 1000}, keys['tuyet-mat']);
  assert.ok(without.total > 5 && without.series.length === without.total);
  const counted = (audit) => audit.documents + Object.values(audit.leftOut).reduce((sum, count) => sum + count, 0);
  assert.equal(counted(without), open.length);
  assert.ok(counted(all) > counted(without));
  for (const series of without.series) {
    const holes = series.gaps.reduce((sum, [first, last]) => sum + last - first + 1, 0);
    assert.equal(holes, series.missing);
    assert.ok(series.gaps.every(([first, last]) => first >= 1 && last < series.last));
  }
});

test('6. the page of statistics', async (t) => {
  await visitSite(t, 'thong-ke.html', async (page) => {
    await page.waitForSelector('#table tfoot');
    assert.match(await page.locator('#status').textContent(), new RegExp(`^${open.length} văn bản`));
    await page.selectOption('#rows', 'level');
    await page.selectOption('#columns', 'type');
    await page.getByRole('button', {name: 'Lập bảng'}).click();
    await page.waitForFunction(() => document.querySelector('#table caption')?.textContent.startsWith('Cấp'));
    assert.match(page.url(), /rows=level&columns=type/);
    await keepPicture(page, 'statistics');
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', {name: 'Tải Excel'}).click()]);
    assert.equal(file.suggestedFilename(), 'thong-ke.xlsx');
    assert.equal(readSheet(readFileSync(await file.path())).rows.at(-1).at(-1), open.length);

    await page.fill('#numbering-choices [name=type]', 'Nghị quyết');
    await page.getByRole('button', {name: 'Kiểm tra'}).click();
    await page.waitForSelector('#numbering tbody tr');
    assert.match(await page.locator('#numbering-status').textContent(), /dãy số/);
    await page.locator('#numbering').scrollIntoViewIfNeeded();
    await keepPicture(page, 'numbering');

    await checkAccessibility(page);

    const link = page.locator('#table tbody tr').last().locator('a').first();
    const count = await link.textContent();
    await link.click();
    await page.waitForFunction((wanted) => document.getElementById('status')?.textContent.startsWith(`Có ${wanted} văn bản`), count);
    assert.ok(await page.locator('#own-filter').isVisible());
  });
});

test('6. a criterion that is none', async (t) => {
  for (const choice of ['rows=abc', 'rows=toString&columns=year', 'rows=type&columns=abc', 'rows=type&columns=year&pages=abc'])
    await visitSite(t, `thong-ke.html?${choice}`, async (page) => {
      await page.getByText(/^Không có tiêu chí “(abc|toString)”: hãy chọn lại/).waitFor();
      assert.equal(await page.locator('#rows').inputValue(), 'type');
      assert.equal(await page.locator('#downloads').isHidden(), true);
      await page.getByRole('button', {name: 'Lập bảng'}).click();
      await page.waitForSelector('#table tfoot');
      assert.match(await page.locator('#status').textContent(), new RegExp(`^${open.length} văn bản`));
    });
});

test('6. years in boxes, and on paper', async (t) => {
  const filter = 'year >= 2022 AND year <= 2024';
  const {total} = await told('api/statistics', {rows: 'type', filter: `(level = "tỉnh") AND ${filter}`});
  assert.ok(total > 1);
  await visitSite(t, 'thong-ke.html', async (page) => {
    await page.waitForSelector('#table tfoot');
    await page.getByLabel('Từ năm').fill('2022');
    await page.getByLabel('Đến năm').fill('2024');
    await page.getByLabel('Điều kiện lọc').fill('level = "tỉnh"');
    await page.keyboard.press('Enter');
    const status = `${total} văn bản, từ năm 2022, đến năm 2024, điều kiện: Cấp = “Tỉnh”`;
    await page.waitForFunction((wanted) => document.getElementById('status').textContent === wanted, status);
    await checkAccessibility(page);
    await page.emulateMedia({media: 'print'});
    assert.ok(await page.locator('#status').isVisible());
    assert.equal(await page.locator('#choices').isVisible(), false);
    assert.equal(await page.locator('#numbering-title').isVisible(), false, 'nothing was audited');
    await page.emulateMedia({media: 'screen'});
    await page.reload(); // the address says the same
    await page.waitForFunction((wanted) => document.getElementById('status').textContent === wanted, status);
    await page.locator('#table tfoot a').last().click();
    await page.waitForFunction((wanted) => document.getElementById('status')?.textContent.startsWith(`Có ${wanted} văn bản`), total);
    assert.equal(await page.locator('#own-filter-text').textContent(), 'Cấp = “Tỉnh” và Năm ban hành ≥ 2022 và Năm ban hành ≤ 2024');
  });
});

test('7. a list from the search page', async (t) => {
  await visitSite(t, '?q=ngh%E1%BB%8B+quy%E1%BA%BFt&loc=year+%3E+2000', async (page) => {
    await page.waitForFunction(() => /^Có/.test(document.getElementById('status').textContent));
    const {estimatedTotalHits} = await search({q: 'nghị quyết', filter: 'year > 2000', limit: 0});
    await page.getByText('Tải danh sách').click();
    await keepPicture(page, 'export');
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', {name: 'CSV'}).click()]);
    assert.equal(readCsv(readFileSync(await file.path())).length, estimatedTotalHits + 1);
    assert.equal(await page.locator('#own-filter-text').textContent(), 'Năm ban hành > 2000');
    assert.equal(await page.locator('#asked').isVisible(), false);
    await page.emulateMedia({media: 'print'}); // what was asked stands on paper, what can be pressed does not
    assert.equal(await page.locator('#asked').innerText(), 'Câu tìm: nghị quyết');
    for (const control of ['#search', '#export', '#facets', '#own-filter-drop']) assert.equal(await page.locator(control).isVisible(), false, control);
    await page.emulateMedia({media: 'screen'});
    for (const type of ['Nghị quyết', 'Báo cáo']) await page.locator('.facet[data-facet=type]').getByRole('checkbox', {name: new RegExp(`^${type}`)}).check();
    const filter = 'year > 2000 AND (type = "Nghị quyết" OR type = "Báo cáo")';
    const chosen = (await search({q: 'nghị quyết', filter, limit: 0})).estimatedTotalHits;
    await page.waitForFunction((wanted) => document.getElementById('status').textContent.startsWith(`Có ${wanted} văn bản`), chosen);
    await checkAccessibility(page);
    await page.getByRole('link', {name: 'Thống kê danh sách'}).click();
    await page.waitForFunction((wanted) => document.querySelector('#table tfoot') && document.getElementById('status').textContent.startsWith(`${wanted} văn bản`), chosen);
  });
});
