// Changing the archive under a running daemon:
//  1. While a new generation is built and published, no request fails, and each sees the old or the new one whole.
//  2. SIGTERM answers what was asked before it, then the daemon ends with status 0.
//  3. Fifty swaps, there and back, between two generations with equal revision numbers: every answer is whole, of the one or the
//     other, and nothing of a generation that was left stays open.
//  4. The database of one grade gone from the published generation: whoever is cleared for it gets a whole answer or a 503, never
//     a part; for everybody below nothing changes, byte for byte; no daemon starts on such a generation.
//  5. A generation that is replaced and removed under a running export: the export ends whole.
//  6. Two hundred small updates, one upon the other, while searches go on: every answer is whole and none is older than the one before.
//  7. A walk with a cursor goes on over a swap: what stays is met once, what came behind the place is met, what is gone is not.

import assert from 'node:assert/strict';
import {spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {cpSync, readdirSync, readlinkSync, rmSync, writeFileSync} from 'node:fs';
import http from 'node:http';
import {join} from 'node:path';
import {test} from 'node:test';
import {readSample, sampleFolder, upTo} from './sample.mjs';
import {build, cleaner, currentGeneration, keys, reindex, runIndexer, startServer, temporaryFolder} from './server.mjs';

const newWord = 'zyzzyva'; // in no document of the sample

async function ask(url, body, agent) {
  return new Promise((resolve, reject) => {
    const request = http.request(`${url}/indexes/vanban/search`, {method: 'POST', agent, headers: {'Content-Type': 'application/json'}});
    request.on('error', reject);
    request.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (data) => (text += data));
      response.on('error', reject);
      response.on('end', () => resolve({status: response.statusCode, json: JSON.parse(text)}));
    });
    request.end(JSON.stringify(body));
  });
}

test('1. no request fails while a new generation is published', {timeout: 600_000}, async (t) => {
  const undo = cleaner((step) => t.after(step));
  const folder = temporaryFolder(undo);
  const source = join(folder, 'source');
  const home = join(folder, 'home');
  cpSync(sampleFolder, source, {recursive: true});
  await reindex(source, home);
  const server = await startServer(home, undo);
  const first = currentGeneration(home);

  const agent = new http.Agent({keepAlive: true});
  undo(() => agent.destroy());
  const before = upTo(readSample(), 'open').length;
  const totals = new Set();
  let asked = 0;
  let seen = false;
  let published = false;
  const askWithoutPause = async () => {
    // A generation that never arrives ends the test by its time limit.
    while (!(seen && published && asked >= 50)) {
      const {status, json} = await ask(server.url, {q: '', hitsPerPage: 5, facets: ['type'], sort: ['date:desc']}, agent);
      assert.equal(status, 200, JSON.stringify(json));
      totals.add(json.totalHits);
      const counted = Object.values(json.facetDistribution.type).reduce((sum, count) => sum + count, 0);
      assert.ok(counted <= json.totalHits);
      const found = await ask(server.url, {q: newWord}, agent);
      assert.equal(found.status, 200);
      seen = found.json.hits.length > 0;
      asked += 2;
    }
  };
  const readers = Promise.all([askWithoutPause(), askWithoutPause(), askWithoutPause(), askWithoutPause()]);
  writeFileSync(join(source, 'them-moi.txt'), `TỈNH ỦY ĐÔNG GIANG\nSố 999-TB/TU\n\nTHÔNG BÁO\nvề ${newWord}\n\nNội dung ${newWord}.\n`);
  await Promise.race([reindex(source, home), readers]);
  published = true;
  await readers;
  assert.notEqual(currentGeneration(home), first);
  assert.deepEqual([...totals].sort((a, b) => a - b).filter((total) => total !== before && total !== before + 1), []);
});

test('2. SIGTERM answers what was asked, then the daemon ends', {timeout: 600_000}, async (t) => {
  const undo = cleaner((step) => t.after(step));
  const home = temporaryFolder(undo);
  await reindex(sampleFolder, home);
  const server = await startServer(home, undo);
  const agent = new http.Agent({keepAlive: true, maxSockets: 4});
  const body = {q: 'nghị quyết', limit: 1000, attributesToHighlight: ['*'], facets: ['type', 'issuer']};
  // The connections are open and known to the daemon before it is told to end.
  await Promise.all([1, 2, 3, 4].map(() => ask(server.url, {q: ''}, agent)));
  const answers = [1, 2, 3, 4].map(() => ask(server.url, body, agent));
  await new Promise(setImmediate); // the requests are in the sockets
  const stopped = server.stop();
  for (const {status, json} of await Promise.all(answers)) {
    assert.equal(status, 200);
    assert.ok(json.hits.length > 10);
  }
  assert.equal(await stopped, 0);
  agent.destroy();
  await assert.rejects(ask(server.url, {q: ''}), {code: 'ECONNREFUSED'});
});

