// Scans, from the files to the page:
//  1. A page saved as png, jpg and tif is found by its words and its symbol; the hit says which pages OCR read.
//  2. A scan that is hardly readable is on the list of poor scans, and marked in the list of hits and on its own page.
//  3. A poor first page may bear any stamp: without a word beside the file, only the highest clearance sees it.
//  4. A reindex reads no page twice.

import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {Meilisearch} from 'meilisearch';
import {keepPicture, launch, visit} from './browser.mjs';
import {sampleFolder} from './sample.mjs';
import {build, cleaner, keys, reindex, startServer, temporaryFolder} from './server.mjs';

const undo = cleaner(after);
const scan = join(sampleFolder, 'tinh/dong-giang/73-tb-vptu-2013-ban-quet.pdf');
const poorDpi = '40'; // letters of six pixels
let source;
let home;
let summary;
let server;

/** The scan's page as a picture of its own. */
function picture(name, dpi, ...format) {
  const ending = {'-png': 'png', '-jpeg': 'jpg', '-tiff': 'tif'}[format[0]];
  execFileSync('pdftoppm', ['-r', dpi, '-gray', '-singlefile', ...format, scan, join(source, name)]);
  return `${name}.${ending}`;
}

before(async () => {
  const folder = temporaryFolder(undo);
  [source, home] = [join(folder, 'source'), join(folder, 'home')];
  mkdirSync(source);
  picture('one', '200', '-png');
  picture('two', '200', '-jpeg', '-jpegopt', 'quality=60');
  picture('three', '300', '-tiff');
  writeFileSync(join(source, `${picture('poor', poorDpi, '-jpeg')}.meta.json`), JSON.stringify({grade: 'open', title: 'Bản quét mờ'}));
  picture('hidden', poorDpi, '-png');
  summary = await reindex(source, home);
  server = await startServer(home, undo);
});

const search = async (q, apiKey) => (await new Meilisearch({host: server.url, apiKey}).index('vanban').search(q, {limit: 50})).hits;
const names = (hits) => hits.map(({path}) => path.split('/').at(-1)).sort();

test('1. pictures are found by their words', async () => {
  assert.match(summary, /read 5 pages by OCR, 0 from the cache/);
  const hits = await search('73-TB/VPTU thùng tôn');
  assert.deepEqual(names(hits), ['one.png', 'three.tif', 'two.jpg']);
  for (const hit of hits) {
    assert.equal(hit.symbol, '73-TB/VPTU');
    assert.equal(hit.date, '2013-08-15');
    assert.deepEqual(hit.ocr_pages, [1]);
    assert.equal(hit.poor_pages, undefined);
    assert.equal(hit.format, hit.path.split('.').at(-1));
  }
});

test('2. a poor scan is listed and marked', {timeout: 120_000}, async (t) => {
  const list = execFileSync(join(build, 'bin/vankien-indexer'), ['failures', '--poor-scans', '--home', home], {encoding: 'utf8'});
  const rows = list.trim().split('\n').map((row) => row.split('\t'));
  assert.deepEqual(rows.map(([path, place, code]) => [path, place, code]),
    [['source/hidden.png', 'page 1', 'poor_scan'], ['source/poor.jpg', 'page 1', 'poor_scan']]);
  assert.match(rows[0][3], /^\d+ % of \d+ words are Vietnamese syllables/);
  const [hit] = await search('Bản quét mờ');
  assert.deepEqual(hit.poor_pages, [1]);

  const browser = await launch();
  t.after(() => browser.close());
  const {page, complaints} = await visit(browser, `${server.url}/?q=${encodeURIComponent('Bản quét mờ')}`, t);
  await page.locator('.hit', {hasText: 'Bản quét mờ'}).getByText('bản quét kém').waitFor();
  await keepPicture(page, 'poor-scan');
  await page.locator('.hit h3 a').first().click();
  await page.getByText('Nhận dạng chữ kém ở trang 1').waitFor();
  assert.deepEqual(complaints, []);
});

test('3. a poor first page is hidden', async () => {
  assert.equal(names(await search('', keys.mat)).includes('hidden.png'), false);
  const hidden = (await search('', keys['tuyet-mat'])).find(({path}) => path.endsWith('hidden.png'));
  assert.equal(hidden.grade, 'tuyet-mat');
  assert.equal(hidden.provenance.grade, 'poor scan');
});

test('4. a page is read once', async () => {
  assert.match(await reindex(source, home), /read 0 pages by OCR, 5 from the cache/);
});
