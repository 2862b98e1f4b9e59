// The page in a real browser:
//  1. A bare query finds the resolution it means and marks the words; the address tells the query.
//  2. Several values of one facet widen the result, pages turn, and going back undoes each step.
//  3. An address brings its whole state back: query, values, order, page.
//  4. The order changes, newest first.
//  5. The values of the issuer facet can be searched without marks.
//  6. All of it works from the keyboard.
//  7. On a telephone nothing runs off the side, and the facets open behind a button.
//  8. A hit opens the whole document with its fields and the words marked; "back" returns to the same list.
//  9. A key opens guarded documents, a wrong one is named so; without one they are unknown.
// 10. Nothing found, and a server that is gone, are told in words.
// 11. Typing does not fill the history letter by letter.
// 12. No request leaves the origin, nothing offends the content security policy.
// 13. axe finds no fault, in both colour schemes.
// 14. What a query was understood as is told, and its form with marks is one click away.
// 15. A document that came in a letter says so, and opens the letter.
// 16. A document leads to the one it replaces, and that one back.
// 17. What a query was understood as can be taken back: the very words, kept in the address.
// 18. The filter of an address stays there while pages turn, values are ticked, words typed, and on the way back.
// 19. A hit of a pasted text, too long for an address, opens all the same, and no suggestions are asked for it.
// 20. What is taken away or counted is the list on the page, also where the library had its answer already, and where an answer
//     comes too late.
// 21. A filter is told in words that mean the same.
// 22. The values of a facet are searched among what the very words find.

import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {checkAccessibility} from './axe.mjs';
import {keepPicture} from './browser.mjs';
import {openSite, serveSample, untilShown} from './pages.mjs';
import {readSample, upTo} from './sample.mjs';
import {cleaner, keys} from './server.mjs';

const sample = readSample();
const open = upTo(sample, 'open');
let server;
let visitSite;

const undo = cleaner(after);
before(async () => {
  server = await serveSample(undo);
  visitSite = await openSite(server.url, undo);
});

/** What every visit must keep (12) is checked at its end. */
const onPage = (...visit) => visitSite(...visit);

const status = (page) => page.locator('#status');
const total = async (page) => Number(/Có ([\d.]+) văn bản/.exec(await status(page).textContent())?.[1].replaceAll('.', ''));
const facet = (page, attribute) => page.locator(`fieldset[data-facet=${attribute}]`);
const box = (page, attribute, name) => facet(page, attribute).getByRole('checkbox', {name});

/** Waits until the page says so: a condition on the page's own state, asked again until it holds. */
const until = (page, condition, argument) => page.waitForFunction(condition, argument);
const untilTotal = (page, count) =>
  until(page, (wanted) => document.getElementById('status').textContent.startsWith(`Có ${wanted} văn bản`), count.toLocaleString('vi-VN'));
const settled = (page) => untilShown(page);
const none = []; // a choice that the address does not tell

test('1. a bare query finds and marks', async (t) => {
  await onPage(t, '', async (page) => {
    await settled(page);
    assert.equal(await total(page), open.length);
    assert.equal(await page.evaluate(() => document.activeElement.id), 'q');
    await page.keyboard.type('nghi quyet 05 tinh uy');
    await untilShown(page, {q: 'nghi quyet 05 tinh uy'});
    const symbols = await page.locator('.hit .symbol').allTextContents();
    assert.ok(symbols.slice(0, 5).includes('05-NQ/TU'), symbols.join());
    const marks = (await page.locator('.hit mark').allTextContents()).map((mark) => mark.normalize('NFC').toLowerCase());
    assert.ok(marks.some((mark) => mark.includes('nghị')), marks.join());
    assert.match(await page.title(), /^nghi quyet 05 tinh uy/);
    assert.match(await page.locator('.hit .date').first().textContent(), /^(\d\d\/)?\d\d\/\d{4}$/);
    await keepPicture(page, 'search');
  });
});