test('3. fifty swaps without an error or a mixed answer', {timeout: 600_000}, async (t) => {
  const undo = cleaner((step) => t.after(step));
  const folder = temporaryFolder(undo);
  const source = join(folder, 'records.jsonl');
  const home = join(folder, 'home');
  const counts = {chẵn: 30, lẻ: 25};
  for (const [word, count] of Object.entries(counts)) {
    const records = Array.from({length: count}, (_, i) => ({id: `r${i}`, title: `Thông báo bản ${word}`, type: `Loại ${word}`, body: `chim én bản ${word}`}));
    writeFileSync(source, records.map((one) => JSON.stringify(one) + '\n').join(''));
    await reindex(source, home);
  }
  const server = await startServer(home, undo);
  const agent = new http.Agent({keepAlive: true});
  undo(() => agent.destroy());
  const openBelowHome = () =>
    readdirSync(`/proc/${server.pid}/fd`)
      .map((fd) => {
        try {
          return readlinkSync(`/proc/${server.pid}/fd/${fd}`);
        } catch {
          return ''; // closed since
        }
      })
      .filter((path) => path.startsWith(home));

  let seen = 'lẻ';
  let over = false;
  let asked = 0;
  const askWithoutPause = async () => {
    while (!over) {
      const {status, json} = await ask(server.url, {q: 'chim én', hitsPerPage: 40, facets: ['type']}, agent);
      assert.equal(status, 200, JSON.stringify(json));
      const [version] = Object.keys(json.facetDistribution.type).map((type) => type.slice('Loại '.length));
      assert.deepEqual(json.facetDistribution.type, {[`Loại ${version}`]: counts[version]});
      assert.equal(json.totalHits, counts[version]);
      assert.equal(json.hits.length, counts[version]);
      for (const hit of json.hits) assert.equal(hit.title, `Thông báo bản ${version}`);
      seen = version;
      asked += 1;
    }
  };
  const readers = Promise.all([askWithoutPause(), askWithoutPause(), askWithoutPause(), askWithoutPause()]);
  const swap = async () => {
    for (let i = 0; i < 50; ++i) {
      const [to, version] = i % 2 === 0 ? ['gen-000001', 'chẵn'] : ['gen-000002', 'lẻ'];
      const {status, stderr} = spawnSync(join(build, 'bin/vankien-indexer'), ['rollback', '--to', to, '--home', home], {encoding: 'utf8'});
      assert.equal(status, 0, stderr);
      const enough = asked + 12; // a swap is seen within milliseconds, and requests are to meet each
      // A swap that never arrives ends the test by its time limit.
      while (seen !== version || asked < enough) await new Promise(setImmediate);
    }
  };
  await Promise.race([swap(), readers]);
  over = true;
  await readers;
  await ask(server.url, {q: ''}, agent);
  const open = openBelowHome();
  assert.ok(open.length > 0);
  assert.deepEqual(open.filter((path) => !path.startsWith(join(home, 'gen-000002'))), [], 'a generation that was left is still open');
});

/** Records whose export is longer than what sockets hold by themselves: one that is begun waits for its reader. */
function writeLongRecords(file, title) {
  const body = Array.from({length: 20_000}, (_, i) => `chữ${i}`).join(' ');
  const records = Array.from({length: 60}, (_, i) => ({id: `r${i}`, title, grade: i % 3 === 0 ? 'open' : 'mat', body: `chim én ${body}`}));
  writeFileSync(file, records.map((one) => JSON.stringify(one) + '\n').join(''));
}
const longRecords = {open: 20, mat: 60};

/** An export that has begun and is not read yet: its response. */
async function beginExport(url, key) {
  const headers = key ? {Authorization: `Bearer ${key}`} : {};
  const [response] = await once(http.get(`${url}/api/export?format=jsonl&fields=*`, {agent: false, headers}), 'response');
  assert.equal(response.statusCode, 200);
  return response;
}

