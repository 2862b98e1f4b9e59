// Checking drafts and looking up lists, with the real daemon and a real browser:
//  1. A draft's citations are told with their places, slips, replacements and a line to copy; as JSON and as plain text.
//  2. A reader without a key learns nothing of secret papers, byte for byte; the key opens them.
//  3. A list of symbols and queries comes back as a table, and as a csv file for Excel.
//  4. The page marks each citation, walks the problems from the keyboard, copies the line and puts a slip right.
//  5. A draft typed before Unicode is decoded.
//  6. The page looks up a list; both parts please axe in both colour schemes; nothing leaves the origin.

import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {after, before, test} from 'node:test';
import {keepPicture, launch, visit} from './browser.mjs';
import {sampleFolder} from './sample.mjs';
import {cleaner, keys, reindex, startServer, temporaryFolder} from './server.mjs';

const draft = `Thực hiện Nghị quyết số 05-NQ/TU, ngày 01/6/2022 của Tỉnh ủy Đông Giang về nâng cao chất lượng nguồn nhân lực 📄;
Nghị quyết số 12-NQ/TU, ngày 15/02/2025 của Tỉnh ủy Đông Giang; Quy định số 14-QĐ/TU, ngày 15/8/2011;
Kết luận số 41/KL-TU; Nghị quyết số 05-NQ/TU; Nghị quyết số 999-NQ/TU.`;

let server;
let browser;
const undo = cleaner(after);
before(async () => {
  const home = temporaryFolder(undo);
  await reindex(sampleFolder, home);
  server = await startServer(home, undo);
  browser = await launch();
  undo(() => browser.close());
});

async function post(path, body, {key, type = 'application/json'} = {}) {
  const headers = {'Content-Type': type, ...(key ? {Authorization: `Bearer ${key}`} : {})};
  const response = await fetch(`${server.url}/${path}`, {method: 'POST', headers, body: type === 'application/json' ? JSON.stringify(body) : body});
  return {status: response.status, type: response.headers.get('content-type'), bytes: Buffer.from(await response.arrayBuffer())};
}
const json = async (...args) => JSON.parse((await post(...args)).bytes.toString());
const codes = (citation) => citation.problems.map(({code}) => code);

test('1. a draft', async () => {
  const answer = await json('api/draft-check', {text: draft, date: '2026-11-01'});
  assert.equal(answer.total, 6);
  for (const {start, end, utf16Start, utf16End} of answer.citations)
    assert.equal(Buffer.from(draft).subarray(start, end).toString(), draft.slice(utf16Start, utf16End));
  const [replaced, dated, amended, written, ambiguous, unknown] = answer.citations;
  assert.equal(draft.slice(replaced.utf16Start, replaced.utf16End), 'Nghị quyết số 05-NQ/TU, ngày 01/6/2022 của Tỉnh ủy Đông Giang');
  assert.deepEqual(codes(replaced), ['replaced']);
  assert.equal(replaced.status, 'replaced');
  assert.equal(replaced.replacement.symbol, '03-NQ/TU');
  assert.match(replaced.replacement.citation, /^Nghị quyết số 03-NQ\/TU, ngày 12\/3\/2026 của Tỉnh ủy Đông Giang về phát triển nguồn nhân lực/);
  assert.deepEqual(codes(dated), ['wrong_date']);
  assert.equal(dated.problems[0].archive, '2025-02-14');
  assert.deepEqual(codes(amended), ['amended']);
  assert.deepEqual(codes(written), ['malformed_symbol']);
  assert.deepEqual(codes(ambiguous), ['ambiguous']);
  assert.equal(ambiguous.totalDocuments, 4);
  assert.deepEqual(codes(unknown), ['not_in_archive']);
  assert.deepEqual(answer.problems, {ambiguous: 1, amended: 1, malformed_symbol: 1, not_in_archive: 1, replaced: 1, wrong_date: 1});
  const plain = await post('api/draft-check?date=2026-11-01', draft, {type: 'text/plain'});
  assert.deepEqual(JSON.parse(plain.bytes.toString()), answer);
  assert.equal((await post('api/draft-check', '%PDF', {type: 'application/pdf'})).status, 415);
});

test('2. secrets do not exist for those who may not see them', async () => {
  const told = async (symbol, key) => {
    const {bytes} = await post('api/draft-check', {text: `Tờ trình số ${symbol}, ngày 12/9/2024`}, {key});
    return bytes.toString().replaceAll(symbol, 'X');
  };
  assert.equal(await told('61-TTr/BTCTU'), await told('62-TTr/BTCTU'));
  const list = async (symbol, key) => (await post('api/batch', {queries: [symbol]}, {key})).bytes.toString().replaceAll(symbol, 'X');
  assert.equal(await list('61-TTr/BTCTU'), await list('62-TTr/BTCTU'));
  const open = await json('api/draft-check', {text: 'số 61-TTr/BTCTU'}, {key: keys.mat});
  assert.equal(open.citations[0].documents[0].grade, 'mat');
});

test('3. a list', async () => {
  const queries = ['05-NQ/TU, ngày 01/6/2022', 'NQ 12 tỉnh ủy 2025', '999-NQ/TU', ''];
  const {rows, total} = await json('api/batch', {queries});
  assert.equal(total, 4);
  assert.deepEqual(rows.map(({how}) => how), ['symbol', 'symbol', 'symbol', 'nothing']);
  assert.deepEqual(rows.map(({found}) => found), [true, true, false, false]);
  assert.equal(rows[0].replacement.symbol, '03-NQ/TU');
  assert.equal(rows[1].documents[0].date, '2025-02-14');
  const {type, bytes} = await post('api/batch?format=csv', {queries});
  assert.equal(type, 'text/csv; charset=utf-8');
  assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  const lines = bytes.toString().trimEnd().split('\r\n');
  assert.equal(lines.length, 5);
  assert.match(lines[1], /"Đã được thay thế","03-NQ\/TU, 12\/3\/2026"/);
});

