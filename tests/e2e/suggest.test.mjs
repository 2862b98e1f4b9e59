// What is offered while and after typing, in a real browser:
// 1. The list under the box is a combobox: arrow keys walk it, Enter takes, Escape closes and keeps what was typed.
// 2. Keystrokes and half a word are enough; a symbol of several papers is searched for, a title opens its paper.
// 3. The mouse takes a suggestion; the list goes when the box is left.
// 4. Only the answer to the last letters is shown, and none under a list that is being walked.
// 5. A misspelt query is asked about, and one click searches for what was meant.
// 6. A paper shows those about the same, and those that come again.
// 7. A reader without a key is told nothing of what is above: the answers are those of an archive without it.
// 8. axe finds no fault with the open list.

import assert from 'node:assert/strict';
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {checkAccessibility} from './axe.mjs';
import {keepPicture} from './browser.mjs';
import {openSite, untilShown} from './pages.mjs';
import {cleaner, keys, reindex, startServer, temporaryFolder} from './server.mjs';

const month = (number, year, grade = 'open') => ({
  id: `thang-${number}-${year}${grade}`, title: `Kết quả công tác kiểm tra tháng ${number} năm ${year}`, symbol: `${number}-BC/UBKT`,
  type: 'Báo cáo', issuer: 'Ủy ban Kiểm tra Tỉnh ủy Đông Giang', date: `${year}-${String(number).padStart(2, '0')}-28`, grade,
  body: `Báo cáo công tác kiểm tra, giám sát tháng ${number}: thi hành kỷ luật đảng viên, giải quyết khiếu nại, tố cáo.`,
});
const open = [
  {id: 'nq-moi', title: 'Về phát triển nguồn nhân lực', symbol: '05-NQ/TU', type: 'Nghị quyết', issuer: 'Tỉnh ủy Đông Giang', date: '2024-06-01', grade: 'open',
    body: 'Nghị quyết về phát triển nguồn nhân lực chất lượng cao, đào tạo nguồn nhân lực, chuyển đổi số.'},
  {id: 'nq-cu', title: 'Về nguồn nhân lực và chuyển đổi số', symbol: '05-NQ/TU', type: 'Nghị quyết', issuer: 'Tỉnh ủy Nam Lĩnh', date: '2019-06-01', grade: 'open',
    body: 'Nghị quyết về nguồn nhân lực chất lượng cao và chuyển đổi số của tỉnh.'},
  {id: 'rung', title: 'Bảo vệ rừng', symbol: '06-CT/TU', type: 'Chỉ thị', issuer: 'Tỉnh ủy Nam Lĩnh', date: '2020-06-01', grade: 'open',
    body: 'Chỉ thị về bảo vệ rừng phòng hộ.'},
  month(5, 2023), month(4, 2023), month(12, 2022),
];
const secret = [
  month(6, 2023, 'mat'),
  {id: 'kin', title: 'Nguồn nhân sự Saobắc', symbol: '05-NQ/TX', type: 'Phương án', issuer: 'Tỉnh ủy Đông Kín', date: '2025-01-01', grade: 'mat',
    body: 'Nguồn nhâm lực, nguồn nhân sự, Saobắc, chuyển đôi xố.'},
];

const undo = cleaner(after);
let server, without, onPage;

async function serve(records) {
  const home = temporaryFolder(undo);
  const source = join(temporaryFolder(undo), 'kho'); // one name for both: it is part of a document's path
  mkdirSync(source);
  writeFileSync(join(source, 'van-ban.jsonl'), records.map((record) => JSON.stringify(record)).join('\n'));
  await reindex(source, home);
  return startServer(home, undo);
}

before(async () => {
  without = await serve(open);
  server = await serve([...open, ...secret]);
  onPage = await openSite(server.url, undo);
});