test('2. two values of a facet, page 2, and back', async (t) => {
  const count = (level) => open.filter(({fields}) => fields.level === level).length;
  const [central, province] = [count('trung ương'), count('tỉnh')];
  assert.ok(central > 0 && central + province > 20);
  await onPage(t, '', async (page) => {
    await settled(page);
    await box(page, 'level', /^Trung ương/).check();
    await untilTotal(page, central);
    await box(page, 'level', /^Tỉnh/).check();
    await untilTotal(page, central + province);
    await untilShown(page, {cap: ['trung ương', 'tỉnh']});
    assert.equal(await page.locator('.chip').count(), 2);
    const first = await page.locator('.hit').evaluateAll((hits) => hits.map((hit) => hit.dataset.id));

    await page.getByRole('navigation', {name: 'Các trang kết quả'}).getByRole('link', {name: 'Trang 2'}).click();
    await untilShown(page, {trang: '2'});
    assert.match(await status(page).textContent(), /trang 2\//);
    const second = await page.locator('.hit').evaluateAll((hits) => hits.map((hit) => hit.dataset.id));
    assert.ok(second.length > 0 && second.every((id) => !first.includes(id)));
    assert.equal(await total(page), central + province);
    await keepPicture(page, 'facets-page-2');

    await page.goBack();
    await until(page, (id) => document.querySelector('.hit')?.dataset.id === id, first[0]);
    await untilShown(page, {trang: none, cap: ['trung ương', 'tỉnh']});
    await page.goBack();
    await untilTotal(page, central);
    assert.equal(await box(page, 'level', /^Tỉnh/).isChecked(), false);
    await page.goForward();
    await untilTotal(page, central + province);
    assert.equal(await box(page, 'level', /^Tỉnh/).isChecked(), true);

    await page.getByRole('button', {name: 'Bỏ lọc Cấp: Tỉnh'}).click();
    await untilTotal(page, central);
    await page.locator('#clear').click();
    await untilTotal(page, open.length);
  });
});

test('3. an address brings its state back', async (t) => {
  const type = 'Nghị quyết';
  const expected = open.filter(({fields}) => fields.type === type && fields.level === 'tỉnh').length;
  const address = `?${new URLSearchParams([['loai', type], ['cap', 'tỉnh'], ['sapxep', 'cu']])}`;
  await onPage(t, address, async (page) => {
    await untilTotal(page, expected);
    assert.equal(await box(page, 'type', /^Nghị quyết/).isChecked(), true);
    assert.equal(await page.locator('#sort').inputValue(), 'vanban:date:asc');
    assert.equal(new URL(page.url()).search, address);
    const types = await page.locator('.hit .type').allTextContents();
    assert.deepEqual([...new Set(types)], [type]);
  });
});

test('4. newest first', async (t) => {
  await onPage(t, '?q=05-NQ/TU', async (page) => {
    await settled(page);
    await page.getByLabel('Sắp xếp').selectOption({label: 'Mới nhất'});
    await until(page, () => location.search.includes('sapxep=moi'));
    await until(page, () => {
      const dates = [...document.querySelectorAll('.hit time')].map((time) => time.dateTime);
      return dates.length > 2 && dates.every((date, at) => at === 0 || dates[at - 1] >= date);
    });
  });
});

test('5. searching the values of a facet', async (t) => {
  await onPage(t, '', async (page) => {
    await settled(page);
    await facet(page, 'issuer').getByRole('searchbox').fill('thanh hai');
    await until(page, () => {
      const names = [...document.querySelectorAll('fieldset[data-facet=issuer] .name')].map((name) => name.textContent);
      return names.length > 0 && names.every((name) => name.includes('Thanh Hải'));
    });
    await box(page, 'issuer', /^Thành ủy Thanh Hải/).check();
    await untilTotal(page, open.filter(({fields}) => fields.issuer === 'Thành ủy Thanh Hải').length);
  });
});

test('6. by keyboard alone', async (t) => {
  await onPage(t, '', async (page) => {
    await settled(page);
    await page.locator('#sort').focus();
    await page.keyboard.press('/');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'sort'); // a choice list keeps its keys
    await page.getByRole('link', {name: 'Vankien'}).focus();
    await page.keyboard.press('/');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'q');
    await page.keyboard.type('nguon nhan luc');
    await page.keyboard.press('Enter');
    await untilShown(page, {q: 'nguon nhan luc'});
    const found = await total(page);
    const focusIs = (selector) => page.evaluate((wanted) => document.activeElement.matches(wanted), selector);
    const tabTo = async (selector) => {
      for (let presses = 0; presses < 200 && !(await focusIs(selector)); ++presses) await page.keyboard.press('Tab');
      assert.ok(await focusIs(selector), `Tab never reaches ${selector}`);
    };
    await tabTo('fieldset[data-facet=type] input');
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
    assert.notEqual(outline, 'none');
    const value = await page.evaluate(() => document.activeElement.value);
    await page.keyboard.press('Space');
    await untilShown(page, {loai: value});
    assert.ok((await total(page)) <= found);
    assert.equal(await page.evaluate(() => document.activeElement.value), value); // the focus stays
    await tabTo('.hit h3 a');
    await page.keyboard.press('Enter');
    await page.waitForURL(/van-ban\.html\?id=/);
    await page.locator('#title').waitFor();
  });
});

