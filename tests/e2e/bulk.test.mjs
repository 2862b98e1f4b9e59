// A reindex of thousands of documents:
//  1. With --memory 256M, the least, the indexer and its children never hold more, whatever the archive: many lines, long lines,
//     scans, office files. Files that need more fail and say so.
//  2. On a terminal it draws a bar with what is left to do; in a log it writes plain lines.

import assert from 'node:assert/strict';
import {execFileSync, spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {sampleFolder} from './sample.mjs';
import {build, cleaner, temporaryFolder} from './server.mjs';

const indexer = join(build, 'bin', 'vankien-indexer');
const generator = join(sampleFolder, '..', 'generate.mjs');

/** Resident memory of a process and its children, in bytes; 0 if it has ended. Shared pages count for each. */
function residentBytes(pid) {
  let bytes = 0;
  try {
    bytes = 1024 * Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
    for (const task of readdirSync(`/proc/${pid}/task`))
      for (const child of readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').trim().split(' ').filter(Boolean)) bytes += residentBytes(child);
  } catch {
    // ended in between
  }
  return bytes;
}

test('1. the memory budget is kept', {timeout: 900_000}, async (t) => {
  const undo = cleaner((step) => t.after(step));
  const folder = temporaryFolder(undo);
  const [source, home] = [join(folder, 'archive'), join(folder, 'home')];
  mkdirSync(source);
  cpSync(sampleFolder, join(source, 'sample'), {recursive: true});
  cpSync(join(sampleFolder, '../../tests/indexer/extract/data/straw.xls'), join(source, 'straw.xls'));
  execFileSync('node', [generator, '--documents', '1000', '--out', join(source, 'many.jsonl')], {stdio: 'ignore'});
  const lines = readFileSync(join(source, 'many.jsonl'), 'utf8').trim().split('\n');
  // Some lines of 2 MB: whole books.
  const body = lines.map((line) => JSON.parse(line).body).join('\n').slice(0, 2_000_000);
  for (let i = 0; i < 3; ++i) writeFileSync(join(source, `books-${i}.jsonl`), JSON.stringify({id: `book${i}`, title: 'Sách', body}) + '\n');
  const budget = 256 * 2 ** 20;
  const child = spawn(indexer, ['reindex', source, '--home', home, '--memory', '256M', '--workers', '8'], {stdio: ['ignore', 'pipe', 'ignore']});
  let words = '';
  child.stdout.on('data', (data) => (words += data));
  const closed = once(child, 'close');
  let most = 0;
  while (child.exitCode === null && child.signalCode === null) {
    most = Math.max(most, residentBytes(child.pid));
    await new Promise((next) => setTimeout(next, 20)); // between two looks
  }
  const [status] = await closed;
  const failures = execFileSync(indexer, ['failures', '--home', home], {encoding: 'utf8'}).trim().split('\n').filter(Boolean);
  assert.equal(failures.length, 1, failures.join('\n'));
  assert.match(failures[0], /straw\.xls\t-\tout_of_memory\tLibreOffice.* --memory 512M/);
  assert.equal(status, 3, words);
  t.diagnostic(`${(most / 2 ** 20).toFixed(0)} MB at most, of text ${Buffer.byteLength(body) / 1e6} MB in the longest line`);
  assert.match(words, /^read \d+ documents/m);
  assert.ok(most > 2 ** 20, 'nothing was measured');
  assert.ok(most <= budget, `${most} bytes`);
});

test('2. progress on a terminal and in a log', {timeout: 120_000}, async (t) => {
  const undo = cleaner((step) => t.after(step));
  const folder = temporaryFolder(undo);
  const source = join(folder, 'many.jsonl');
  // Enough for a bar that is drawn five times a second to move, on a fast machine too.
  execFileSync('node', [generator, '--documents', '10000', '--out', source], {stdio: 'ignore'});
  const command = [indexer, 'reindex', source, '--home', join(folder, 'home'), '--workers', '1'];
  const log = spawnSync(command[0], command.slice(1), {encoding: 'utf8'});
  assert.equal(log.status, 0, log.stderr);
  assert.ok(!/[\r█░\x1b]/.test(log.stderr), log.stderr);
  assert.match(log.stderr, /^1\/1 files, 10000 documents, \d+\/s, [\d.]+ MB of text, 0 failed\n$/m);

  const quoted = command.map((word) => `'${word}'`).join(' ');
  const terminal = spawnSync('script', ['-qec', quoted, '/dev/null'], {encoding: 'utf8'});
  assert.equal(terminal.status, 0, terminal.stdout);
  const states = terminal.stdout.split('\r').filter((line) => /[█░]/.test(line));
  assert.ok(states.length > 2, terminal.stdout);
  const shares = states.map((line) => /, (\d+) %, (?:\d+ h )?(?:\d+ min )?(?:\d+ s )?left/.exec(line)?.[1]).filter(Boolean).map(Number);
  assert.ok(shares.some((share) => share > 5 && share < 100), `one file, by its bytes: ${states.join('\n')}`);
  assert.deepEqual(shares, [...shares].sort((a, b) => a - b), 'it never goes back');
  assert.match(states.at(-1), /█{28} 1\/1 files, 10000 documents/);
});
