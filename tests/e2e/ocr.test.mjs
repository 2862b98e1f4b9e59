// Scans, from the files to the page:
//  1. A page saved as png, jpg and tif is found by its words and its symbol; the hit says which pages OCR read.
//  2. A scan that is hardly readable is on the list of poor scans, and marked in the list of hits and on its own page.
//  3. A poor first page may bear any stamp: without a word beside the file, only the highest clearance sees it.
//  4. A reindex reads no page twice.
//  5. A page that lies on its side or on its head is read all the same, and so is a colour picture that its PDF calls grey.

import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
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

/** The scan's page as grey pixels, row by row. */
function pixels() {
  const pgm = execFileSync('pdftoppm', ['-r', '150', '-gray', '-singlefile', scan], {maxBuffer: 1 << 26});
  const [head, width, height] = /^P5\s(\d+) (\d+)\s255\s/.exec(pgm.subarray(0, 40).toString('latin1'));
  return {width: Number(width), height: Number(height), grey: pgm.subarray(head.length)};
}

/** A quarter of a turn, clockwise. */
function turn({width, height, grey}) {
  const turned = Buffer.alloc(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) turned[x * height + (height - 1 - y)] = grey[y * width + x];
  return {width: height, height: width, grey: turned};
}

/** Pixels as a Windows bitmap of 256 greys, whose rows go from the bottom up and end at a multiple of four bytes. */
function bitmap({width, height, grey}) {
  const row = (width + 3) & ~3;
  const start = 54 + 1024;
  const file = Buffer.alloc(start + row * height);
  file.write('BM', 'latin1');
  file.writeUInt32LE(file.length, 2);
  file.writeUInt32LE(start, 10);
  file.writeUInt32LE(40, 14);
  file.writeInt32LE(width, 18);
  file.writeInt32LE(height, 22);
  file.writeUInt16LE(1, 26);
  file.writeUInt16LE(8, 28);
  for (let shade = 0; shade < 256; shade++) file.fill(shade, 54 + 4 * shade, 57 + 4 * shade);
  for (let y = 0; y < height; y++) grey.copy(file, start + (height - 1 - y) * row, y * width, (y + 1) * width);
  return file;
}

/** A PDF of one page, a JPEG of three colours under the name of a grey one. */
function lyingPdf() {
  const root = join(temporaryFolder(undo), 'page');
  execFileSync('pdftoppm', ['-r', '150', '-jpeg', '-singlefile', scan, root]);
  const jpeg = readFileSync(`${root}.jpg`);
  const {width, height} = pixels();
  const draw = 'q 595 0 0 842 0 0 cm /Im Do Q';
  return Buffer.concat([
    Buffer.from(`%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /Im 4 0 R >> >> /Contents 5 0 R >> endobj
5 0 obj << /Length ${draw.length} >> stream
${draw}
endstream endobj
4 0 obj << /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >> stream
`), jpeg, Buffer.from('\nendstream endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n')]);
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
  const side = turn(pixels());
  writeFileSync(join(source, 'side.bmp'), bitmap(side));
  writeFileSync(join(source, 'head.bmp'), bitmap(turn(side)));
  writeFileSync(join(source, 'lying.pdf'), lyingPdf());
  summary = await reindex(source, home);
  server = await startServer(home, undo);
});

const search = async (q, apiKey) => (await new Meilisearch({host: server.url, apiKey}).index('vanban').search(q, {limit: 50})).hits;
const names = (hits) => hits.map(({path}) => path.split('/').at(-1)).sort();

test('1, 5. pictures are found by their words', async () => {
  assert.match(summary, /read 8 pages by OCR, 0 from the cache/);
  const hits = await search('73-TB/VPTU thùng tôn');
  assert.deepEqual(names(hits), ['head.bmp', 'lying.pdf', 'one.png', 'side.bmp', 'three.tif', 'two.jpg']);
  for (const hit of hits) {
    assert.equal(hit.symbol, '73-TB/VPTU');
    assert.equal(hit.date, '2013-08-15');
    assert.deepEqual(hit.ocr_pages, [1]);
    assert.equal(hit.poor_pages, undefined);
    assert.equal(hit.format, hit.path.split('.').at(-1));
  }
});

test('2. a poor scan is listed and marked', {timeout: 600_000}, async (t) => {
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
  assert.match(await reindex(source, home), /read 0 pages by OCR, 8 from the cache/);
});
