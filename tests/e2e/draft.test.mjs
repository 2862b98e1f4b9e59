// Checking drafts and looking up lists, with the real daemon and a real browser:
//  1. A draft's citations are told with their places, slips, replacements and a line to copy; as JSON and as plain text.
//  2. A reader without a key learns nothing of secret papers, byte for byte; the key opens them.
//  3. A list of symbols and queries comes back as a table, and as a csv file for Excel; of many documents a row has three, and
//     the page leads to the others.
//  4. The page marks each citation, walks the problems from the keyboard, copies the line and puts a slip right.
//  5. A draft typed before Unicode is decoded.
//  6. The page looks up a list; both parts please axe in both colour schemes; nothing leaves the origin.
//  7. Drafts and lists come as files, too, read by the indexer in its own bounds; what cannot be read is told, and a server
//     without that program refuses files. Pages of a file without text are named.
//  8. The page takes a file by its box or dropped onto it.
//  9. What is typed while a check runs or after it stays; a correction can be undone.
// 10. A list too long for JSON, opened or typed, can be asked about and taken away all the same, and a server that reads no files
//     says what to do; a table stays if taking it away fails.

import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {checkAccessibility} from './axe.mjs';
import {keepPicture} from './browser.mjs';
import {openSite, serveSample} from './pages.mjs';
import {readSample, sampleFolder} from './sample.mjs';
import {cleaner, keys, startServer, temporaryFolder} from './server.mjs';

const draft = `Thực hiện Nghị quyết số 05-NQ/TU, ngày 01/6/2022 của Tỉnh ủy Đông Giang về nâng cao chất lượng nguồn nhân lực 📄;
Nghị quyết số 12-NQ/TU, ngày 15/02/2025 của Tỉnh ủy Đông Giang; Quy định số 14-QĐ/TU, ngày 15/8/2011;
Kết luận số 41/KL-TU; Nghị quyết số 05-NQ/TU; Nghị quyết số 999-NQ/TU.`;

let server;
let visitSite;
const undo = cleaner(after);
before(async () => {
  server = await serveSample(undo);
  visitSite = await openSite(server.url, undo);
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
  assert.match(lines[1], /,Đã được thay thế,"03-NQ\/TU, 12\/3\/2026"/);
});

test('3. a row of many documents', async (t) => {
  const {rows: [row]} = await json('api/batch', {queries: ['05-NQ/TU']});
  assert.equal(row.documents.length, 3);
  assert.equal(row.totalDocuments, 4);
  await onPage(t, '#hang-loat', async (page) => {
    await page.getByLabel('Mỗi dòng một số').fill('05-NQ/TU');
    await page.getByRole('button', {name: 'Tra cứu', exact: true}).click();
    await page.locator('#batch-rows').getByRole('link', {name: 'và 1 văn bản khác'}).click();
    await page.getByText(/^Có 4 văn bản/).waitFor();
    assert.deepEqual(await page.locator('.hit .symbol').allTextContents(), Array(4).fill('05-NQ/TU'));
  });
});

/** A text as a word processor writes it, so that the test needs none. */
const rtf = (text) => Buffer.from(`{\\rtf1\\ansi ${[...text].map((sign) =>
  sign === '\n' ? '\\par ' : sign.codePointAt(0) < 128 ? sign : [...Array(sign.length).keys()].map((i) => `\\u${(sign.charCodeAt(i) << 16) >> 16}?`).join('')).join('')}}`);

/** An xlsx of these rows, made by a spreadsheet's own library. */
function xlsx(rows) {
  const file = join(temporaryFolder(undo), 'list.xlsx');
  execFileSync('/usr/bin/python3', ['-c', `import json, openpyxl, sys
book = openpyxl.Workbook()
for row in json.loads(sys.argv[2]): book.active.append(row)
book.save(sys.argv[1])`, file, JSON.stringify(rows)]);
  return readFileSync(file);
}
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

