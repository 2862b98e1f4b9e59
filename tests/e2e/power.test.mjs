// The power fails while the indexer writes (tests/e2e/power_cut.mjs: what was not synced may be lost, piece by piece):
//  1. Whenever that is, of a reindex, an update or a spool being taken in, what is published is the whole archive as it was
//     before or as it is after, document for document.
//  2. Once the program has said that it is done, it is as it is after; a task that is told as finished is in it.
//  3. The next run needs no help, and brings in what is missing.

import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import {Disk, readCalls, record} from './power_cut.mjs';
import {build, cleaner} from './server.mjs';
import {randomNumbers} from './requests.mjs';

const indexer = join(build, 'bin', 'vankien-indexer');
const states = 24; // of the disk, after each kind of run

function run(...words) {
  const {status, stdout, stderr} = spawnSync(indexer, words, {encoding: 'utf8', maxBuffer: 1 << 26});
  return {status, stdout, words: stdout + stderr};
}

function mustRun(...words) {
  const ended = run(...words);
  assert.equal(ended.status, 0, ended.words);
  return ended.stdout;
}

const digest = (home) => createHash('sha256').update(mustRun('export', '--home', home)).digest('hex');

function writeArchive(source, version) {
  mkdirSync(source, {recursive: true});
  for (const name of ['a', 'b']) writeFileSync(join(source, `${name}.txt`), `Số 0${version}-TB/TU\n\nTHÔNG BÁO\nvề bản ${version} của ${name}\n`);
  const record = (i) => JSON.stringify({id: `r${i}`, title: `Thông báo ${i}`, body: `bản ${i % 2 ? version : 0} chim én`, grade: i % 10 === 7 ? 'mat' : 'open'}) + '\n';
  writeFileSync(join(source, 'records.jsonl'), Array.from({length: 40}, (_, i) => record(i)).join(''));
}

/** Puts a task into a spool as the daemon does. */
function handOver(home, n, document) {
  mkdirSync(join(home, 'spool'), {recursive: true});
  const head = {version: 1, sequence: n, method: 'replace', index: 'vanban', received: 1, primaryKey: '', filter: null, enqueuedAt: '2026-05-19T08:30:00.000000Z'};
  writeFileSync(join(home, 'spool', `${n * 5}.task`), `${JSON.stringify(head)}\n${JSON.stringify(document)}\n`);
  return join('spool', `${n * 5}.done`);
}

const kinds = {
  reindex: (source, home) => ['reindex', source, '--home', home, '--workers', '1', '--reserve', '1M'],
  update: (source, home) => ['update', source, '--home', home, '--workers', '1', '--reserve', '1M'],
  spool: (source, home) => ['spool', '--once', '--home', home, '--workers', '1', '--reserve', '1M'],
};

for (const [kind, words] of Object.entries(kinds)) {
  test(`the power fails during ${kind}`, {timeout: 1_800_000}, async (t) => {
    const undo = cleaner((step) => t.after(step));
    const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'vankien-power-'));
    undo(() => rmSync(folder, {recursive: true, force: true}));
    const [source, home, left, log] = ['archive', 'home', 'left', 'strace'].map((name) => join(folder, name));
    writeArchive(source, 0);
    mustRun(...kinds.reindex(source, home));
    // So that the databases have a history, and tables in common.
    writeArchive(source, 1);
    mustRun(...kinds.update(source, home));
    const before = digest(home);
    let done;
    if (kind === 'spool') done = handOver(home, 1, {id: 'handed', title: 'Công văn', body: 'bàn giao chim én'});
    else writeArchive(source, 2);
    const [rehearsal, disk] = [new Disk(home), new Disk(home)];
    const ended = record(log, [indexer, ...words(source, home)]);
    assert.equal(ended.status, 0, ended.stderr);
    const after = digest(home);
    assert.notEqual(after, before);
    rmSync(home, {recursive: true});

    // Half of the moments are right after something was synced or renamed, where an order may be wrong; the rest anywhere.
    const random = randomNumbers(21);
    const calls = readCalls(log);
    const changing = calls.map((call, i) => [rehearsal.play(call), i]).filter(([changed]) => changed).map(([, i]) => i);
    assert.ok(changing.length > 100, 'the record is too short to be true');
    const turns = changing.filter((i) => /sync|rename|link/.test(calls[i].name));
    const pick = (list) => list[Math.floor(random() * list.length)];
    const moments = new Set([changing.at(-1)]);
    while (moments.size < states / 2) moments.add(pick(moments.size % 2 ? turns : changing));

    const part = (list) => list.filter(() => random() < 0.5);
    const start = (list) => list.slice(0, Math.floor(random() * (list.length + 1)));
    const choices = {
      'nothing but what was synced': {writes: () => [], names: () => []},
      'some of the rest': {writes: part, names: start},
    };
    const ends = {before: 0, after: 0, told: 0};
    for (const [i, call] of calls.entries()) {
      disk.play(call);
      if (!moments.has(i)) continue;
      for (const [kept, choose] of Object.entries(choices)) {
        const name = `after call ${i} of ${calls.length}, ${call.name}, ${kept}`;
        disk.leave(left, choose);
        const told = done && existsSync(join(left, done));
        const now = digest(left);
        assert.ok(now === before || now === after, `${name}: what is published is neither the one nor the other`);
        if (i === changing.at(-1) || told) assert.equal(now, after, `${name}: what was acknowledged is gone`);
        ends[now === after ? 'after' : 'before']++;
        ends.told += Boolean(told);
        const next = run(...words(source, left));
        assert.equal(next.status, 0, `${name}: ${next.words}`);
        assert.equal(digest(left), after, name);
        assert.equal(run('check', '--home', left).stdout, '', name);
        rmSync(left, {recursive: true});
      }
    }
    t.diagnostic(JSON.stringify(ends));
    assert.ok(ends.before > 0 && ends.after > 0, 'all moments were on one side of the swap');
  });
}
