// What an archivist does day by day, with the real programs:
//  1. `watch` brings in what comes, changes, moves and goes, and searches see it; SIGTERM ends it with status 0.
//  2. A watch whose updates fail says so, tries again, and works when the cause is gone; it looks around by itself, too.
//  3. `export` gives everything back: reindexed, it gives the same export, byte for byte, and the same answers.
//  4. `stats` counts what the search counts, for all grades or some.
//  5. `--dry-run` tells what `update` then does, and leaves the home as it was.
//  6. Whatever the umask, nobody else may read what the indexer writes.
//  7. On a disk that cannot be written to a run explains itself; asking goes on.
//  8. The page says where else a document lies, in the list and beside its text.
//  9. A generation that was copied away while the indexer was at work is a whole archive: checked, searched, updated from, also
//     where careless hands removed Xapian's own lock files.
// 10. The clock goes back a year and forward again: generations and tasks are numbered on, changes are noticed, what was handed over
//     later replaces what came before.

import assert from 'node:assert/strict';
import {execFileSync, spawn} from 'node:child_process';
import {once} from 'node:events';
import {
  appendFileSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync,
} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {setTimeout as pause} from 'node:timers/promises';
import {launch, visit} from './browser.mjs';
import {countBy, readSample, sampleFolder, upTo} from './sample.mjs';
import {build, cleaner, currentGeneration, keys, reindex, startServer, temporaryFolder, writeConfig} from './server.mjs';

const indexer = join(build, 'bin', 'vankien-indexer');
const paper = (words) => `TỈNH ỦY ĐÔNG GIANG\nSố 05-TB/TU\n\nTHÔNG BÁO\nvề lịch họp\n-----\n\n${words}\n`;

/** Runs the indexer to its end: {status, out, error}. */
async function run(...words) {
  const child = spawn(indexer, words, {stdio: ['ignore', 'pipe', 'pipe']});
  const [out, error] = ['', ''].map(() => []);
  child.stdout.on('data', (data) => out.push(data));
  child.stderr.on('data', (data) => error.push(data));
  const [status] = await once(child, 'close');
  return {status, out: Buffer.concat(out).toString(), error: Buffer.concat(error).toString()};
}

function startWatch(source, home, undo, ...words) {
  const child = spawn(indexer, ['watch', source, '--home', home, '--quiet-seconds', '0.1', ...words], {stdio: ['ignore', 'pipe', 'pipe']});
  const watch = {words: '', exited: once(child, 'close').then(([status, signal]) => signal ?? status)};
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (watch.words += data));
  watch.stop = () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    return watch.exited;
  };
  undo(watch.stop);
  return watch;
}

/** Asks until the answer is right; after five minutes, shows what it was. */
async function eventually(ask, right, describe = () => '') {
  const end = Date.now() + 300_000;
  for (;;) {
    const answer = await ask();
    if (right(answer)) return answer;
    if (Date.now() > end) assert.fail(`${JSON.stringify(answer)} ${describe()}`);
    await pause(50);
  }
}

async function search(server, body, key) {
  const headers = {'Content-Type': 'application/json', ...(key ? {Authorization: `Bearer ${key}`} : {})};
  const answer = await fetch(`${server.url}/indexes/vanban/search`, {method: 'POST', headers, body: JSON.stringify(body)});
  assert.equal(answer.status, 200);
  return answer.json();
}

const snapshot = (folder) =>
  readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .map((file) => `${file} ${statSync(file).mtimeMs} ${statSync(file).size}`)
    .sort();