test('7. files', async () => {
  const answer = await json('api/draft-check?date=2026-11-01', rtf(draft), {type: 'application/rtf'});
  assert.equal(answer.format, 'rtf');
  const typed = await json('api/draft-check', {text: draft, date: '2026-11-01'});
  assert.deepEqual(answer.problems, typed.problems);
  assert.deepEqual(answer.citations.map(({documents}) => documents[0]?.id), typed.citations.map(({documents}) => documents[0]?.id));
  for (const {utf16Start, utf16End, text} of answer.citations) assert.equal(answer.text.slice(utf16Start, utf16End).replace(/\s+/g, ' '), text);
  // A file of the archive itself, whatever it calls itself.
  const paper = readSample().find(({path, fields}) => path.endsWith('.docx') && fields.symbol && fields.grade === 'open' && !/\.(zip|eml)\//.test(path));
  const bytes = readFileSync(join(sampleFolder, paper.path));
  for (const type of ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/octet-stream', 'application/pdf']) {
    const read = await json('api/draft-check', bytes, {type});
    assert.equal(read.format, 'docx');
    assert.ok(read.text.length > 200);
  }
  for (const [body, type] of [['%PDF-1.4 damaged', 'application/pdf'], [Buffer.from([0, 1, 2, 3]), 'application/octet-stream']]) {
    const refused = await post('api/draft-check', body, {type});
    assert.deepEqual([refused.status, JSON.parse(refused.bytes).code], [400, 'unreadable_file']);
  }
  assert.equal((await post('api/draft-check', 'x', {type: 'video/mp4'})).status, 415);
  // Text in whatever encoding, under whatever type a browser gives it.
  const line = 'Nghị quyết số 05-NQ/TU, ngày 01/6/2022 của Tỉnh ủy Đông Giang';
  const wide = Buffer.from(`\ufeff${line}`, 'utf16le');
  for (const type of ['application/octet-stream', 'text/plain']) {
    const read = await json('api/draft-check', wide, {type});
    assert.deepEqual([read.format, read.citations.length], ['txt', 1]);
    assert.match(read.text, /Nghị quyết số 05-NQ/);
  }
  const unmarked = await json('api/draft-check', Buffer.from(line, 'utf16le'), {type: 'application/octet-stream'});
  assert.deepEqual([unmarked.format, unmarked.citations.length], ['txt', 1]);
  const unknown = await post('api/draft-check', Buffer.from([1, 0, 0, 1]), {type: 'application/octet-stream'});
  assert.match(JSON.parse(unknown.bytes).message, /`unsupported_format`: its format is unknown/);
  const tcvn3 = Buffer.from(line.replace('Đông Giang', '').normalize('NFC').replace(/[^\x00-\x7f]/g, (letter) =>
    String.fromCharCode({ị: 0xde, ế: 0xd5, ố: 0xe8, à: 0xb5, ủ: 0xf1, ỉ: 0xd8}[letter])), 'latin1');
  for (const type of ['application/octet-stream', 'text/plain']) {
    const listed = await json('api/batch', tcvn3, {type});
    assert.deepEqual(listed.rows.map(({query, found}) => [query.trim(), found]), [[line.replace(' Đông Giang', ''), true]]);
  }
  const table = await json('api/batch', 'Số;Trích yếu\n05-NQ/TU;"a; b"\n', {type: 'application/vnd.ms-excel'});
  assert.deepEqual(table.rows.map(({query}) => query.trim()), ['Số Trích yếu', '05-NQ/TU']);
  // A draft may be longer than other bodies; a limit is named.
  const long = `${draft}\n${'Đồng chí Bí thư phát biểu ý kiến. '.repeat(30_000)}`;
  assert.ok(Buffer.byteLength(long) > 1 << 20);
  assert.equal((await json('api/draft-check', long, {type: 'text/plain'})).total, typed.total);
  const endless = await post('api/draft-check', long.repeat(3), {type: 'text/plain'});
  assert.deepEqual([endless.status, JSON.parse(endless.bytes).code], [413, 'payload_too_large']);
  assert.match(JSON.parse(endless.bytes).message, /at most 4000000/);
  const list = await json('api/batch', xlsx([['Số', 'Trích yếu'], [1, '05-NQ/TU'], [2, '999-NQ/TU'], ['', 'chuyển đổi số']]), {type: sheetType});
  assert.deepEqual(list.rows.map(({query}) => query.trim()), ['Số Trích yếu', '05-NQ/TU', '999-NQ/TU', 'chuyển đổi số']);
  const told = await post('api/batch?format=xlsx', {queries: ['05-NQ/TU, ngày 01/6/2022', '=1+1']});
  assert.equal(told.type, sheetType);
  const again = await json('api/batch', told.bytes, {type: sheetType});
  assert.ok(again.rows.some(({query}) => query === '05-NQ/TU'));
});

/** A PDF of these pages, each a list of lines in Latin letters; one without lines is a blank sheet. */
function pdf(pages) {
  const objects = ['<</Type/Catalog/Pages 2 0 R>>', `<</Type/Pages/Kids[${pages.map((_, i) => `${4 + 2 * i} 0 R`).join(' ')}]/Count ${pages.length}>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'];
  for (const lines of pages) {
    const stream = lines.length ? `BT /F 11 Tf 50 800 Td ${lines.map((line) => `(${line}) Tj 0 -16 Td`).join(' ')} ET` : '';
    objects.push(`<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents ${objects.length + 2} 0 R>>`);
    objects.push(`<</Length ${stream.length}>>stream\n${stream}\nendstream`);
  }
  let file = '%PDF-1.4\n';
  const places = objects.map((object, i) => {
    const place = file.length;
    file += `${i + 1} 0 obj${object}endobj\n`;
    return String(place).padStart(10, '0');
  });
  const table = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((place) => `${place} 00000 n \n`).join('')}`;
  return Buffer.from(`${file}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${table}\n%%EOF`, 'latin1');
}
const written = ['Theo 05-NQ/TU, ngay 01/6/2022', ...Array(10).fill('Dong chi Bi thu phat bieu y kien chi dao hoi nghi.')];
const halfScanned = pdf([written, [], ['41-KL/TU']]);

test('7. pages without text', async (t) => {
  const answer = await json('api/draft-check', halfScanned, {type: 'application/pdf'});
  assert.equal(answer.format, 'pdf');
  assert.deepEqual(answer.pagesWithoutText, [2, 3]);
  assert.deepEqual(answer.citations.map(({symbol}) => symbol), ['05-NQ/TU', '41-KL/TU']);
  const list = await json('api/batch', halfScanned, {type: 'application/pdf'});
  assert.deepEqual(list.pagesWithoutText, [2, 3]);
  const shortEnd = await json('api/draft-check', pdf([written, ['Noi nhan:', '- Nhu tren,', '- Luu VT.']]), {type: 'application/pdf'});
  assert.ok(!('pagesWithoutText' in shortEnd), 'receivers are no picture');
  assert.ok(!('pagesWithoutText' in (await json('api/draft-check', rtf(draft), {type: 'application/rtf'}))));
  await onPage(t, '', async (page) => {
    await page.getByLabel('Mở tệp dự thảo').setInputFiles({name: 'a.pdf', mimeType: 'application/pdf', buffer: halfScanned});
    await page.locator('#draft-status', {hasText: 'Trang 2, 3 có rất ít hoặc không có chữ'}).waitFor();
    await keepPicture(page, 'draft-half-scanned');
  });
});

/** The config of a server without the program that reads files. */
function withoutReader() {
  const config = join(temporaryFolder(undo), 'vankien.toml');
  writeFileSync(config, 'file_reader = "none"\n');
  return config;
}

test('7. a server without the program that reads files', async () => {
  const bare = await startServer(server.home, undo, withoutReader());
  const response = await fetch(`${bare.url}/api/draft-check`, {method: 'POST', headers: {'Content-Type': 'application/rtf'}, body: rtf(draft)});
  assert.equal(response.status, 415);
  assert.equal((await response.json()).code, 'invalid_content_type');
});

const onPage = (t, hash, steps, options) => visitSite(t, `kiem-tra-du-thao.html${hash}`, steps, options);

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
    const copied = 'Nghị quyết số 03-NQ/TU, ngày 12/3/2026 của Tỉnh ủy Đông Giang về phát triển';
    await page.waitForFunction((begin) => document.getElementById('draft').value.startsWith(begin), copied);

    await area.fill(draft);
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
    await onPage(t, '', async (page) => {
      await checked(page, draft);
      await checkAccessibility(page);
      await page.getByRole('link', {name: 'Tra cứu hàng loạt'}).click();
      await page.getByLabel('Mỗi dòng một số').fill('05-NQ/TU, ngày 01/6/2022\n999-NQ/TU\n\nchuyen doi so');
      await page.getByRole('button', {name: 'Tra cứu', exact: true}).click();
      await page.locator('#batch-frame').waitFor();
      assert.equal(await page.locator('#batch-rows tr').count(), 3);
      assert.match(await page.locator('#batch-rows tr').first().textContent(), /Thay bằng: Nghị quyết 03-NQ\/TU/);
      await checkAccessibility(page);
      await keepPicture(page, `batch-${colorScheme}`);
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', {name: 'Tải về bảng CSV'}).click()]);
      assert.equal(download.suggestedFilename(), 'tra-cuu-hang-loat.csv');
    }, {colorScheme});
  });

