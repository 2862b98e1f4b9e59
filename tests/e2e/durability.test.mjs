// Whatever happens to the indexer, and to what it wrote:
//  1. Killed (kill -9) at 200 random moments of a reindex or an update, CURRENT names a whole generation that passes `check`
//     and holds all of the archive as it was before or as it is now; the next run brings in the rest.
//  2. Renames, syncs and writes failing once in each thread, at its 1st, 2nd, 3rd … call, until a run passes untouched: the
//     run says so or goes on, the published archive stays whole, the next run succeeds.
//  3. A full disk: a clear error, the published archive stays, nothing is left behind; with room again the run succeeds.
//  4. SIGTERM: own status, nothing published; the same reindex goes on from there.
//  5. A damaged CURRENT, manifest or generation: the daemon keeps what it has, and does not start on it.
//  6. More documents taken out or moved than Xapian commits by itself: what was published before stays whole.
//
// Everything lies in memory where it can: it is the moments that are tested, not the disk.

import assert from 'node:assert/strict';
import {execFileSync, spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import {build, cleaner, currentGeneration, startServer} from './server.mjs';

const indexer = join(build, 'bin', 'vankien-indexer');
const lastWords = (text) => text.trim().split('\n').slice(-6).join('\n');

function memoryFolder(undo) {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'vankien-durability-'));
  undo(() => rmSync(folder, {recursive: true, force: true}));
  return folder;
}

/** Runs the indexer to its end: {status, words}. */
function run(command, source, home, ...options) {
  const reserve = options.includes('--reserve') ? [] : ['--reserve', '1M'];
  const {status, stdout, stderr} = spawnSync(indexer, [command, source, '--home', home, ...reserve, ...options], {encoding: 'utf8'});
  return {status, words: stdout + stderr};
}

function mustRun(...words) {
  const ended = run(...words);
  assert.equal(ended.status, 0, ended.words);
  return ended.words;
}

/** What `check` finds; empty if all is well. */
const check = (home) => spawnSync(indexer, ['check', '--home', home], {encoding: 'utf8'}).stdout;

/** The number of documents in the published generation, by its manifest. */
function documents(home) {
  const manifest = JSON.parse(readFileSync(join(home, currentGeneration(home), 'manifest.json'), 'utf8'));
  return Object.values(manifest.grades).reduce((sum, grade) => sum + grade.documents, 0);
}

const record = (id, words) => JSON.stringify({id, title: `Thông báo ${id}`, body: words, grade: id.endsWith('7') ? 'mat' : 'open'}) + '\n';

/** An archive of two files and forty records, all of one version. */
function writeArchive(source, version) {
  mkdirSync(source, {recursive: true});
  for (const name of ['a', 'b']) writeFileSync(join(source, `${name}.txt`), `Số 0${version}-TB/TU\n\nTHÔNG BÁO\nvề bản ${version} của ${name}\n`);
  writeFileSync(join(source, 'records.jsonl'), Array.from({length: 40}, (_, i) => record(`r${i}`, `bản ${version} chim én`)).join(''));
}
const documentsInAll = 42;