test('1. watch keeps the index fresh', {timeout: 600_000}, async (t) => {
  const undo = cleaner((step) => t.after(step));
  const folder = temporaryFolder(undo);
  const [source, home] = [join(folder, 'kho'), join(folder, 'home')];
  mkdirSync(source);
  for (let i = 0; i < 10; ++i) writeFileSync(join(source, `${i}.txt`), paper(`Chuyện số ${i}`));
  const watch = startWatch(source, home, undo, '--scan-minutes', '60');
  await eventually(() => existsSync(join(home, 'CURRENT')), Boolean, () => watch.words);
  const server = await startServer(home, undo);
  const paths = async (words) => (await search(server, {q: words})).hits.map((hit) => hit.path).sort().join(' ');
  const becomes = (words, expected) => eventually(() => paths(words), (found) => found === expected, () => watch.words);

  await becomes('"chuyện số"', [...Array(10).keys()].map((i) => `kho/${i}.txt`).join(' '));
  writeFileSync(join(source, 'mới.txt'), paper('Bạch tuộc'));
  await becomes('"bạch tuộc"', 'kho/mới.txt');
  const {id} = (await search(server, {q: '"bạch tuộc"'})).hits[0];

  mkdirSync(join(source, 'năm', '2022'), {recursive: true});
  renameSync(join(source, 'mới.txt'), join(source, 'năm', '2022', 'cũ.txt'));
  await becomes('"bạch tuộc"', 'kho/năm/2022/cũ.txt');
  assert.equal((await search(server, {q: '"bạch tuộc"'})).hits[0].id, id, 'links live');

  // The folder was not there when the watch began.
  writeFileSync(join(source, 'năm', '2022', 'hai.txt'), paper('Hải âu'));
  await becomes('"hải âu"', 'kho/năm/2022/hai.txt');
  renameSync(join(source, 'năm'), join(source, 'niên'));
  await becomes('"hải âu"', 'kho/niên/2022/hai.txt');
  writeFileSync(join(source, 'niên', '2022', 'hai.txt'), paper('Chim sẻ'));
  await becomes('"chim sẻ"', 'kho/niên/2022/hai.txt');
  await becomes('"hải âu"', '');
  rmSync(join(source, 'niên'), {recursive: true});
  await becomes('"chim sẻ"', '');
  await becomes('"bạch tuộc"', '');

  // Written in pieces: what the search shows in the end is the whole file.
  for (const piece of ['một', 'hai', 'ba']) {
    appendFileSync(join(source, 'dài.txt'), piece === 'một' ? paper('Cá voi một') : `${piece}\n`);
    await pause(60);
  }
  await becomes('"một hai ba"', 'kho/dài.txt');
  assert.equal(await watch.stop(), 0, watch.words);
  assert.equal((await run('update', source, '--home', home)).status, 0, 'the lock is free');
});

test('2. a watch outlives its failures', {timeout: 600_000}, async (t) => {
  const undo = cleaner((step) => t.after(step));
  const folder = temporaryFolder(undo);
  const [source, home] = [join(folder, 'kho'), join(folder, 'home')];
  mkdirSync(source);
  const watch = startWatch(source, home, undo, '--scan-minutes', '60');
  await eventually(() => watch.words, (words) => /no document was read[^]*the next is tried in/.test(words));
  writeFileSync(join(source, 'a.txt'), paper('Bạch tuộc'));
  await eventually(() => existsSync(join(home, 'CURRENT')), Boolean, () => watch.words);
  // Nothing happens, so no event comes: the second update is a scan's.
  const second = startWatch(source, join(folder, 'home2'), undo, '--scan-minutes', '0.005');
  await eventually(() => second.words, (words) => /published in[^]*nothing changed/.test(words));
  assert.equal(await second.stop(), 0);
  const inside = await run('watch', source, '--home', join(source, 'home'));
  assert.equal(inside.status, 1);
  assert.match(inside.error, /the home folder lies in the source/);
  assert.equal(await watch.stop(), 0);
});

test('3. export gives everything back', {timeout: 600_000}, async (t) => {
  const undo = cleaner((step) => t.after(step));
  const folder = temporaryFolder(undo);
  const [source, home, again] = ['sample', 'home', 'again'].map((name) => join(folder, name));
  cpSync(sampleFolder, source, {recursive: true});
  // A second copy of everything that is no list of records.
  mkdirSync(join(source, 'bản sao'));
  cpSync(join(sampleFolder, 'tinh'), join(source, 'bản sao'), {recursive: true, filter: (file) => !file.endsWith('.jsonl')});
  await reindex(source, home);
  const first = await run('export', '--home', home);
  assert.equal(first.status, 0, first.error);
  const lines = first.out.trimEnd().split('\n').map((line) => JSON.parse(line));
  assert.equal(lines.length, readSample().length);
  assert.ok(lines.some(({paths}) => paths?.length === 2));
  writeFileSync(join(folder, 'archive.jsonl'), first.out);
  await reindex(join(folder, 'archive.jsonl'), again);
  const second = await run('export', '--home', again);
  assert.ok(second.out === first.out, 'the second export differs from the first');
  const open = await run('export', '--home', home, '--grade', 'open');
  assert.deepEqual([...new Set(open.out.trimEnd().split('\n').map((line) => JSON.parse(line).grade))], ['open']);

  const answers = [];
  for (const where of [home, again]) {
    const server = await startServer(where, undo);
    const key = keys['tuyet-mat'];
    const asked = [];
    for (const q of ['', 'nghi quyet', 'quy định', '05-NQ/TU', 'hội nghị lần thứ tư', '"tỉnh ủy"']) {
      const {hits, totalHits, facetDistribution} = await search(server, {q, hitsPerPage: 1000, facets: ['*']}, key);
      asked.push({q, totalHits, facetDistribution, hits: hits.map(({id}) => id).sort()});
    }
    answers.push(asked);
    await server.stop();
  }
  assert.deepEqual(answers[1], answers[0]);
});