test('8. a file on the page', async (t) => {
  await onPage(t, '', async (page) => {
    await page.getByLabel('Ngày của dự thảo').fill('2026-11-01');
    await page.getByLabel('Mở tệp dự thảo').setInputFiles({name: 'Dự thảo.rtf', mimeType: 'application/rtf', buffer: rtf(draft)});
    await page.locator('#draft-result').waitFor();
    assert.equal(await page.locator('#draft-status').textContent(), 'Có 6 trích dẫn, 6 chỗ cần xem lại.');
    assert.match(await page.locator('#draft').inputValue(), /^Thực hiện Nghị quyết số 05-NQ\/TU/);
    await keepPicture(page, 'draft-file');
    // Dropped: text goes straight into the box, a damaged file is told.
    const drop = async (name, type, content) => {
      const data = await page.evaluateHandle(([name, type, content]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([content], name, {type}));
        return transfer;
      }, [name, type, content]);
      await page.locator('#draft-form').dispatchEvent('dragover', {dataTransfer: data});
      assert.ok(await page.locator('#draft-form.drop').count());
      await page.locator('#draft-form').dispatchEvent('drop', {dataTransfer: data});
    };
    await drop('a.txt', 'text/plain', 'Theo 12-NQ/TU');
    await page.getByText('Có 1 trích dẫn').waitFor();
    await drop('a.pdf', 'application/pdf', 'no pdf at all');
    await page.getByText('Không đọc được chữ trong tệp này.').waitFor();
    await page.setViewportSize({width: 400, height: 800});
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth), false);
    await keepPicture(page, 'draft-narrow');
    await page.getByRole('link', {name: 'Tra cứu hàng loạt'}).click();
    await page.getByLabel('Mở tệp danh sách').setInputFiles({name: 'ds.xlsx', mimeType: sheetType, buffer: xlsx([['05-NQ/TU, ngày 01/6/2022'], ['999-NQ/TU']])});
    await page.getByText('Tìm thấy 1 trong 2 dòng.').waitFor();
    assert.equal(await page.locator('#queries').inputValue(), '05-NQ/TU, ngày 01/6/2022\n999-NQ/TU');
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', {name: 'Tải về Excel'}).click()]);
    assert.equal(file.suggestedFilename(), 'tra-cuu-hang-loat.xlsx');
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth), false);
    await keepPicture(page, 'batch-narrow');
  });
});