test('7. on a telephone of 360 pixels', async (t) => {
  await onPage(t, '?q=nghị+quyết', async (page) => {
    await settled(page);
    const runsOff = () => page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    assert.equal(await runsOff(), false);
    assert.equal(await box(page, 'type', /^Nghị quyết/).isVisible(), false);
    await keepPicture(page, 'telephone');
    await page.getByText('Bộ lọc', {exact: true}).click();
    await box(page, 'type', /^Nghị quyết/).check();
    await untilShown(page, {loai: 'Nghị quyết'});
    assert.equal(await runsOff(), false);
    await keepPicture(page, 'telephone-facets');
    await page.locator('.hit h3 a').first().click();
    await page.locator('#title').waitFor();
    assert.equal(await runsOff(), false);
    await keepPicture(page, 'telephone-document');
  }, {viewport: {width: 360, height: 740}, hasTouch: true, isMobile: true});
});

test('8. a whole document, and back to the list', async (t) => {
  await onPage(t, '?q=nguon+nhan+luc&cap=tỉnh', async (page) => {
    await settled(page);
    const list = page.url();
    const link = page.locator('.hit', {has: page.locator('.symbol', {hasText: '05-NQ/TU'})}).first().locator('h3 a');
    const title = (await link.textContent()).trim();
    await link.click();
    await page.locator('#title').waitFor();
    assert.equal((await page.locator('#title').textContent()).trim(), title);
    const fields = await page.locator('#fields').innerText();
    assert.match(fields, /05-NQ\/TU/);
    assert.match(fields, /01\/06\/2022/);
    assert.match(fields, /Tỉnh ủy Đông Giang/);
    assert.ok((await page.locator('#text').innerText()).length > 2000);
    assert.ok((await page.locator('#text mark').count()) > 2);
    await page.getByRole('button', {name: 'Chỗ khớp sau'}).click();
    await page.locator('#text mark.current').first().waitFor();
    assert.match(await page.locator('#matches-count').textContent(), /^1\//);
    await keepPicture(page, 'document');
    await page.getByRole('link', {name: 'Kết quả'}).click();
    await page.waitForURL(list);
    await until(page, () => document.querySelector('.hit mark'));
    assert.equal(await box(page, 'level', /^Tỉnh/).isChecked(), true);
  });
});

test('9. keys', async (t) => {
  await onPage(t, '', async (page) => {
    await untilTotal(page, open.length);
    assert.equal(await page.locator('.grade').count(), 0);
    await page.getByRole('button', {name: 'Mã truy cập'}).click();
    const dialog = page.getByRole('dialog', {name: 'Mã truy cập'});
    await dialog.getByLabel('Mã').fill('sai');
    await page.keyboard.press('Enter');
    await dialog.getByText('Mã này không đúng').waitFor();
    await dialog.getByLabel('Mã').fill(keys.mat);
    await page.keyboard.press('Enter');
    await untilTotal(page, upTo(sample, 'mat').length);
    assert.equal(await dialog.isVisible(), false);
    await box(page, 'grade', /^Mật/).check();
    await untilTotal(page, sample.filter(({fields}) => fields.grade === 'mat').length);
    assert.equal(await page.locator('.hit .grade').first().innerText(), 'MẬT');
    const stored = await page.evaluate(() => [JSON.stringify(localStorage), document.cookie]);
    assert.deepEqual(stored, ['{}', '']);

    const secret = await page.locator('.hit h3 a').first().getAttribute('href');
    await page.goto(new URL(secret, page.url()).href);
    await page.locator('#title').waitFor();
    await page.getByRole('button', {name: 'Đang dùng mã truy cập'}).click();
    await page.getByRole('button', {name: 'Bỏ mã đang dùng'}).click();
    await page.getByText('Không tìm thấy văn bản này').waitFor();
    await page.goto(`${server.url}/van-ban.html?id=khong-co`);
    await page.getByText('Không tìm thấy văn bản này').waitFor();
  });
});

test('10. nothing found, and no server', async (t) => {
  await onPage(t, '?q=zyzzyva', async (page) => {
    await page.getByText('Không có văn bản nào khớp').waitFor();
    await keepPicture(page, 'nothing-found');
    await page.route('**/multi-search', (route) => route.abort());
    await page.locator('#q').fill('nghị quyết');
    await page.getByText('Không kết nối được với máy chủ').waitFor();
    await keepPicture(page, 'no-server');
    await page.unroute('**/multi-search');
    await page.locator('#q').blur(); // the suggestions, which may come now or later, would lie over the button
    await page.getByRole('button', {name: 'Thử lại'}).click();
    await until(page, () => document.querySelector('.hit mark'));
    assert.equal(await page.locator('#failed').isVisible(), false);
  });
});

test('11. one entry in the history for a query that is typed', async (t) => {
  await onPage(t, '', async (page) => {
    await settled(page);
    const entries = await page.evaluate(() => history.length);
    // Two seconds without a letter begin another entry: for this page no time passes, however slow the machine.
    await page.evaluate(() => (performance.now = () => 0));
    await page.locator('#q').pressSequentially('chuyển đổi số', {delay: 60});
    await untilShown(page, {q: 'chuyển đổi số'});
    assert.equal(await page.evaluate(() => history.length), entries + 1);
    await page.goBack();
    await untilTotal(page, open.length);
    assert.equal(await page.locator('#q').inputValue(), '');
  });
});

for (const colorScheme of ['light', 'dark'])
  test(`13. axe, ${colorScheme}`, async (t) => {
    await onPage(t, '?q=nghị+quyết&cap=tỉnh', async (page) => {
      await untilShown(page, {q: 'nghị quyết', cap: 'tỉnh'});
      await checkAccessibility(page);
      await keepPicture(page, `search-${colorScheme}`);
      await page.locator('.hit h3 a').first().click();
      await page.locator('#title').waitFor();
      await checkAccessibility(page);
    }, {colorScheme});
  });

test('14. understood', async (t) => {
  await onPage(t, '?q=nguoonf+nhaan+luwcj', async (page) => {
    await settled(page);
    assert.match(await page.locator('#understood').textContent(), /nguoonf.*nguồn.*gõ khi tắt bộ gõ/);
    assert.ok((await total(page)) > 0);
  });
  await onPage(t, '?q=nguon+nhan+luc', async (page) => {
    await settled(page);
    await page.locator('#understood').getByRole('button', {name: 'nguồn nhân lực'}).click();
    await untilShown(page, {q: 'nguồn nhân lực'});
    assert.equal(await page.locator('#q').inputValue(), 'nguồn nhân lực');
    await until(page, () => document.getElementById('understood').hidden);
    await keepPicture(page, 'understood');
  });
});

test('15. a document that came in a letter', async (t) => {
  await onPage(t, `?${new URLSearchParams({q: '47-BC/HU'})}`, async (page) => {
    await page.locator('.hit h3 a').first().click();
    await page.locator('.parent').getByRole('link', {name: 'gui-bao-cao-dan-ong.eml'}).click();
    await page.getByText('xin phép gửi trước qua thư').waitFor();
    assert.equal(await page.locator('.parent').count(), 0);
  });
});

test('16. what replaces what', async (t) => {
  await onPage(t, '?q=03-NQ%2FTU', async (page) => {
    await settled(page);
    await page.locator('.hit', {has: page.locator('.symbol', {hasText: '03-NQ/TU'})}).first().locator('h3 a').click();
    await page.locator('#title').waitFor();
    const row = (label) => page.locator('#fields tr', {has: page.getByRole('rowheader', {name: label, exact: true})});
    assert.match(await row('Người ký').innerText(), /Đỗ Minh Lượng, BÍ THƯ, T\/M BAN CHẤP HÀNH/);
    await row('Thay thế').getByRole('link', {name: /05-NQ\/TU/}).click();
    await until(page, () => document.querySelector('#kind')?.textContent.includes('05-NQ/TU'));
    assert.match(await row('Ngày ban hành').innerText(), /01\/06\/2022/);
    await row('Được thay thế bởi').getByRole('link', {name: /03-NQ\/TU/}).waitFor();
  });
});

test('17. just as it was typed', async (t) => {
  await onPage(t, '?q=loai:nghi+nguon+nhan+luc', async (page) => {
    await settled(page);
    assert.match(await page.locator('#understood').textContent(), /loai:nghi → Nghị quyết.*\(trường\)/);
  });
  await onPage(t, '?q=nguon+nhan+luc', async (page) => {
    await settled(page);
    const understood = page.locator('#understood');
    await understood.getByRole('button', {name: 'Tìm đúng như đã gõ'}).click();
    await understood.getByText('Đang tìm đúng những từ đã gõ').waitFor();
    await untilShown(page, {dung: '1'});
    await until(page, () => !document.getElementById('none').hidden); // no paper is written without marks
    await keepPicture(page, 'literal');
    await page.reload();
    await understood.getByText('Đang tìm đúng những từ đã gõ').waitFor();
    await page.goBack();
    await until(page, () => document.querySelector('.hit'));
    await untilShown(page, {dung: none});
    await page.goForward();
    await until(page, () => !document.getElementById('none').hidden);
    await understood.getByRole('button', {name: 'Tìm theo cách hiểu thông thường'}).click();
    await until(page, () => document.querySelector('.hit'));
  });
});

test('18. the filter of an address stays', async (t) => {
  const filter = 'year >= 2015';
  const inYears = open.filter(({fields}) => Number(fields.date?.slice(0, 4)) >= 2015);
  assert.ok(inYears.length > 20 && inYears.length < open.length);
  await onPage(t, `?${new URLSearchParams({loc: filter})}`, async (page) => {
    await untilTotal(page, inYears.length);
    await page.getByRole('navigation', {name: 'Các trang kết quả'}).getByRole('link', {name: 'Trang 2'}).click();
    await untilShown(page, {trang: '2', loc: filter});
    await page.goBack();
    await untilShown(page, {trang: none, loc: filter});
    await box(page, 'level', /^Tỉnh/).check();
    const chosen = inYears.filter(({fields}) => fields.level === 'tỉnh').length;
    await untilTotal(page, chosen);
    await untilShown(page, {cap: 'tỉnh', loc: filter});
    await page.reload();
    await untilTotal(page, chosen);
    await page.locator('#q').fill('nguồn nhân lực');
    await page.keyboard.press('Enter'); // the suggestions would lie over the button
    await untilShown(page, {q: 'nguồn nhân lực', loc: filter});
    assert.ok(await page.locator('#own-filter').isVisible());
    await page.locator('#own-filter-drop').click();
    await untilShown(page, {loc: none, q: 'nguồn nhân lực'});
    await until(page, () => document.querySelector('.hit'));
  });
});

test('19. a pasted text', async (t) => {
  await onPage(t, '', async (page) => {
    await settled(page);
    const asked = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.locator('#q').fill('nâng cao chất lượng nguồn nhân lực, '.repeat(60));
    await until(page, () => document.querySelector('.hit mark'));
    await page.locator('.hit h3 a').first().click();
    await page.locator('#title').waitFor();
    assert.deepEqual(asked.filter((path) => path.endsWith('/api/suggest')), []);
  });
});

/** What the page would have counted, and what it asks for when the list is taken away. */
async function handedOut(page) {
  const link = page.locator('#count-list');
  const counted = new URL(await link.getAttribute('href'), page.url()).searchParams;
  await page.locator('#export summary').click();
  const [asked] = await Promise.all([
    page.waitForRequest((request) => new URL(request.url()).pathname === '/api/export'),
    page.locator('#export').getByRole('button', {name: 'CSV'}).click(),
  ]);
  await page.getByText('Đã tải xong danh sách.').waitFor();
  const {q, filter, sort} = asked.postDataJSON();
  return {q: q ?? '', filter: [filter ?? []].flat(2).join(), sort: [sort ?? []].flat().join(), counted: {q: counted.get('q') ?? '', filter: counted.get('loc') ?? ''}};
}

test('20. the list on the page', async (t) => {
  await onPage(t, '', async (page) => {
    await settled(page);
    const asked = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const ask = async (words) => {
      await page.locator('#q').fill(words);
      await page.keyboard.press('Enter');
      await untilShown(page, {q: words});
      assert.equal(await page.locator('#asked').textContent(), `Câu tìm: ${words}`);
    };
    await ask('nguồn nhân lực');
    await ask('rừng');
    assert.equal((await handedOut(page)).q, 'rừng');
    const before = asked.filter((path) => path.endsWith('/multi-search')).length;
    await ask('nguồn nhân lực');
    assert.equal(asked.filter((path) => path.endsWith('/multi-search')).length, before, 'the library has this answer');
    const again = await handedOut(page);
    assert.deepEqual([again.q, again.counted.q, again.filter], ['nguồn nhân lực', 'nguồn nhân lực', '']);

    const type = box(page, 'type', /^Nghị quyết/);
    await type.check();
    await untilShown(page, {loai: 'Nghị quyết'});
    const ticked = await handedOut(page);
    assert.match(ticked.filter, /type.*Nghị quyết/);
    assert.match(ticked.counted.filter, /type.*Nghị quyết/);
    await type.uncheck();
    await untilShown(page, {loai: none});
    assert.ok(await page.locator('#chosen').isHidden());
    const unticked = await handedOut(page);
    assert.deepEqual([unticked.filter, unticked.counted.filter], ['', '']);

    await page.locator('#sort').selectOption({label: 'Mới nhất'});
    await untilShown(page, {sapxep: 'moi'});
    assert.equal((await handedOut(page)).sort, 'date:desc');
    await page.goBack();
    await until(page, () => document.querySelector('#sort').value === 'vanban');
    await untilShown(page, {sapxep: none});
    assert.equal((await handedOut(page)).sort, '');
  });
});

test('20. an answer that comes too late', async (t) => {
  await onPage(t, '', async (page) => {
    await settled(page);
    let letGo;
    const held = new Promise((resolve) => (letGo = resolve));
    await page.route('**/multi-search', async (route) => {
      if (route.request().postDataJSON().queries[0].q === 'rừng') await held;
      await route.continue();
    });
    const late = page.waitForResponse((response) => response.url().endsWith('/multi-search') && response.request().postDataJSON().queries[0].q === 'rừng');
    const begun = page.waitForRequest((request) => request.url().endsWith('/multi-search') && request.postDataJSON().queries[0].q === 'rừng');
    await page.locator('#q').fill('rừng');
    await page.keyboard.press('Enter');
    await begun;
    await page.locator('#q').fill('nguồn nhân lực');
    await page.keyboard.press('Enter');
    await until(page, () => document.querySelector('#count-list').href.includes(encodeURIComponent('nhân')));
    letGo();
    await (await late).finished();
    const {q, counted} = await handedOut(page);
    assert.deepEqual([q, counted.q], ['nguồn nhân lực', 'nguồn nhân lực']);
  });
});

test('21. filters in words', async (t) => {
  const told = {
    '(type = "Nghị quyết") AND (year>=2022)': 'Thể loại = “Nghị quyết” và Năm ban hành ≥ 2022',
    'NOT type EXISTS': 'Thể loại: không có',
    'type NOT EXISTS OR issuer EXISTS': 'Thể loại: không có hoặc Cơ quan ban hành có ghi',
    'NOT type = "Nghị quyết" AND issuer EXISTS': 'không Thể loại = “Nghị quyết” và Cơ quan ban hành có ghi',
    '(NOT type = "Công văn") AND (NOT urgency EXISTS)': 'không Thể loại = “Công văn” và Độ khẩn: không có',
    'type = "Văn bản không rõ" AND issuer EXISTS': 'Thể loại = “Văn bản không rõ” và Cơ quan ban hành có ghi',
    'NOT (level = "tỉnh" OR NOT issuer EXISTS)': 'không (Cấp = “Tỉnh” hoặc Cơ quan ban hành: không có)',
    'grade = mat AND month = 2024-05': 'Độ mật = Mật và Tháng ban hành = 05/2024',
    'grade NOT IN [mat, "toi-mat"]': 'Độ mật không là một trong [Mật, “Tối mật”]',
    'issuer IS NULL OR issuer IS EMPTY': 'Cơ quan ban hành rỗng hoặc Cơ quan ban hành rỗng',
    'issuer IS NOT NULL AND type IS NOT EMPTY': 'Cơ quan ban hành không rỗng và Thể loại không rỗng',
    'symbol CONTAINS "NQ" AND symbol NOT STARTS WITH "05"': 'Số, ký hiệu chứa “NQ” và Số, ký hiệu không bắt đầu bằng “05”',
    'symbol NOT CONTAINS NQ AND issuer STARTS WITH "Tỉnh"': 'Số, ký hiệu không chứa NQ và Cơ quan ban hành bắt đầu bằng “Tỉnh”',
    'issuer.lvl0 = "tỉnh"': 'issuer.lvl0 = “tỉnh”',
  };
  for (const filter of Object.keys(told))
    assert.equal((await fetch(`${server.url}/indexes/vanban/search`, {method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify({filter, limit: 0})})).status, 200, filter);
  await onPage(t, '', async (page) => {
    const words = await page.evaluate(async (filters) => {
      const {filterInWords} = await import(new URL('filter_words.js', location.href).href);
      return filters.map((filter) => [filter, filterInWords(filter)]);
    }, Object.keys(told));
    assert.deepEqual(Object.fromEntries(words), told);
  });
});

test('22. values among the very words', async (t) => {
  await onPage(t, '?q=ubnd&dung=1', async (page) => {
    await settled(page);
    const [request] = await Promise.all([
      page.waitForRequest((request) => request.url().endsWith('/facet-search')),
      facet(page, 'issuer').locator('.facet-search').fill('uy ban'),
    ]);
    const asked = request.postDataJSON();
    assert.deepEqual([asked.q, asked.literal], ['ubnd', true]);
    const {facetHits} = await (await request.response()).json();
    const headers = {'Content-Type': 'application/json'};
    const readAsEver = await (await fetch(request.url(), {method: 'POST', headers, body: JSON.stringify({...asked, literal: undefined})})).json();
    assert.notDeepEqual(facetHits, readAsEver.facetHits);
  });
});