/** Opens the page, hands it to the steps; nothing may leave the origin or offend its policy. */
async function onPage(t, hash, steps, options) {
  const {page, foreign, complaints} = await visit(browser, `${server.url}/kiem-tra-du-thao.html${hash}`, t, options);
  await steps(page);
  assert.deepEqual(foreign, []);
  assert.deepEqual(complaints, []);
}

async function checked(page, text) {
  await page.getByLabel('Dán văn bản dự thảo vào đây').fill(text);
  await page.getByLabel('Ngày của dự thảo').fill('2026-11-01');
  await page.getByRole('button', {name: 'Kiểm tra', exact: true}).click();
  await page.locator('#draft-result').waitFor();
}

test('4. the page', async (t) => {
  await onPage(t, '', async (page) => {
    await checked(page, draft);
    assert.equal(await page.locator('#draft-status').textContent(), 'Có 6 trích dẫn, 6 chỗ cần xem lại.');
    assert.equal(await page.locator('#draft-text').evaluate((node) => node.textContent), draft);
    assert.deepEqual(await page.locator('#draft-text .cite').allTextContents(), [
      'Nghị quyết số 05-NQ/TU, ngày 01/6/2022 của Tỉnh ủy Đông Giang', 'Nghị quyết số 12-NQ/TU, ngày 15/02/2025 của Tỉnh ủy Đông Giang',
      'Quy định số 14-QĐ/TU, ngày 15/8/2011', 'Kết luận số 41/KL-TU', 'Nghị quyết số 05-NQ/TU', 'Nghị quyết số 999-NQ/TU']);
    const item = (index) => page.locator(`#muc-${index}`);
    assert.match(await item(0).textContent(), /Đã được thay thế.*Văn bản mới nhất thay thế: Nghị quyết 03-NQ\/TU, ngày 12\/03\/2026/s);
    assert.match(await item(1).textContent(), /Sai ngày: trong kho là 14\/02\/2025 \(dự thảo ghi: 15\/02\/2025\)/);
    assert.equal(await item(4).locator('ul li a').count(), 4);

    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('Alt+ArrowDown');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'cho-1');
    await page.keyboard.press('Alt+ArrowUp');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'muc-0');
    await keepPicture(page, 'draft');

    await item(0).getByRole('button', {name: 'Chép dòng dẫn'}).click();
    await item(0).getByRole('button', {name: 'Đã chép'}).waitFor();
    const area = page.getByLabel('Dán văn bản dự thảo vào đây');
    await area.fill('');
    await area.press('Control+v');
    assert.match(await area.inputValue(), /^Nghị quyết số 03-NQ\/TU, ngày 12\/3\/2026 của Tỉnh ủy Đông Giang về phát triển/);

    await item(1).getByRole('button', {name: 'Sửa trong văn bản'}).click();
    await page.waitForFunction(() => document.getElementById('draft-status').textContent.startsWith('Đã sửa'));
    assert.ok((await area.inputValue()).includes('Nghị quyết số 12-NQ/TU, ngày 14/02/2025 của Tỉnh ủy Đông Giang; Quy định'));
    assert.equal(await page.locator('#cho-1').getAttribute('class'), 'cite ok');
  }, {permissions: ['clipboard-read', 'clipboard-write']});
});

test('5. a draft typed before Unicode', async (t) => {
  await onPage(t, '', async (page) => {
    await checked(page, 'Thùc hiÖn NghÞ quyÕt sè 12-NQ/TU, ngµy 14/02/2025 cña TØnh ñy §«ng Giang vÒ chuyÓn ®æi sè');
    assert.match(await page.locator('#draft-status').textContent(), /đã được chuyển sang Unicode/);
    assert.match(await page.locator('#draft').inputValue(), /^Thực hiện Nghị quyết số 12-NQ\/TU/);
    assert.equal(await page.locator('#draft-text .cite').textContent(), 'Nghị quyết số 12-NQ/TU, ngày 14/02/2025 của Tỉnh ủy Đông Giang');
  });
});

for (const colorScheme of ['light', 'dark'])
  test(`6. a list on the page, axe, ${colorScheme}`, async (t) => {
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    const faults = async (page) => {
      await page.evaluate(axe);
      const {violations} = await page.evaluate(() => window.axe.run());
      return violations.map(({id, nodes}) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
    };
    await onPage(t, '', async (page) => {
      await checked(page, draft);
      assert.deepEqual(await faults(page), []);
      await page.getByRole('link', {name: 'Tra cứu hàng loạt'}).click();
      await page.getByLabel('Mỗi dòng một số').fill('05-NQ/TU, ngày 01/6/2022\n999-NQ/TU\n\nchuyen doi so');
      await page.getByRole('button', {name: 'Tra cứu', exact: true}).click();
      await page.locator('#batch-frame').waitFor();
      assert.equal(await page.locator('#batch-rows tr').count(), 3);
      assert.match(await page.locator('#batch-rows tr').first().textContent(), /Thay bằng: Nghị quyết 03-NQ\/TU/);
      assert.deepEqual(await faults(page), []);
      await keepPicture(page, `batch-${colorScheme}`);
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', {name: 'Tải về bảng CSV'}).click()]);
      assert.equal(download.suggestedFilename(), 'tra-cuu-hang-loat.csv');
    }, {colorScheme});
  });