test('9. typed since the check', async (t) => {
  await onPage(t, '', async (page) => {
    await checked(page, draft);
    const area = page.getByLabel('Dán văn bản dự thảo vào đây');
    const untilStatus = (begin) => page.waitForFunction((wanted) => document.getElementById('draft-status').textContent.startsWith(wanted), begin);
    const correct = () => page.locator('#muc-1').getByRole('button', {name: 'Sửa trong văn bản'}).click();
    const right = (text) => text.replace('ngày 15/02/2025', 'ngày 14/02/2025');
    const longer = `Mở đầu. ${draft}`;
    await area.press('Control+Home');
    await page.keyboard.type('Mở đầu. ');
    await correct();
    await untilStatus('Văn bản đã thay đổi');
    assert.equal(await area.inputValue(), longer);
    await correct();
    await untilStatus('Đã sửa');
    assert.equal(await area.inputValue(), right(longer));
    await area.press('Control+z');
    await page.waitForFunction((text) => document.getElementById('draft').value === text, longer);

    // The answer comes after more was typed.
    let letGo;
    const held = new Promise((resolve) => (letGo = resolve));
    await page.route('**/api/draft-check*', async (route) => {
      await held;
      await route.continue();
    });
    const asked = page.waitForRequest('**/api/draft-check*');
    await page.locator('#draft-form button[type=submit]').click();
    await asked;
    await area.press('Control+End');
    await page.keyboard.type(' Thêm.');
    letGo();
    await untilStatus('Có 6 trích dẫn');
    assert.equal(await area.inputValue(), `${longer} Thêm.`);
  });
});

