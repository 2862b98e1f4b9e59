// What a reader may not see does not exist: the archive is built twice, with its secret documents and without them, and
// thousands of requests of every route are asked of both.
//  1. Every answer is the same, byte for byte, but for times: to a reader without a key, and to one with a low key.
//  2. The secret documents are such as would show: they are there for a reader who may see them, and change his answers.
//  3. Every route that reads is among the requests.
//  4. Whatever the method, a secret id is answered as one that nobody has, of every route that names an id or a symbol, to a
//     reader without a key, with a low key, and with a low key that may write.
//  5. What was asked so changes nothing for who may see it.

import assert from 'node:assert/strict';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {isDeepStrictEqual} from 'node:util';
import {requestMaker} from './requests.mjs';
import {sampleFolder} from './sample.mjs';
import {cleaner, keys, reindex, runIndexer, startServer, temporaryFolder, writeConfig} from './server.mjs';

const requests = 2400; // for each of two readers
const undo = cleaner(after);
const secret = new Set(['mat', 'toi-mat', 'tuyet-mat']);
const grades = ['open', 'internal', 'mat', 'toi-mat', 'tuyet-mat'];
let everything;
const servers = {};

/** Of each document a secret one that says the same of itself, replaces it, and brings words of its own. */
function* withSecrets(documents) {
  for (const [i, document] of documents.entries()) {
    yield document;
    const twin = {
      ...document,
      id: `tuyet-mat-${i}`,
      grade: grades[2 + (i % 3)],
      date: '2026-01-15',
      signer: `Người Ký ${i}`,
      issuer: i % 2 ? document.issuer : `Tỉnh ủy Kín Đáo ${i % 7}`,
      title: `${document.title ?? ''} thay thế quyển trưởng nghiêm ngặtt`,
      body: `${document.body}\nThay thế ${document.type ?? 'Văn bản'} số ${document.symbol ?? '01-TB/VP'}. Cơ quan quyển trưởng nghiêm ngặtt (QTNN).`,
      relations: document.symbol ? [{kind: 'thay thế', symbol: document.symbol, type: document.type, text: `Thay thế số ${document.symbol}`}] : undefined,
    };
    for (const given of ['provenance', 'certainty', 'path', 'paths', 'parent', 'parent_id', 'format', 'self', 'declassified_by']) delete twin[given];
    yield twin;
  }
}

before(async () => {
  const folder = temporaryFolder(undo);
  const first = join(folder, 'first');
  await reindex(sampleFolder, first);
  const exported = runIndexer('export', '--home', first).trim().split('\n').map((line) => JSON.parse(line));
  everything = [...withSecrets(exported)];
  const config = writeConfig(folder, ['internal']);
  for (const [name, documents] of [['with', everything], ['without', everything.filter(({grade}) => !secret.has(grade))]]) {
    const source = join(folder, name, 'archive');
    mkdirSync(source, {recursive: true});
    writeFileSync(join(source, 'a.jsonl'), documents.map((one) => JSON.stringify(one) + '\n').join(''));
    await reindex(source, join(folder, name, 'home'));
    servers[name] = await startServer(join(folder, name, 'home'), undo, config);
  }
});

/** Status, headers and body, without what is the clock's. */
async function ask(server, {method, path, body, type}, key) {
  const headers = {...(type && {'Content-Type': type}), ...(key && {Authorization: `Bearer ${key}`})};
  const response = await fetch(server.url + path, {method, body, headers});
  const kept = [...response.headers].filter(([name]) => !['date', 'content-length', 'last-modified', 'x-request-id'].includes(name));
  const text = (await response.text())
    .replace(/"processingTimeMs":\d+/g, '"processingTimeMs":0')
    .replace(/"(lastUpdate|createdAt|updatedAt)":"[^"]*"/g, '"$1":""');
  return {status: response.status, headers: kept, text};
}