const options = (page) => page.getByRole('option');
const box = (page) => page.locator('#q');
const untilOption = (page, text) =>
  page.waitForFunction((wanted) => [...document.querySelectorAll('#suggestions li')].some((li) => li.textContent.includes(wanted)), text);
const untilFirst = (page, text) =>
  page.waitForFunction((wanted) => document.querySelector('#suggestions li')?.textContent.includes(wanted), text);
const untilQuery = (page, q) => page.waitForFunction((wanted) => new URLSearchParams(location.search).get('q') === wanted, q);

test('1. the keyboard walks, takes and closes', async (t) => {
  await onPage(t, '', async (page) => {
    await box(page).pressSequentially('nguon nh');
    await untilFirst(page, 'nguồn nhân lực');
    assert.equal(await box(page).getAttribute('aria-expanded'), 'true');
    assert.equal(await box(page).getAttribute('aria-activedescendant'), null);
    await page.keyboard.press('ArrowDown');
    const active = await box(page).getAttribute('aria-activedescendant');
    const option = page.locator(`#${active}`);
    assert.equal(await option.getAttribute('aria-selected'), 'true');
    assert.match(await option.textContent(), /nguồn nhân lực/);
    await keepPicture(page, 'suggest');
    await page.keyboard.press('ArrowUp');
    assert.equal(await box(page).getAttribute('aria-activedescendant'), null);
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('#suggestions').isHidden(), true);
    assert.equal(await box(page).getAttribute('aria-expanded'), 'false');
    assert.equal(await box(page).inputValue(), 'nguon nh');
    await page.keyboard.press('ArrowDown');
    await untilFirst(page, 'nguồn nhân lực');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await untilQuery(page, 'nguồn nhân lực');
    assert.equal(await box(page).inputValue(), 'nguồn nhân lực');
    assert.equal(await page.locator('#suggestions').isHidden(), true);
  });
});

test('2. keystrokes and half a word; symbols are searched, titles opened', async (t) => {
  await onPage(t, '', async (page) => {
    await box(page).pressSequentially('nghij quyee');
    await untilOption(page, 'Nghị quyết');
    await box(page).fill('5 nq');
    await untilFirst(page, '05-NQ/TU');
    assert.match(await options(page).first().textContent(), /Số, ký hiệu\s+05-NQ\/TU\s+2 văn bản/);
    await options(page).first().click();
    await untilQuery(page, '05-NQ/TU');
    await box(page).fill('bao ve ru');
    await untilOption(page, 'Bảo vệ rừng');
    await page.locator('[role=option][data-kind=title]').first().click();
    await page.waitForURL(/van-ban\.html\?id=rung/);
  });
});

test('3. the list goes with the focus', async (t) => {
  await onPage(t, '', async (page) => {
    await box(page).fill('nguon');
    await untilOption(page, 'nguồn nhân lực');
    await box(page).blur();
    assert.equal(await page.locator('#suggestions').isHidden(), true);
  });
});

test('4. only the last letters count', async (t) => {
  await onPage(t, '', async (page) => {
    // The answer to the first letters comes after that to the last ones.
    let letGo;
    const held = new Promise((resolve) => (letGo = resolve));
    await page.route(/api\/suggest\?q=bao$/, async (route) => {
      await held;
      await route.continue().catch(() => {}); // the page has given it up
    });
    const asked = page.waitForRequest(/api\/suggest\?q=bao$/);
    await box(page).fill('bao');
    await asked;
    await box(page).fill('nguon');
    await untilOption(page, 'nguồn nhân lực');
    letGo();
    await page.evaluate(() => fetch('health').then((answer) => answer.text())); // behind the late one on the wire
    assert.match(await options(page).first().textContent(), /nguồn/);
  });
  await onPage(t, '', async (page) => {
    await box(page).fill('nguon');
    await untilOption(page, 'nguồn nhân lực');
    let letGo;
    const held = new Promise((resolve) => (letGo = resolve));
    await page.route(/api\/suggest\?q=bao$/, async (route) => {
      await held;
      await route.continue().catch(() => {});
    });
    const asked = page.waitForRequest(/api\/suggest\?q=bao$/);
    await box(page).fill('bao');
    await asked;
    await page.keyboard.press('ArrowDown');
    letGo();
    await page.evaluate(() => fetch('health').then((answer) => answer.text()));
    assert.equal(await box(page).getAttribute('aria-activedescendant'), 'suggestion-0');
    assert.match(await options(page).first().textContent(), /nguồn/);
  });
});