test('4. stats counts what the search counts', {timeout: 600_000}, async (t) => {
  const undo = cleaner((step) => t.after(step));
  const home = temporaryFolder(undo);
  await reindex(sampleFolder, home);
  const documents = readSample();
  const rows = async (...words) => {
    const {status, out, error} = await run('stats', '--home', home, '--csv', ...words);
    assert.equal(status, 0, error);
    return out.trimEnd().split('\r\n').slice(1).map((line) => line.split(','));
  };
  for (const [words, counted] of [[[], documents], [['--grade', 'open'], upTo(documents, 'open')]]) {
    const types = Object.fromEntries((await rows('--by', 'type', ...words)).filter(([type]) => type).map(([type, count]) => [type, Number(count)]));
    assert.deepEqual(types, countBy(counted, 'type'));
  }
  const all = await rows();
  assert.equal(all.reduce((sum, row) => sum + Number(row.at(-1)), 0), documents.length);
  const text = await run('stats', '--home', home);
  assert.match(text.out, /^type +year +issuer +documents\n/);
  assert.match(text.out, new RegExp(`\ntotal +${documents.length}\n$`));
  assert.notEqual((await run('stats', '--home', join(home, 'nowhere'))).status, 0);
});

test('5. a dry run tells what happens and touches nothing', {timeout: 600_000}, async (t) => {
  const undo = cleaner((step) => t.after(step));
  const folder = temporaryFolder(undo);
  const [source, home] = [join(folder, 'kho'), join(folder, 'home')];
  mkdirSync(source);
  for (let i = 0; i < 6; ++i) writeFileSync(join(source, `${i}.txt`), paper(`Chuyện số ${i}`));
  const empty = await run('update', source, '--home', home, '--dry-run');
  assert.match(empty.out, /^new\tkho\/0.txt\n[^]*new 6, changed 0, moved 0, copy 0, again 0, unreadable 0, vanished 0, unchanged 0; nothing was touched\n$/);
  assert.ok(!existsSync(home));
  await reindex(source, home);
  const before = snapshot(home);
  renameSync(join(source, '0.txt'), join(source, 'tên\tlạ.txt'));
  writeFileSync(join(source, '1.txt'), paper('Khác'));
  cpSync(join(source, '2.txt'), join(source, 'bản sao.txt'));
  rmSync(join(source, '3.txt'));
  const told = await run('update', source, '--home', home, '--dry-run');
  assert.deepEqual(told.out.split('\n'), [
    'changed\tkho/1.txt', 'copy\tkho/bản sao.txt\tkho/2.txt', 'moved\tkho/tên\\tlạ.txt\tkho/0.txt', 'vanished\tkho/3.txt',
    'new 0, changed 1, moved 1, copy 1, again 0, unreadable 0, vanished 1, unchanged 3; nothing was touched', '']);
  assert.equal((await run('reindex', source, '--home', home, '--dry-run')).out, told.out);
  assert.deepEqual(snapshot(home), before);
  const done = await run('update', source, '--home', home);
  assert.match(done.out, /^read 1 documents from 1 files, skipped 3 files unchanged, 1 moved, 1 copies of others, failed 0, removed 1 documents/);
  assert.match((await run('update', source, '--home', home, '--dry-run')).out, /^new 0, .* unchanged 6; nothing/);
});

test('6. nobody else may read', {timeout: 600_000}, async (t) => {
  const undo = cleaner((step) => t.after(step));
  const folder = temporaryFolder(undo);
  const [source, home] = [join(folder, 'kho'), join(folder, 'home')];
  mkdirSync(source);
  for (let i = 0; i < 3; ++i) writeFileSync(join(source, `${i}.txt`), paper(`Chuyện số ${i}`));
  for (const command of ['reindex', 'update']) {
    execFileSync('sh', ['-c', 'umask 0000; exec "$@"', 'sh', indexer, command, source, '--home', home], {stdio: 'ignore'});
    writeFileSync(join(source, 'mới.txt'), paper('Mới'));
  }
  const modes = readdirSync(home, {recursive: true}).map((name) => [name, statSync(join(home, name)).mode & 0o077]);
  assert.ok(modes.length > 10);
  assert.deepEqual([['', statSync(home).mode & 0o077], ...modes].filter(([, others]) => others !== 0), []);
});