/** The records of the rest of it; throws if it breaks off. */
async function readExport(response) {
  let text = '';
  response.setEncoding('utf8');
  for await (const part of response) text += part;
  return text.trimEnd().split('\n').map((line) => JSON.parse(line));
}

test('4. the database of one grade is missing', {timeout: 600_000}, async (t) => {
  const undo = cleaner((step) => t.after(step));
  const folder = temporaryFolder(undo);
  const source = join(folder, 'records.jsonl');
  const home = join(folder, 'home');
  writeLongRecords(source, 'Thông báo');
  await reindex(source, home);
  const server = await startServer(home, undo);
  const search = async (key) => {
    const headers = key ? {Authorization: `Bearer ${key}`} : {};
    const answer = await fetch(`${server.url}/indexes/vanban/search?q=chim%20%C3%A9n&hitsPerPage=100&facets=type&attributesToRetrieve=id`, {headers});
    return {status: answer.status, text: (await answer.text()).replace(/"processingTimeMs":\d+/, '"processingTimeMs":0')};
  };
  const below = [await search(), await search(keys.internal)];
  const cleared = await search(keys.mat);
  assert.equal(JSON.parse(cleared.text).totalHits, longRecords.mat);

  // The export holds what was open for its clearance; whoever comes next needs the files.
  const running = await beginExport(server.url, keys.mat);
  rmSync(join(home, currentGeneration(home), 'mat'), {recursive: true});
  const refused = await search(keys.mat);
  assert.equal(refused.status, 503, refused.text);
  assert.equal(JSON.parse(refused.text).code, 'unreadable_index');
  assert.deepEqual([await search(), await search(keys.internal)], below);
  assert.equal((await readExport(running)).length, longRecords.mat);
  for (let i = 0; i < 20; ++i) {
    const answer = await search(keys.mat);
    assert.ok(answer.status === 503 || answer.text === cleared.text, answer.text);
    assert.deepEqual(await search(), below[0]);
  }
  await assert.rejects(startServer(home, undo), /ended with 1/);
});

test('5. a generation removed under a running export', {timeout: 600_000}, async (t) => {
  const undo = cleaner((step) => t.after(step));
  const folder = temporaryFolder(undo);
  const source = join(folder, 'records.jsonl');
  const home = join(folder, 'home');
  for (const title of ['Bản trước', 'Bản sau']) {
    writeLongRecords(source, title);
    await reindex(source, home);
  }
  runIndexer('rollback', '--to', 'gen-000001', '--home', home);
  const server = await startServer(home, undo);
  const running = await beginExport(server.url);
  runIndexer('rollback', '--to', 'gen-000002', '--home', home);
  // A swap that never arrives ends the test by its time limit.
  for (let title = ''; title !== 'Bản sau'; ) ({title} = (await ask(server.url, {q: 'chim én'})).json.hits[0]);
  rmSync(join(home, 'gen-000001'), {recursive: true});
  const titles = (await readExport(running)).map((record) => record.title);
  assert.deepEqual(titles, Array(longRecords.open).fill('Bản trước'));
});