test('5. did you mean', async (t) => {
  await onPage(t, `?${new URLSearchParams({q: 'nguôn nhâm lực'})}`, async (page) => {
    const line = page.locator('.did-you-mean');
    await line.waitFor();
    assert.equal(await line.textContent(), 'Có phải bạn muốn tìm: nguồn nhân lực (2 văn bản)');
    await keepPicture(page, 'did-you-mean');
    await line.getByRole('button').click();
    await untilShown(page, {q: 'nguồn nhân lực'});
    assert.match(await page.locator('#status').textContent(), /^Có 2 văn bản/);
    assert.equal(await line.count(), 0);
  });
});

test('6. similar papers, and those that come again', async (t) => {
  await onPage(t, 'van-ban.html?id=thang-5-2023open', async (page) => {
    const series = page.getByRole('region', {name: 'Cùng chủ đề, mới nhất trước'});
    await series.waitFor();
    assert.deepEqual(await series.getByRole('link').allTextContents(),
      ['Kết quả công tác kiểm tra tháng 4 năm 2023', 'Kết quả công tác kiểm tra tháng 12 năm 2022']);
    await series.scrollIntoViewIfNeeded();
    await keepPicture(page, 'series');
  });
  await onPage(t, 'van-ban.html?id=nq-moi', async (page) => {
    const similar = page.getByRole('region', {name: 'Văn bản tương tự'});
    await similar.waitFor();
    assert.deepEqual(await similar.getByRole('link').allTextContents(), ['Về nguồn nhân lực và chuyển đổi số']);
    await similar.getByRole('link').click();
    await page.waitForURL(/id=nq-cu/);
  });
});

test('7. what is above the clearance changes no answer', async () => {
  const paths = [];
  for (const q of ['5', '5 nq', '5 nq tx', 'nguon', 'nguon nh', 'nguồn nhân s', 'saob', 'tinh uy', 'tinh uy dong', 'phuong', 'thang', 'n', 'ket qua'])
    for (const limit of [3, 8, 50]) paths.push(`api/suggest?${new URLSearchParams({q, limit})}`);
  for (const {id} of [...open, ...secret, {id: 'none'}]) paths.push(`api/documents/${id}/similar`, `api/documents/${id}/series`);
  for (const q of ['nguôn nhâm lực', 'nguồn nhâm lực', 'chuyển đôi xố', 'saobắt', 'nguồn nhân xự', 'bảo vệ dừng'])
    paths.push(`indexes/vanban/search?${new URLSearchParams({q})}`);
  const answer = async ({url}, path, key) => {
    const headers = key ? {Authorization: `Bearer ${key}`} : {};
    const reply = await fetch(`${url}/${path}`, {headers});
    return `${reply.status} ${(await reply.text()).replace(/"processingTimeMs":\d+/, '')}`;
  };
  for (const path of paths) assert.equal(await answer(server, path), await answer(without, path), path);
  assert.match(await answer(server, 'api/suggest?q=saob', keys.mat), /Saobắc/);
  assert.match(await answer(server, 'api/documents/kin/similar'), /^404 /);
});

test('8. axe', async (t) => {
  await onPage(t, '', async (page) => {
    await box(page).fill('nguon');
    await untilOption(page, 'nguồn nhân lực');
    await page.keyboard.press('ArrowDown');
    await checkAccessibility(page);
  });
});