test('7. a disk that cannot be written to', {timeout: 600_000}, async (t) => {
  try {
    execFileSync('unshare', ['-m', 'sh', '-c', 'mount --bind /tmp /tmp && mount -o remount,ro,bind /tmp'], {stdio: 'ignore'});
  } catch {
    return t.skip('needs the right to mount');
  }
  const undo = cleaner((step) => t.after(step));
  const folder = temporaryFolder(undo);
  const [source, home] = [join(folder, 'kho'), join(folder, 'home')];
  mkdirSync(source);
  for (let i = 0; i < 3; ++i) writeFileSync(join(source, `${i}.txt`), paper(`Chuyện số ${i}`));
  writeFileSync(join(source, 'hỏng.pdf'), 'no pdf');
  await run('reindex', source, '--home', home);
  const generation = currentGeneration(home);
  // In a namespace of mounts of its own, so that nothing is left behind.
  const onReadOnly = (...words) => {
    const script = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" || exit 99; exec "$@"';
    try {
      const out = execFileSync('unshare', ['-m', 'sh', '-c', script, home, indexer, ...words], {stdio: ['ignore', 'pipe', 'pipe']});
      return {status: 0, out: out.toString()};
    } catch ({status, stdout, stderr}) {
      return {status, out: stdout.toString(), error: stderr.toString()};
    }
  };
  for (const command of ['update', 'reindex']) {
    const {status, error} = onReadOnly(command, source, '--home', home);
    assert.equal(status, 1, error);
    assert.match(error, /Read-only file system/);
  }
  assert.match(onReadOnly('failures', '--home', home).out, /^kho\/hỏng.pdf\t-\tdamaged\t/);
  assert.match(onReadOnly('stats', '--home', home, '--by', 'type').out, /total +3\n$/);
  assert.match(onReadOnly('update', source, '--home', home, '--dry-run').out, /unchanged 4; nothing was touched\n$/);
  assert.equal(onReadOnly('export', '--home', home).out.trimEnd().split('\n').length, 3);
  assert.equal(currentGeneration(home), generation);
});

test('8. the page says where else', {timeout: 600_000}, async (t) => {
  const undo = cleaner((step) => t.after(step));
  const folder = temporaryFolder(undo);
  const [source, home] = [join(folder, 'kho'), join(folder, 'home')];
  mkdirSync(join(source, 'cũ'), {recursive: true});
  for (const name of ['a.txt', 'b.txt', 'cũ/a.txt']) writeFileSync(join(source, name), paper('Bạch tuộc'));
  writeFileSync(join(source, 'c.txt'), paper('Hải âu'));
  await reindex(source, home);
  const server = await startServer(home, undo);
  const browser = await launch();
  undo(() => browser.close());
  const {page, complaints} = await visit(browser, `${server.url}/?q=hop`, t);
  await page.locator('.hit').nth(1).waitFor();
  assert.deepEqual(await page.locator('.hit-copies').allTextContents(), ['cũng ở: kho/b.txt, kho/cũ/a.txt']);
  await page.locator('.hit', {has: page.locator('.hit-copies')}).locator('h3 a').click();
  const row = page.getByRole('row', {name: /^Cũng ở/});
  await row.waitFor();
  assert.equal(await row.locator('td').innerText(), 'kho/b.txt\nkho/cũ/a.txt');
  assert.deepEqual(complaints, []);
});

test('9. a copy taken while the indexer works', {timeout: 600_000}, async (t) => {
  const undo = cleaner((step) => t.after(step));
  const folder = temporaryFolder(undo);
  const [source, home] = [join(folder, 'source'), join(folder, 'home')];
  mkdirSync(source);
  const words = (round) => Array.from({length: 3000}, (_, i) => `từ${i} lần${round}`).join(' ');
  for (let i = 0; i < 20; ++i) writeFileSync(join(source, `${i}.txt`), paper(`số ${i} ${words(0)}`));
  await reindex(source, home);
  for (let round = 1; round <= 5; ++round) {
    writeFileSync(join(source, '7.txt'), paper(`số 7 ${words(round)}`));
    const generation = currentGeneration(home);
    const restored = join(folder, `restored-${round}`);
    mkdirSync(restored);
    cpSync(join(home, 'ledger.sqlite'), join(restored, 'ledger.sqlite'));
    const working = run('update', source, '--home', home);
    const copied = once(spawn('cp', ['-r', join(home, generation), restored]), 'close');
    assert.deepEqual(await copied, [0, null]);
    assert.equal((await working).status, 0);
    assert.notEqual(currentGeneration(home), generation);
    writeFileSync(join(restored, 'CURRENT'), `${generation}\n`);
    const checked = await run('check', '--home', restored);
    assert.equal(checked.status, 0, checked.out + checked.error);
    rmSync(join(restored, 'ledger.sqlite')); // the generation has a copy of its own
    for (const name of readdirSync(restored, {recursive: true})) if (name.endsWith('flintlock')) rmSync(join(restored, name));
    const updated = await run('update', source, '--home', restored);
    assert.equal(updated.status, 0, updated.error);
    assert.match(updated.out, /read 1 documents from 1 files.* 20 documents in all/);
    const both = await Promise.all([home, restored].map((one) => run('export', '--home', one)));
    assert.deepEqual(...both.map(({out}) => out.trim().split('\n').sort()));
  }
});