test('6. two hundred updates while searches go on', {timeout: 900_000}, async (t) => {
  const undo = cleaner((step) => t.after(step));
  const folder = temporaryFolder(undo);
  const source = join(folder, 'records.jsonl');
  const home = join(folder, 'home');
  const others = Array.from({length: 200}, (_, i) => ({id: `r${i}`, title: `Nghị quyết ${i}`, type: 'Nghị quyết', body: `chim én ${i}`}));
  const write = (version) => {
    const changed = ['a', 'b', 'c'].map((id) => ({id, title: `Bản số ${version}`, body: `${newWord} lần ${version}`}));
    writeFileSync(source, [...others, ...changed].map((one) => JSON.stringify(one) + '\n').join(''));
  };
  write(0);
  await reindex(source, home);
  const server = await startServer(home, undo);
  const agent = new http.Agent({keepAlive: true});
  undo(() => agent.destroy());
  let over = false;
  let asked = 0;
  const seen = new Set();
  const askWithoutPause = async () => {
    let newest = 0;
    while (!over) {
      const {status, json} = await ask(server.url, {q: newWord, hitsPerPage: 10}, agent);
      assert.equal(status, 200, JSON.stringify(json));
      const versions = new Set(json.hits.map((hit) => Number(hit.title.slice('Bản số '.length))));
      assert.equal(json.hits.length, 3, JSON.stringify(json));
      assert.equal(versions.size, 1, `an answer of several generations: ${[...versions]}`);
      const [version] = versions;
      assert.ok(version >= newest, `${version} after ${newest}`);
      newest = version;
      seen.add(version);
      const all = await ask(server.url, {q: 'nghị quyết', facets: ['type'], hitsPerPage: 20, attributesToHighlight: ['*']}, agent);
      assert.equal(all.status, 200, JSON.stringify(all.json));
      assert.equal(all.json.totalHits, others.length);
      const {json: counted} = await ask(server.url, {q: '', hitsPerPage: 1}, agent);
      assert.equal(counted.totalHits, others.length + 3);
      asked += 3;
    }
  };
  const readers = Promise.all([askWithoutPause(), askWithoutPause()]);
  const change = async () => {
    for (let version = 1; version <= 200; ++version) {
      write(version);
      const child = spawn(join(build, 'bin/vankien-indexer'), ['update', source, '--home', home], {stdio: 'ignore'});
      assert.deepEqual(await once(child, 'close'), [0, null], `update ${version}`);
      // The daemon looks twice a second, and may pass over those in between, but not over these. A swap that never arrives ends
      // the test by its time limit.
      while (version % 8 === 0 && !seen.has(version)) await new Promise(setImmediate);
    }
  };
  const begun = performance.now();
  await Promise.race([change(), readers]);
  over = true;
  await readers;
  t.diagnostic(`${asked} requests, ${seen.size} versions seen, ${(200 / (performance.now() - begun) * 60_000).toFixed(0)} updates a minute`);
});

test('7. a walk over a swap', {timeout: 300_000}, async (t) => {
  const undo = cleaner((step) => t.after(step));
  const folder = temporaryFolder(undo);
  const source = join(folder, 'records.jsonl');
  const home = join(folder, 'home');
  const day = (i) => `2024-${String(1 + Math.floor(i / 28)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`;
  const record = (id, i) => ({id, title: `Thông báo ${id}`, date: day(i), body: 'trồng rừng'});
  const write = (records) => writeFileSync(source, records.map((one) => JSON.stringify(one) + '\n').join(''));
  // Every other day, so that others can come between.
  const before = Array.from({length: 100}, (_, i) => record(`r${i}`, 2 * i));
  write(before);
  await reindex(source, home);
  const server = await startServer(home, undo);
  for (const choice of [{sort: ['date:asc']}, {q: 'rừng', sort: ['date:desc']}]) {
    const step = async (cursor) => {
      const {status, json} = await ask(server.url, {...choice, cursor, limit: 7, attributesToRetrieve: ['id', 'date']});
      assert.equal(status, 200, JSON.stringify(json));
      return json;
    };
    const met = [];
    let cursor = '';
    for (let i = 0; i < 5; ++i) {
      const {hits, nextCursor} = await step(cursor);
      met.push(...hits);
      cursor = nextCursor;
    }
    const place = met.at(-1).date;
    const isBehind = choice.q ? (date) => date < place : (date) => date > place;
    const gone = before.filter((_, i) => i % 5 === 0);
    const stay = before.filter((_, i) => i % 5 !== 0);
    const came = Array.from({length: 100}, (_, i) => record(`n${i}`, 2 * i + 1));
    write([...stay, ...came]);
    runIndexer('update', source, '--home', home);
    for (let total = 0; total !== stay.length + came.length; )
      ({totalHits: total} = (await ask(server.url, {q: 'rừng', hitsPerPage: 1})).json);
    while (cursor !== null) {
      const {hits, nextCursor} = await step(cursor);
      met.push(...hits);
      cursor = nextCursor;
    }
    const ids = met.map(({id}) => id);
    assert.equal(new Set(ids).size, ids.length, 'met twice');
    const expected = [...before.filter(({date}) => !isBehind(date)), ...[...stay, ...came].filter(({date}) => isBehind(date))];
    assert.deepEqual(ids.toSorted(), expected.map(({id}) => id).sort());
    write(before);
    runIndexer('update', source, '--home', home, '--force'); // it loses nearly half
    for (let total = 0; total !== before.length; ) ({totalHits: total} = (await ask(server.url, {q: 'rừng', hitsPerPage: 1})).json);
  }
});