/** Where two answers part. */
function difference(one, other) {
  const [a, b] = [JSON.stringify(one), JSON.stringify(other)];
  let at = 0;
  while (at < a.length && a[at] === b[at]) ++at;
  return [a, b].map((text) => text.slice(Math.max(0, at - 100), at + 200)).join('\n');
}

for (const clearance of [undefined, 'internal'])
  test(`1. ${clearance ?? 'no'} key: nothing is known of what is above it`, {concurrency: true}, async () => {
    const next = requestMaker(everything, clearance ? 2 : 1);
    const statuses = {};
    const asked = new Set();
    for (let i = 0; i < requests; ++i) {
      const request = next();
      asked.add(request.route);
      const [one, other] = await Promise.all([ask(servers.with, request, keys[clearance]), ask(servers.without, request, keys[clearance])]);
      assert.ok(isDeepStrictEqual(one, other), `${request.method} ${request.path} ${request.body ?? ''}\n${difference(one, other)}`);
      statuses[one.status] = (statuses[one.status] ?? 0) + 1;
    }
    assert.ok(statuses[200] > 0.6 * requests, `mostly answered: ${JSON.stringify(statuses)}`);
    assert.deepEqual(next.routes.filter((route) => !asked.has(route)), [], 'every route was asked');
    assert.equal(statuses[500], undefined);
  });

test('2. with the highest key the two archives differ', async () => {
  const next = requestMaker(everything, 3);
  let different = 0;
  for (let i = 0; i < 200; ++i) {
    const request = next();
    const [one, other] = [await ask(servers.with, request, keys['tuyet-mat']), await ask(servers.without, request, keys['tuyet-mat'])];
    if (one.text !== other.text) ++different;
  }
  assert.ok(different > 60, `${different} of 200`);
});

test('3. every route that reads is asked', () => {
  const source = readFileSync(join(sampleFolder, '../../searchd/http/routes.cc'), 'utf8');
  const routes = [...source.matchAll(/\{"(\w+)",\s*"(\/[^"]*)",\s*api::(\w+)/g)].map(([, method, path, name]) => ({route: `${method} ${path}`, name}));
  assert.ok(routes.length > 15);
  const writing = /^(replace|merge|delete)_|^tasks?$/;
  const reading = routes.filter(({name}) => !writing.test(name)).map(({route}) => route);
  assert.deepEqual([...requestMaker(everything, 1).routes].sort(), reading.sort());
});

const routesOfSource = () =>
  [...readFileSync(join(sampleFolder, '../../searchd/http/routes.cc'), 'utf8').matchAll(/\{"\w+",\s*"(\/[^"]*)",/g)].map(([, path]) => path);

test('4. a secret id is answered as one that nobody has', async () => {
  const paths = [...new Set(routesOfSource())].filter((path) => /\{(id|symbol)\}/.test(path));
  assert.ok(paths.length >= 7, String(paths));
  const secrets = everything.filter(({grade}) => secret.has(grade)).slice(0, 3);
  const unknown = 'tuyet-mat-x';
  const untold = (id, {status, headers, text}) => ({status, headers, text: text.replaceAll(id, 'ID').replace(/"(taskUid|enqueuedAt)":("[^"]*"|\d+)/g, '"$1":0')});
  let seen = 0;
  for (const key of [undefined, keys.internal, keys['write-internal']])
    for (const path of paths)
      for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
        const of = (id) => ask(servers.with, {method, path: path.replace('{uid}', 'vanban').replace(/\{(id|symbol)\}/, encodeURIComponent(id))}, key);
        const none = untold(unknown, await of(unknown));
        for (const {id} of secrets) {
          ++seen;
          assert.deepEqual(untold(id, await of(id)), none, `${method} ${path} of ${id}`);
        }
      }
  assert.ok(seen > 400, String(seen));
});

test('5. what a low key deleted by its secret id is there still', async () => {
  const {id} = everything.find(({grade}) => secret.has(grade));
  const {status} = await ask(servers.with, {method: 'GET', path: `/indexes/vanban/documents/${encodeURIComponent(id)}`}, keys['tuyet-mat']);
  assert.equal(status, 200);
});
