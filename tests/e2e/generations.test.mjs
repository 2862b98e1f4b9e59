// Changing the archive under a running daemon:
//  1. While a new generation is built and published, no request fails, and each sees the old or the new one whole.
//  2. SIGTERM answers what was asked before it, then the daemon ends with status 0.
//  3. Fifty swaps, there and back, between two generations with equal revision numbers: every answer is whole, of the one or the
//     other, and nothing of a generation that was left stays open.

import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {cpSync, readdirSync, readlinkSync, writeFileSync} from 'node:fs';
import http from 'node:http';
import {join} from 'node:path';
import {test} from 'node:test';
import {readSample, sampleFolder, upTo} from './sample.mjs';
import {build, cleaner, currentGeneration, reindex, startServer, temporaryFolder} from './server.mjs';

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

test('1. no request fails while a new generation is published', {timeout: 120_000}, async (t) => {
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
    while (!(seen && published)) {
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
  assert.ok(asked > 50, `only ${asked} requests were sent`);
  assert.deepEqual([...totals].sort((a, b) => a - b).filter((total) => total !== before && total !== before + 1), []);
});

test('2. SIGTERM answers what was asked, then the daemon ends', {timeout: 60_000}, async (t) => {
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

test('3. fifty swaps without an error or a mixed answer', {timeout: 240_000}, async (t) => {
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
      while (seen !== version) await new Promise(setImmediate); // a swap that never arrives ends the test by its time limit
    }
  };
  await Promise.race([swap(), readers]);
  over = true;
  await readers;
  assert.ok(asked > 500, `only ${asked} requests were sent`);
  await ask(server.url, {q: ''}, agent);
  const open = openBelowHome();
  assert.ok(open.length > 0);
  assert.deepEqual(open.filter((path) => !path.startsWith(join(home, 'gen-000002'))), [], 'a generation that was left is still open');
});