test('10. the clock goes back', {timeout: 300_000}, async (t) => {
  const undo = cleaner((step) => t.after(step));
  const folder = temporaryFolder(undo);
  const home = join(folder, 'home');
  const source = join(folder, 'archive');
  const year = 365 * 24 * 3600;
  /** Does something whose programs take it to be a year ago. */
  const aYearAgo = async (something) => {
    Object.assign(process.env, {LD_PRELOAD: join(build, 'tests', 'libother_clock.so'), VANKIEN_CLOCK: String(-year)});
    try {
      return await something();
    } finally {
      delete process.env.LD_PRELOAD;
      delete process.env.VANKIEN_CLOCK;
    }
  };
  const write = (name, words, age = 0) => {
    writeFileSync(join(source, name), paper(words));
    const then = Date.now() / 1000 - age;
    utimesSync(join(source, name), then, then);
  };
  const update = async (...words) => {
    const {status, error} = await run('update', ...words, '--home', home);
    assert.equal(status, 0, error);
  };
  const titles = async () => (await run('export', '--home', home)).out.trim().split('\n').map((line) => JSON.parse(line).body.trim().split('\n').at(-1)).sort();
  const hand = async (body) => {
    const config = writeConfig(folder, ['open']);
    const server = await startServer(home, undo, config);
    const sent = await fetch(`${server.url}/indexes/vanban/documents`, {
      method: 'POST', headers: {'Content-Type': 'application/json', Authorization: `Bearer ${keys['write-open']}`}, body: JSON.stringify([{id: 'x', body}]),
    });
    const {taskUid, enqueuedAt} = await sent.json();
    const tasks = await (await fetch(`${server.url}/tasks`, {headers: {Authorization: `Bearer ${keys['write-open']}`}})).json();
    await server.stop();
    return {taskUid, enqueuedAt, listed: tasks.results.map(({uid}) => uid)};
  };

  mkdirSync(source);
  write('a.txt', 'chim sâu');
  write('b.txt', 'chim sẻ');
  await reindex(source, home);
  assert.equal(currentGeneration(home), 'gen-000001');

  // As long as before, and older than what is known of it.
  await aYearAgo(async () => {
    write('a.txt', 'chim sáo', year);
    write('c.txt', 'chim én', year);
    await update(source);
    assert.equal(currentGeneration(home), 'gen-000002');
    await update(source);
    assert.equal(currentGeneration(home), 'gen-000002', 'nothing has changed');
  });
  assert.deepEqual(await titles(), ['chim sáo', 'chim sẻ', 'chim én'].sort());
  const {updated} = JSON.parse(readFileSync(join(home, currentGeneration(home), 'manifest.json'), 'utf8')).grades.open;
  assert.ok(Date.parse(updated) < Date.now() - (year - 3600) * 1000, `it was a year ago for the program: ${updated}`);

  const first = await hand('cá chép');
  const second = await aYearAgo(() => hand('cá trê'));
  assert.ok(second.enqueuedAt < first.enqueuedAt);
  assert.ok(second.taskUid > first.taskUid);
  assert.deepEqual(second.listed, [second.taskUid, first.taskUid]);
  await aYearAgo(() => update());
  assert.deepEqual(await titles(), ['chim sáo', 'chim sẻ', 'chim én', 'cá trê'].sort());

  write('b.txt', 'chim ri');
  await update(source);
  assert.equal(currentGeneration(home), 'gen-000004');
  assert.deepEqual(await titles(), ['chim ri', 'chim sáo', 'chim én', 'cá trê'].sort());
  assert.equal((await run('check', '--sources', '--home', home)).status, 0);
});