/** Numbers in [0, 1), the same every time. */
function* randomNumbers(seed) {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

test('1. killed at any moment, the published archive is whole', {timeout: 1_800_000}, async (t) => {
  const undo = cleaner((step) => t.after(step));
  const folder = memoryFolder(undo);
  const [source, home] = [join(folder, 'archive'), join(folder, 'home')];
  writeArchive(source, 0);
  mustRun('reindex', source, home);
  const random = randomNumbers(20221122);
  const lengths = {};
  const ends = {killed: 0, published: 0, resumed: 0};
  for (const command of ['reindex', 'update']) {
    writeArchive(source, 1 + (command === 'update'));
    const begun = performance.now();
    mustRun(command, source, home);
    lengths[command] = performance.now() - begun;
  }
  for (let round = 0; round < 200; ++round) {
    const command = round % 2 === 0 ? 'reindex' : 'update';
    // Every fourth time the archive stays, so that an interrupted reindex can be taken up.
    if (round % 4 !== 2) writeArchive(source, round + 3);
    const before = currentGeneration(home);
    const child = spawn(indexer, [command, source, '--home', home, '--reserve', '1M'], {stdio: ['ignore', 'pipe', 'ignore']});
    let words = '';
    child.stdout.on('data', (data) => (words += data));
    const timer = setTimeout(() => child.kill('SIGKILL'), 1.2 * lengths[command] * random.next().value);
    const [, signal] = await once(child, 'close');
    clearTimeout(timer);
    ends.killed += signal === 'SIGKILL';
    ends.published += currentGeneration(home) !== before;
    ends.resumed += words.includes('interrupted run');
    assert.equal(documents(home), documentsInAll, `round ${round}`);
    if (round % 5 !== 4) continue;
    // The ledger catches up with CURRENT when the next run begins: one with nothing to do is enough.
    const begun = performance.now();
    const repaired = run(command, source, home);
    lengths[command] = performance.now() - begun; // the machine may have become busier, or less so
    assert.equal(repaired.status, 0, repaired.words);
    ends.resumed += repaired.words.includes('interrupted run');
    assert.equal(check(home), '', `round ${round}`);
  }
  mustRun('update', source, home);
  assert.match(mustRun('update', source, home), /nothing changed/);
  assert.equal(check(home), '');
  assert.equal(documents(home), documentsInAll);
  assert.deepEqual(readdirSync(home).filter((name) => name.endsWith('.tmp') && name !== 'reindex.tmp'), []);
  t.diagnostic(JSON.stringify(ends));
  assert.ok(ends.killed > 100, `only ${ends.killed} runs were killed`);
  assert.ok(ends.published > 0, 'no run was killed after it had published');
});

// strace counts the calls of each thread of the indexer for itself.
for (const [calls, error] of [['rename,renameat,renameat2', 'EIO'], ['rename,renameat,renameat2', 'ENOSPC'], ['fdatasync,fsync', 'EIO'], ['pwrite64', 'ENOSPC']]) {
  test(`2. ${calls} fails once with ${error}, at every call`, {timeout: 1_800_000}, async (t) => {
    const undo = cleaner((step) => t.after(step));
    const folder = memoryFolder(undo);
    const [source, home] = [join(folder, 'archive'), join(folder, 'home')];
    writeArchive(source, 0);
    mustRun('reindex', source, home);
    const ends = {refused: 0, published: 0, passed: false};
    // Writes are many: some of them.
    const step = calls === 'pwrite64' ? 3 : 1;
    for (let n = 1; n < 400 && !ends.passed; n += step) {
      writeArchive(source, n);
      const command = n % 2 === 1 ? 'reindex' : 'update';
      const log = join(folder, 'strace');
      const {status, stderr} = spawnSync(
        'strace',
        ['-f', '-qq', '-o', log, '-e', `trace=${calls}`, '-e', `inject=${calls}:error=${error}:when=${n}`,
          indexer, command, source, '--home', home, '--reserve', '1M', '--workers', '1', '--fresh'].filter((word) => command === 'reindex' || word !== '--fresh'),
        {encoding: 'utf8'});
      const injected = readFileSync(log, 'utf8').includes('(INJECTED)');
      assert.ok(status === 0 || status === 1, `${command} ended with ${status} at call ${n}: ${lastWords(stderr)}`);
      ends[status === 0 ? 'published' : 'refused']++;
      if (status === 1) assert.match(lastWords(stderr), /vankien-indexer: /);
      assert.equal(documents(home), documentsInAll, `call ${n}`);
      ends.passed = !injected && n > 1;
      mustRun('update', source, home);
      assert.equal(check(home), '', `call ${n} of ${command}`);
      assert.equal(documents(home), documentsInAll);
    }
    t.diagnostic(JSON.stringify(ends));
    assert.ok(ends.passed, 'no run passed untouched');
    assert.ok(ends.refused > 0, 'no failure was noticed');
  });
}

test('3. a full disk', {timeout: 1_800_000, skip: process.getuid() !== 0 && 'only root can mount a small disk'}, async (t) => {
  const undo = cleaner((step) => t.after(step));
  const folder = memoryFolder(undo);
  const [source, disk] = [join(folder, 'archive'), join(folder, 'disk')];
  const home = join(disk, 'home');
  writeArchive(source, 0);
  mkdirSync(disk);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', disk], {encoding: 'utf8'});
  if (mounted.status !== 0) return t.skip(`no small disk can be mounted here: ${mounted.stderr}`);
  undo(() => execFileSync('umount', ['-l', disk]));
  mustRun('reindex', source, home);
  const before = currentGeneration(home);
  const big = join(source, 'big.jsonl');
  let seed = 1;
  const word = () => 'từ' + ((seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) % 100_000).toString(36);
  writeFileSync(big, Array.from({length: 800}, (_, i) => record(`big${i}`, Array.from({length: 300}, word).join(' '))).join(''));
  for (const command of ['reindex', 'update']) {
    // With hardly a reserve the disk itself says no, in the middle of a write.
    for (const reserve of ['1M', '1b']) {
      const {status, words} = run(command, source, home, '--reserve', reserve);
      assert.equal(status, 1, words);
      assert.match(words, /the disk is full|No space left on device/, words);
      assert.ok(words.includes(home), `the message names no place: ${words}`);
      assert.equal(currentGeneration(home), before);
      assert.deepEqual(readdirSync(home).filter((name) => name.includes('.tmp')), [], 'what was begun is removed');
      assert.equal(check(home), '');
    }
  }
  // The same for what is handed over: it waits, and comes in once there is room.
  const lines = readFileSync(big, 'utf8').trimEnd().split('\n');
  const head = {version: 1, sequence: 1, method: 'replace', index: 'vanban', received: lines.length, primaryKey: '', filter: null, enqueuedAt: '2026-05-19T08:30:00.000000Z'};
  mkdirSync(join(home, 'spool'));
  writeFileSync(join(home, 'spool', '4.task'), [JSON.stringify(head), ...lines, ''].join('\n'));
  rmSync(big);
  const takeIn = (reserve) => spawnSync(indexer, ['spool', '--once', '--home', home, '--reserve', reserve], {encoding: 'utf8'});
  for (const reserve of ['1M', '1b']) {
    const {status, stderr} = takeIn(reserve);
    assert.equal(status, 1, stderr);
    assert.match(stderr, /the disk is full.*make room|No space left on device/, stderr);
    assert.ok(stderr.includes(home), `the message names no place: ${stderr}`);
    assert.equal(currentGeneration(home), before);
    assert.deepEqual(readdirSync(home).filter((name) => name.includes('.tmp')), [], 'what was begun is removed');
    assert.ok(existsSync(join(home, 'spool', '4.task')), 'the task is gone');
    assert.equal(check(home), '');
  }
  execFileSync('mount', ['-o', 'remount,size=64m', disk]);
  const taken = takeIn('1M');
  assert.match(taken.stdout, /took in 1 tasks, 0 of them failed: 800 documents put in/, taken.stderr);
  writeArchive(source, 1);
  mustRun('update', source, home);
  assert.notEqual(currentGeneration(home), before);
  assert.equal(check(home), '');
});

test('4. SIGTERM, and on from there', {timeout: 1_800_000}, async (t) => {
  const undo = cleaner((step) => t.after(step));
  const folder = memoryFolder(undo);
  const [source, home] = [join(folder, 'archive'), join(folder, 'home')];
  writeArchive(source, 0);
  // Seconds of work, so that on a busy machine this test comes in time to stop it.
  const many = Array.from({length: 20_000}, (_, i) => record(`m${i}`, `bản ghi số ${i} về chim én, cá chép và con công `.repeat(30)));
  writeFileSync(join(source, 'many.jsonl'), many.join(''));
  const child = spawn(indexer, ['reindex', source, '--home', home], {stdio: ['ignore', 'ignore', 'pipe']});
  let words = '';
  child.stderr.on('data', (data) => (words += data));
  const closed = once(child, 'close');
  // In the middle: a worker gathers its first documents.
  while (!existsSync(join(home, 'reindex.tmp/shards/1-0-0'))) {
    assert.equal(child.exitCode, null, 'it ended before it could be stopped');
    await new Promise(setImmediate);
  }
  child.kill('SIGTERM');
  assert.deepEqual(await closed, [6, null], words);
  assert.match(words, /stopped, nothing was published/);
  assert.ok(!existsSync(join(home, 'CURRENT')));
  const again = mustRun('reindex', source, home);
  assert.match(again, /^[1-9]\d* documents had been read by an interrupted run$/m);
  assert.equal(documents(home), documentsInAll + many.length);
  assert.equal(check(home), '');
});

test('5. damage under a running daemon', {timeout: 1_800_000}, async (t) => {
  const undo = cleaner((step) => t.after(step));
  const folder = memoryFolder(undo);
  const [source, home] = [join(folder, 'archive'), join(folder, 'home')];
  writeArchive(source, 0);
  mustRun('reindex', source, home);
  const server = await startServer(home, undo);
  const total = async () => {
    const answer = await fetch(`${server.url}/indexes/vanban/search?q=b%E1%BA%A3n&hitsPerPage=1`);
    assert.equal(answer.status, 200);
    return (await answer.json()).totalHits;
  };
  const open = await total();
  assert.equal(open, documentsInAll - 4);
  const first = currentGeneration(home);
  const generation = join(home, 'gen-000002');
  const damages = {
    'an empty CURRENT': () => writeFileSync(join(home, 'CURRENT'), ''),
    'a CURRENT that names nothing that is there': () => writeFileSync(join(home, 'CURRENT'), 'gen-000077\n'),
    'a cut CURRENT': () => writeFileSync(join(home, 'CURRENT'), 'gen-0'),
    'a cut manifest': () => truncateSync(join(generation, 'manifest.json'), 200),
    'a cut iamglass': () => truncateSync(join(generation, 'open/iamglass'), 10),
    'an empty table': () => truncateSync(join(generation, 'open/postlist.glass'), 0),
    'a grade that is missing': () => rmSync(join(generation, 'mat'), {recursive: true}),
    'a stub that runs a program': () => {
      rmSync(join(generation, 'open'), {recursive: true});
      writeFileSync(join(generation, 'open'), `remote :/usr/bin/touch ${join(folder, 'ran')}\n`);
    },
  };
  for (const [name, damage] of Object.entries(damages)) {
    rmSync(generation, {recursive: true, force: true});
    cpSync(join(home, first), generation, {recursive: true});
    damage();
    if (!name.includes('CURRENT')) writeFileSync(join(home, 'CURRENT'), 'gen-000002\n');
    // It looks twice a second.
    for (const until = performance.now() + 1200; performance.now() < until; ) assert.equal(await total(), open, name);
    await assert.rejects(startServer(home, undo), /ended with 1/, `a daemon started on ${name}`);
    assert.ok(!existsSync(join(folder, 'ran')), 'a program was run');
    writeFileSync(join(home, 'CURRENT'), `${first}\n`);
  }
});

test('6. thousands of documents go or move at once', {timeout: 1_800_000}, (t) => {
  const undo = cleaner((step) => t.after(step));
  const folder = memoryFolder(undo);
  const [source, home] = [join(folder, 'archive'), join(folder, 'home')];
  mkdirSync(source);
  const [table, moved] = [join(source, 'a.jsonl'), join(source, 'b.jsonl')];
  const lines = Array.from({length: 12_000}, (_, i) => record(`r${i}`, `chim én ${i}`));
  writeFileSync(table, lines.join(''));
  mustRun('reindex', source, home);
  const first = currentGeneration(home);
  writeFileSync(table, lines[0]);
  assert.match(run('update', source, home).words, /would shrink from 12000 to 1 documents/);
  assert.equal(currentGeneration(home), first);
  assert.equal(check(home), '');
  writeFileSync(moved, lines.join(''));
  rmSync(table);
  mustRun('update', source, home);
  assert.notEqual(currentGeneration(home), first);
  assert.equal(check(home), '');
  writeFileSync(moved, lines[0]);
  mustRun('update', source, home, '--force');
  assert.equal(check(home), '');
  execFileSync(indexer, ['rollback', '--home', home]);
  assert.equal(check(home), '');
});