test('10. a long list', {timeout: 300_000}, async (t) => {
  // Long lines rather than many: a megabyte that is looked up in a moment, on a busy machine too.
  const about = ' về việc nâng cao chất lượng nguồn nhân lực của tỉnh'.repeat(24);
  const lines = Array.from({length: 700}, (_, at) => `Nghị quyết số ${String((at % 99) + 1).padStart(2, '0')}-NQ/TU ngày 01/6/2022 của Tỉnh ủy Đông Giang${about}`);
  assert.ok(lines.every((line) => Buffer.byteLength(line) < 2000));
  assert.ok(Buffer.byteLength(JSON.stringify({queries: lines})) > 1_048_576);
  const asJson = await post('api/batch', {queries: lines});
  assert.equal(asJson.status, 413);
  assert.match(JSON.parse(asJson.bytes).message, /at most 1048576 bytes/);
  await onPage(t, '#hang-loat', async (page) => {
    await page.getByLabel('Mỗi dòng một số').fill(lines.join('\n'));
    await page.getByRole('button', {name: 'Tra cứu', exact: true}).click();
    await page.getByText(/Tìm thấy .* trong 700 dòng/).waitFor();
    assert.equal(await page.locator('#batch-rows tr').count(), 700);
  });
  const bare = await startServer(server.home, undo, withoutReader());
  await (await openSite(bare.url, undo))(t, 'kiem-tra-du-thao.html#hang-loat', async (page) => {
    await page.getByLabel('Mỗi dòng một số').fill(lines.join('\n'));
    await page.getByRole('button', {name: 'Tra cứu', exact: true}).click();
    await page.getByText('Danh sách dài quá mức máy chủ này nhận.').waitFor();
    await page.getByLabel('Mỗi dòng một số').fill(lines.slice(0, 10).join('\n'));
    await page.getByRole('button', {name: 'Tra cứu', exact: true}).click();
    await page.getByText(/Tìm thấy .* trong 10 dòng/).waitFor();
  });
  await onPage(t, '#hang-loat', async (page) => {
    await page.getByLabel('Mở tệp danh sách').setInputFiles({name: 'ds.txt', mimeType: 'text/plain', buffer: Buffer.from(lines.join('\n'))});
    await page.getByText(/Tìm thấy .* trong 700 dòng/).waitFor();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', {name: 'Tải về bảng CSV'}).click()]);
    assert.equal(readFileSync(await file.path(), 'utf8').trimEnd().split('\r\n').length, 701);
    await page.route('**/api/batch?format=*', (route) => route.abort());
    await page.getByRole('button', {name: 'Tải về bảng CSV'}).click();
    await page.getByText('Không kết nối được với máy chủ tra cứu.').waitFor();
    assert.ok(await page.locator('#batch-frame').isVisible());
  });
});
