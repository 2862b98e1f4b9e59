// Snippets, the view of a document, its original file, and what axe says of every page and state:
//  1. Passages have their page, and their marks stand on the words; excluded words are not marked.
//  2. A view has all pages and the places of the query; unknown and forbidden are one answer.
//  3. An original comes as it is, whole and in parts, with its type and name; unknown and forbidden are one answer.
//  4. An original that was changed, or became a link, is not shown; nor are letters and what came in them.
//  5. Marks are walked by buttons and by n and p; pages are gone to; a long document of 200 pages is shown at once.
//  6. The original is opened at the page that is read; a guarded one is saved with the key.
//  7. Printed, a document has its page numbers and its stamps, and no controls.
//  8. axe finds no fault on any page and state, in both colour schemes.

import assert from 'node:assert/strict';
import {cpSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {checkAccessibility} from './axe.mjs';
import {keepPicture} from './browser.mjs';
import {openSite, untilShown} from './pages.mjs';
import {readSample, sampleFolder} from './sample.mjs';
import {cleaner, keys, reindex, startServer, temporaryFolder} from './server.mjs';

// Part of the sample, for the time it takes to read.
const folders = ['huyen', 'thu-tu', 'tinh'];
const sample = readSample().filter(({path}) => folders.includes(path.split('/')[0]));
const kept = (format, grade) =>
  sample.find(({path, fields}) => path.endsWith(`.${format}`) && !/\.(zip|eml)\//.test(path) && fields.grade === grade && fields.symbol);
let source;
let server;
let visitSite;

const undo = cleaner(after);
before(async () => {
  const folder = temporaryFolder(undo);
  const home = join(folder, 'home');
  source = join(folder, 'kho');
  for (const part of folders) cpSync(join(sampleFolder, part), join(source, part), {recursive: true});
  // Lines that are alike would be a running head.
  const letters = (i) => [i % 10, Math.floor(i / 10) % 10, Math.floor(i / 100)].map((n) => 'abcdeghikl'[n]).join('');
  const pages = Array.from({length: 200}, (_, i) => `Phần ${letters(i)} nói về ${i % 50 === 0 ? 'hồ tiêu' : 'cà phê'}.\n${'Chữ và chữ. '.repeat(100)}`);
  writeFileSync(join(source, 'dài.txt'), `BÁO CÁO\nvề cây trồng\n${pages.join('\f')}`);
  for (const name of ['đổi', 'nối']) writeFileSync(join(source, `${name}.txt`), `Tệp ${name}: củ sắn`);
  writeFileSync(join(source, 'trang.html'), '<!doctype html><title>Củ dong</title><body><p>Củ dong riềng<script>document.title = "!"</script>');
  await reindex(source, home);
  server = await startServer(home, undo);
  visitSite = await openSite(server.url, undo);
});

const ask = (path, key, headers = {}) => fetch(`${server.url}${path}`, {headers: {...(key ? {Authorization: `Bearer ${key}`} : {}), ...headers}});
const search = async (parameters, key) => (await ask(`/indexes/vanban/search?${new URLSearchParams(parameters)}`, key)).json();
/** The id of a document of the sample, by its path. */
async function idOf(path, key) {
  const {hits} = await search({limit: 1000, attributesToRetrieve: 'id,path'}, key);
  return hits.find((hit) => hit.path === `kho/${path}`).id;
}
const file = (id, more = '') => `/api/documents/${encodeURIComponent(id)}/file${more}`;
const bytesOf = (text, {start, length}) => Buffer.from(text).subarray(start, start + length).toString();

test('1. passages', async () => {
  const {hits} = await search({q: 'hồ tiêu', showPassages: 3, attributesToRetrieve: 'path'});
  const {_passages: passages} = hits.find(({path}) => path === 'kho/dài.txt');
  assert.equal(passages.length, 3);
  for (const {page, text, matches, after: cut} of passages) {
    assert.ok([1, 51, 101, 151].includes(page), String(page));
    assert.equal(cut, true);
    assert.ok(text.includes('hồ tiêu'));
    assert.deepEqual(matches.slice(0, 2).map((match) => bytesOf(text, match)), ['hồ', 'tiêu']);
  }
  const without = await search({q: 'củ -dong', showPassages: 1, attributesToRetrieve: 'path'});
  for (const hit of without.hits)
    for (const {text, matches} of hit._passages) for (const match of matches) assert.doesNotMatch(bytesOf(text, match), /dong/i);
  const wrong = await ask('/indexes/vanban/search?showPassages=11');
  assert.equal(wrong.status, 400);
  assert.equal((await wrong.json()).code, 'invalid_search_show_passages');
});

test('2. the view of a document', async () => {
  const id = await idOf('dài.txt');
  const view = await (await ask(`/api/documents/${id}?q=ho+tieu`)).json();
  assert.equal(view.pages.length, 200);
  assert.equal(view.document.id, id);
  assert.equal(view.original, 'available');
  const marked = view.pages.filter(({matches}) => matches.length > 0).map(({number}) => number);
  for (const page of [1, 51, 101, 151]) assert.ok(marked.includes(page));
  assert.equal(view.totalMatches, view.pages.reduce((sum, {matches}) => sum + matches.length, 0));
  assert.ok(view.pages[50].matches.some((match) => bytesOf(view.pages[50].text, match) === 'tiêu'));
  const secret = await idOf(kept('pdf', 'mat').path, keys.mat);
  const answers = await Promise.all([secret, 'khong-co'].flatMap((name) => ['', '/file'].map(async (end) => {
    const reply = await ask(`/api/documents/${name}${end}`);
    return [reply.status, (await reply.text()).replaceAll(name, 'ID')];
  })));
  for (const answer of answers) assert.deepEqual(answer, answers[0]);
  assert.equal(answers[0][0], 404);
});

test('3. originals, whole and in parts', async () => {
  for (const [format, type] of [['pdf', 'application/pdf'], ['docx', /wordprocessingml/], ['txt', 'text/plain; charset=utf-8']]) {
    const {path} = kept(format, 'open');
    const bytes = readFileSync(join(source, path));
    const id = await idOf(path);
    const whole = await ask(file(id));
    assert.equal(whole.status, 200);
    assert.match(whole.headers.get('content-type'), new RegExp(type));
    assert.match(whole.headers.get('content-disposition'), format === 'docx' ? /^attachment; / : /^inline; /);
    assert.equal(whole.headers.get('x-content-type-options'), 'nosniff');
    assert.ok(Buffer.from(await whole.arrayBuffer()).equals(bytes));
    const part = await ask(file(id), undefined, {Range: 'bytes=10-19'});
    assert.equal(part.status, 206);
    assert.equal(part.headers.get('content-range'), `bytes 10-19/${bytes.length}`);
    assert.ok(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(10, 20)));
    const rest = await ask(file(id), undefined, {Range: 'Bytes=10-99999999999999999999'});
    assert.equal(rest.headers.get('content-range'), `bytes 10-${bytes.length - 1}/${bytes.length}`);
    assert.ok(Buffer.from(await rest.arrayBuffer()).equals(bytes.subarray(10)));
    for (const Range of [`bytes=${bytes.length}-`, 'bytes=99999999999999999999-'])
      assert.equal((await ask(file(id), undefined, {Range})).status, 416);
  }
  const {path} = kept('pdf', 'mat');
  const id = await idOf(path, keys.mat);
  const secret = await ask(file(id, '?download=true'), keys.mat);
  assert.match(secret.headers.get('content-disposition'), /^attachment; /);
  assert.ok(Buffer.from(await secret.arrayBuffer()).equals(readFileSync(join(source, path))));
  const page = await ask(file(await idOf('trang.html')));
  assert.match(page.headers.get('content-security-policy'), /^sandbox; default-src 'none'/);
});

test('4. what is not shown', async () => {
  const code = async (id, key) => {
    const reply = await ask(file(id), key);
    return [reply.status, (await reply.json()).code];
  };
  const [changed, linked] = [await idOf('đổi.txt'), await idOf('nối.txt')];
  assert.equal((await ask(file(changed))).status, 200);
  const text = readFileSync(join(source, 'đổi.txt'), 'utf8');
  writeFileSync(join(source, 'đổi.txt'), text.replace('củ', 'CỦ'));
  assert.deepEqual(await code(changed), [409, 'original_changed']);
  assert.equal((await (await ask(`/api/documents/${changed}`)).json()).original, 'changed');
  writeFileSync(join(source, 'đổi.txt'), text);
  assert.equal((await ask(file(changed))).status, 200, 'the very content again');
  mkdirSync(join(source, '..', 'ngoài'));
  renameSync(join(source, 'nối.txt'), join(source, '..', 'ngoài', 'nối.txt'));
  symlinkSync(join(source, '..', 'ngoài', 'nối.txt'), join(source, 'nối.txt'));
  assert.deepEqual(await code(linked), [409, 'original_changed']);
  rmSync(join(source, 'nối.txt'));
  assert.deepEqual(await code(linked), [404, 'original_not_available']);
  const {hits} = await search({limit: 1000, attributesToRetrieve: 'id,path,parent,format'}, keys['tuyet-mat']);
  const parts = hits.filter(({parent, format}) => parent || ['eml', 'csv', 'jsonl'].includes(format));
  assert.ok(parts.length > 3);
  for (const {id} of parts) assert.deepEqual(await code(id, keys['tuyet-mat']), [404, 'original_not_available']);
});

const onPage = (...visit) => visitSite(...visit);
const documentPage = (id, q = '') => `van-ban.html?${new URLSearchParams({id, ...(q ? {q} : {})})}`;

test('5. marks and pages', async (t) => {
  const id = await idOf('dài.txt');
  await onPage(t, documentPage(id, '"hồ tiêu"'), async (page) => {
    const counter = page.locator('#matches-count');
    await page.locator('#title').waitFor();
    assert.equal(await counter.textContent(), '4 chỗ khớp');
    assert.equal(await page.locator('.page').count(), 200);
    await page.keyboard.press('n');
    assert.equal(await counter.textContent(), '1/4');
    await page.keyboard.press('n');
    assert.equal(await counter.textContent(), '2/4');
    await page.waitForFunction(() => document.getElementById('page-box').value === '51');
    assert.ok(await page.locator('#trang-51 mark.current').first().isVisible());
    await keepPicture(page, 'view-long');
    await page.keyboard.press('p');
    await page.keyboard.press('p');
    assert.equal(await counter.textContent(), '4/4');
    await page.getByRole('button', {name: 'Chỗ khớp sau'}).click();
    assert.equal(await counter.textContent(), '1/4');
    const box = page.getByLabel('Trang', {exact: true});
    await box.fill('120');
    await box.press('Enter');
    await page.waitForFunction(() => {
      const {top} = document.getElementById('trang-120').getBoundingClientRect();
      return top >= 0 && top < innerHeight / 2 && document.getElementById('page-box').value === '120';
    });
    await box.press('n'); // a key for the box, not for the marks
    assert.equal(await counter.textContent(), '1/4');
    await page.locator('#back').click();
    await page.waitForURL(/q=%22h%E1%BB%93\+ti%C3%AAu%22/);
  });
  await onPage(t, `${documentPage(id)}#trang-77`, async (page) => {
    await page.waitForFunction(() => document.getElementById('page-box').value === '77');
    assert.ok(await page.locator('#matches').isHidden());
  });
});

test('6. the original from the page', async (t) => {
  await onPage(t, documentPage(await idOf(kept('pdf', 'open').path)), async (page) => {
    const link = page.getByRole('link', {name: /^Mở bản gốc ở trang 1/});
    await link.waitFor();
    assert.match(await link.getAttribute('href'), /\/file#page=1$/);
    await keepPicture(page, 'view-original');
  });
  const secret = kept('pdf', 'mat');
  const id = await idOf(secret.path, keys.mat);
  await onPage(t, '', async (page) => {
    await page.evaluate((key) => sessionStorage.setItem('vankien.key', key), keys.mat);
    await page.goto(`${server.url}/${documentPage(id)}`);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', {name: 'Tải bản gốc'}).click()]);
    assert.equal(download.suggestedFilename(), secret.path.split('/').at(-1));
    assert.ok(readFileSync(await download.path()).equals(readFileSync(join(source, secret.path))));
    await page.emulateMedia({media: 'print'});
    assert.match(await page.locator('.page-stamp').first().innerText(), /^MẬT · /);
  });
  await onPage(t, documentPage(await idOf('trang.html')), async (page) => {
    const [popup] = await Promise.all([page.waitForEvent('popup'), page.getByRole('link', {name: 'Mở bản gốc', exact: true}).click()]);
    await popup.getByText('Củ dong riềng').waitFor();
    assert.equal(await popup.title(), 'Củ dong', 'its script must not run');
  });
});

test('7. printed', async (t) => {
  await onPage(t, documentPage(await idOf('dài.txt'), 'hồ tiêu'), async (page) => {
    await page.locator('#title').waitFor();
    await page.emulateMedia({media: 'print'});
    assert.ok(await page.locator('.document-bar').isHidden());
    assert.ok(await page.locator('#original').isHidden());
    assert.match(await page.locator('#trang-200 .page-number').innerText(), /Trang 200\/200/);
    await keepPicture(page, 'view-print');
  });
});

for (const colorScheme of ['light', 'dark'])
  test(`8. axe, ${colorScheme}`, async (t) => {
    const pdf = await idOf(kept('pdf', 'open').path);
    await onPage(t, '?q=nghị+quyết&cap=tỉnh', async (page) => {
      await untilShown(page, {q: 'nghị quyết', cap: 'tỉnh'});
      await checkAccessibility(page); // results with a chosen value
      if (colorScheme === 'dark') return; // the other states differ in no colour
      await page.getByRole('button', {name: 'Mã truy cập'}).click();
      await page.getByRole('dialog').waitFor();
      await checkAccessibility(page);
      await page.keyboard.press('Escape');
      await page.setViewportSize({width: 360, height: 740});
      await page.getByText('Bộ lọc', {exact: false}).first().click();
      await checkAccessibility(page);
      await page.goto(`${server.url}/?q=zyzzyva`);
      await page.getByText('Không có văn bản nào khớp').waitFor();
      await checkAccessibility(page);
      await page.route('**/multi-search', (route) => route.abort());
      await page.locator('#q').fill('nghị quyết');
      await page.getByText('Không kết nối được với máy chủ').waitFor();
      await checkAccessibility(page);
    }, {colorScheme});
    await onPage(t, documentPage(pdf, 'và'), async (page) => {
      await page.locator('#original a').first().waitFor();
      await page.keyboard.press('n');
      await checkAccessibility(page);
      await keepPicture(page, `view-${colorScheme}`);
      await page.setViewportSize({width: 360, height: 740});
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth), false);
      await checkAccessibility(page);
      await keepPicture(page, `view-telephone-${colorScheme}`);
      await page.goto(`${server.url}/van-ban.html?id=khong-co`);
      await page.getByText('Không tìm thấy văn bản này').waitFor();
      await checkAccessibility(page);
    }, {colorScheme});
  });
