// Handing documents over through the real client, to the real daemon and the real indexer:
//  1. What was added is found once its task has succeeded; it can be replaced, merged, and deleted in every way.
//  2. A task that cannot be done fails with the dialect's code, says what is wrong with which document, and changes
//     nothing. Tasks are listed newest first, filtered and in pages.
//  3. Only a key that may write hands anything over or sees tasks; what is no list of documents, or too large, is
//     refused at once.
//  4. A key hands over up to its clearance. Documents and tasks above it do not exist for it, down to the numbers.
//  5. Of many clients at once none is forgotten, and the work of each is done in its order.
//  6. What was handed over stays through a reindex; an update without a source takes it in.
//  7. Whatever is killed at whatever moment: what was accepted is neither lost nor done twice.

import assert from 'node:assert/strict';
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {Meilisearch} from 'meilisearch';
import {cleaner, keys, reindex, runIndexer, startServer, startSpool, temporaryFolder, writeConfig} from './server.mjs';

const undo = cleaner(after);
const wait = {timeout: 240_000, interval: 20};
let home;
let source;
let config;
let server;

const paper = (symbol, words) => `TỈNH ỦY ĐÔNG GIANG\nSố ${symbol}\n\nTHÔNG BÁO\nvề ${words}\n\nNội dung ${words}.\n`;
const clientOf = (name) => new Meilisearch({host: server.url, apiKey: name && keys[name]});
const indexFor = (name) => clientOf(name).index('vanban');
const idsOf = ({hits}) => hits.map(({id}) => id).sort();

before(async () => {
  const folder = temporaryFolder(undo);
  home = join(folder, 'home');
  source = join(folder, 'archive');
  mkdirSync(source);
  writeFileSync(join(source, 'tb-1.txt'), paper('1-TB/TU', 'lịch họp'));
  await reindex(source, home);
  config = writeConfig(folder, ['open', 'mat', 'tuyet-mat']);
  server = await startServer(home, undo, config);
});

/** The failure's {status, code}; a request that succeeds is a failed test. */
async function refusalOf(promise) {
  const error = await promise.then(
    () => assert.fail('the request should have failed'),
    (reason) => reason,
  );
  assert.ok(error.cause?.code, `no code: ${error}`);
  return {status: error.response.status, code: error.cause.code};
}

/** The daemon looks for a new generation twice a second; asks until it shows what is expected. */
async function eventually(ask, expected) {
  for (;;) {
    const got = await ask();
    try {
      assert.deepEqual(got, expected);
      return;
    } catch (error) {
      if (performance.now() > eventually.deadline) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
eventually.deadline = Infinity; // a state that never comes ends the test by its time limit

describe('with an indexer that waits for work', {timeout: 900_000}, () => {
  let spool;
  before(() => (spool = startSpool(home, undo)));
  after(() => spool.stop());

  test('1. added, replaced, merged, deleted', {timeout: 300_000}, async () => {
    const index = indexFor('write-open');
    const reader = indexFor();
    const added = await index
      .addDocuments([
        {id: 'a', title: 'Về trồng rừng', body: 'Trồng rừng phòng hộ.', symbol: '05-KH/TU', date: '2024-05-06', sender: 'Phòng Một'},
        {id: 7, title: 'Về nuôi ong', body: 'Nuôi ong lấy mật.', grade: 'open'},
      ])
      .waitTask(wait);
    assert.equal(added.status, 'succeeded');
    assert.equal(added.type, 'documentAdditionOrUpdate');
    assert.deepEqual(added.details, {receivedDocuments: 2, indexedDocuments: 2});
    assert.equal(added.error, null);
    assert.match(added.duration, /^PT\d+\.\d+S$/);
    assert.ok(Date.parse(added.enqueuedAt) <= Date.parse(added.startedAt) && Date.parse(added.startedAt) <= Date.parse(added.finishedAt));
    await eventually(async () => idsOf(await reader.search('trồng rừng')), ['a']);
    const found = await reader.getDocument('a');
    assert.equal(found.symbol, '05-KH/TU');
    assert.equal(found.sender, 'Phòng Một');
    assert.equal(found.path, 'api/open/a');
    assert.equal((await reader.getDocument(7)).title, 'Về nuôi ong');

    await index.updateDocuments([{id: 'a', title: 'Về trồng rừng ngập mặn'}]).waitTask(wait);
    await eventually(async () => (await reader.getDocument('a')).title, 'Về trồng rừng ngập mặn');
    assert.equal((await reader.getDocument('a')).sender, 'Phòng Một');
    assert.deepEqual(idsOf(await reader.search('phòng hộ')), ['a']);

    await index.addDocuments([{id: 'a', title: 'Về biển', body: 'Đánh bắt xa bờ.'}]).waitTask(wait);
    await eventually(async () => idsOf(await reader.search('xa bờ')), ['a']);
    assert.equal((await reader.getDocument('a')).sender, undefined);
    assert.deepEqual(idsOf(await reader.search('phòng hộ')), []);

    const removed = await index.deleteDocument('a').waitTask(wait);
    assert.equal(removed.type, 'documentDeletion');
    assert.deepEqual(removed.details, {providedIds: 1, deletedDocuments: 1, originalFilter: null});
    await eventually(async () => idsOf(await reader.search('xa bờ')), []);
    await index.addDocuments(['b', 'c', 'd', 'e', 'f'].map((id) => ({id, title: 'Về chè', date: id < 'e' ? '2020-01-01' : '2021-01-01'}))).waitTask(wait);
    await eventually(async () => idsOf(await reader.search('chè')), ['b', 'c', 'd', 'e', 'f']);
    assert.equal((await index.deleteDocuments(['b', 'c', 'khong-co']).waitTask(wait)).details.deletedDocuments, 2);
    await eventually(async () => idsOf(await reader.search('chè')), ['d', 'e', 'f']);
    const byFilter = await index.deleteDocuments({filter: 'year = 2021'}).waitTask(wait);
    assert.deepEqual(byFilter.details, {providedIds: 0, deletedDocuments: 2, originalFilter: '"year = 2021"'});
    await eventually(async () => idsOf(await reader.search('chè')), ['d']);
    assert.equal((await index.deleteAllDocuments().waitTask(wait)).details.deletedDocuments, 2); // d and 7
    await eventually(async () => (await reader.getStats()).numberOfDocuments, 1); // that of the folder stays
    assert.equal((await reader.getStats()).isIndexing, false);
    assert.equal((await clientOf().getIndex('vanban')).primaryKey, 'id');
  });

  test('1. documents a line each', {timeout: 300_000}, async () => {
    const index = indexFor('write-open');
    const task = await index.addDocumentsFromString('{"id": "n1", "title": "Về mía"}\n\n{"id": "n2", "title": "Về mía"}\n', 'application/x-ndjson').waitTask(wait);
    assert.deepEqual(task.details, {receivedDocuments: 2, indexedDocuments: 2});
    await eventually(async () => idsOf(await indexFor().search('mía')), ['n1', 'n2']);
  });

  test('2. what cannot be done fails and changes nothing', {timeout: 300_000}, async () => {
    const index = indexFor('write-open');
    const cases = [
      [[{id: 'good', title: 'Về tằm'}, {title: 'không có id'}], 'missing_document_id'],
      [[{id: 'good', title: 'Về tằm'}, {id: {}}], 'invalid_document_id'],
      [[{id: 'good', title: 'Về tằm'}, {id: ''}], 'invalid_document_id'],
      [[{id: 'good', title: 'Về tằm'}, {id: 'x'.repeat(201)}], 'invalid_document_id'],
      [[{id: 'good', title: 'Về tằm'}, {id: 'bad', date: '30/2/2024'}], 'invalid_document_field'],
      [[{id: 'good', title: 'Về tằm'}, {id: 'bad', grade: 'mat'}], 'document_grade_above_clearance'],
      [[{id: 'good', title: 'Về tằm'}, {id: 'bad', grade: 'open', body: `TỈNH ỦY ĐÔNG GIANG\nTUYỆT MẬT\n\n${paper('2-TB/TU', 'tằm')}`}], 'document_grade_above_clearance'],
    ];
    for (const [documents, code] of cases) {
      const task = await index.addDocuments(documents).waitTask(wait);
      assert.equal(task.status, 'failed', code);
      assert.equal(task.error.code, code);
      assert.equal(task.error.type, 'invalid_request');
      assert.equal(task.details.indexedDocuments, 0);
      assert.equal(task.details.errors.length, 1);
      assert.equal(task.details.errors[0].position, 1);
      assert.equal(task.details.errors[0].code, code);
    }
    const otherKey = await index.addDocuments([{id: 'good', title: 'Về tằm'}], {primaryKey: 'symbol'}).waitTask(wait);
    assert.equal(otherKey.error.code, 'index_primary_key_already_exists');
    const rightKey = await index.addDocuments([{id: 'silk', title: 'Về lụa'}], {primaryKey: 'id'}).waitTask(wait);
    assert.equal(rightKey.status, 'succeeded');
    await eventually(async () => idsOf(await indexFor().search('lụa')), ['silk']);
    assert.deepEqual(idsOf(await indexFor().search('tằm')), []);
  });

  test('2. a document of a folder keeps its id', {timeout: 300_000}, async () => {
    const [{id}] = (await indexFor().search('lịch họp')).hits;
    const task = await indexFor('write-open').addDocuments([{id, title: 'Giả'}]).waitTask(wait);
    assert.equal(task.error.code, 'document_id_taken');
    assert.equal((await indexFor('write-open').deleteDocument(id).waitTask(wait)).details.deletedDocuments, 0);
  });

  test('2. tasks are listed', {timeout: 300_000}, async () => {
    const {tasks} = clientOf('write-open');
    const all = await tasks.getTasks({limit: 1000});
    assert.equal(all.total, all.results.length);
    assert.equal(all.next, null);
    assert.deepEqual(all.results.map(({uid}) => uid), all.results.map(({uid}) => uid).sort((a, b) => b - a));
    const failed = await tasks.getTasks({statuses: ['failed'], types: ['documentAdditionOrUpdate'], limit: 3});
    assert.ok(failed.total >= 8);
    assert.equal(failed.results.length, 3);
    assert.ok(failed.results.every(({status}) => status === 'failed'));
    const second = await tasks.getTasks({statuses: ['failed'], types: ['documentAdditionOrUpdate'], limit: 1000, from: failed.next});
    assert.equal(failed.results.length + second.results.length, failed.total);
    const {uid} = failed.results[1];
    assert.deepEqual((await tasks.getTasks({uids: [uid]})).results, [failed.results[1]]);
    assert.deepEqual(await tasks.getTask(uid), failed.results[1]);
    assert.deepEqual((await tasks.getTasks({statuses: ['enqueued', 'processing']})).results, []);
    assert.deepEqual((await tasks.getTasks({indexUids: ['other']})).results, []);
    assert.deepEqual(await refusalOf(tasks.getTasks({statuses: ['done']})), {status: 400, code: 'invalid_task_statuses'});
    assert.deepEqual(await refusalOf(tasks.getTask(999_999_995)), {status: 404, code: 'task_not_found'});
  });

  test('3. without the right to write', {timeout: 300_000}, async () => {
    for (const [name, expected] of [
      ['mat', {status: 403, code: 'invalid_api_key'}],
      [undefined, {status: 401, code: 'missing_authorization_header'}],
    ]) {
      const index = indexFor(name);
      for (const attempt of [
        () => index.addDocuments([{id: 'x'}]),
        () => index.updateDocuments([{id: 'x'}]),
        () => index.deleteDocument('x'),
        () => index.deleteDocuments(['x']),
        () => index.deleteDocuments({filter: 'year = 2020'}),
        () => index.deleteAllDocuments(),
        () => clientOf(name).tasks.getTasks(),
        () => clientOf(name).tasks.getTask(0),
      ])
        assert.deepEqual(await refusalOf(attempt()), expected, String(attempt));
    }
  });

  test('3. what cannot be read is refused at once', {timeout: 300_000}, async () => {
    const post = async (path, body, type = 'application/json', name = 'write-open') => {
      const response = await fetch(`${server.url}/indexes/${path}`, {method: 'POST', headers: {Authorization: `Bearer ${keys[name]}`, 'Content-Type': type}, body});
      return {status: response.status, code: (await response.json()).code};
    };
    const malformed = {status: 400, code: 'malformed_payload'};
    for (const body of ['[{"id": 1}', '[1]', '"a"', '[[{"id": 1}]]', '[{"id": 1, "id": 2}]', '{"id": 1e999}', '[{"id": 1}] x'])
      assert.deepEqual(await post('vanban/documents', body), malformed, body);
    assert.deepEqual(await post('vanban/documents', '{"id": 1}\n[]\n', 'application/x-ndjson'), malformed);
    assert.deepEqual(await post('vanban/documents', ''), {status: 400, code: 'missing_payload'});
    assert.deepEqual(await post('vanban/documents', '{"id": 1}', 'text/plain'), {status: 415, code: 'invalid_content_type'});
    assert.deepEqual(await post('other/documents', '{"id": 1}'), {status: 404, code: 'index_not_found'});
    assert.deepEqual(await post('vanban/documents/delete', '{}'), {status: 400, code: 'missing_document_filter'});
    assert.deepEqual(await post('vanban/documents/delete', '{"filter": "author = 1"}'), {status: 400, code: 'invalid_document_filter'});
    assert.deepEqual(await post('vanban/documents/delete-batch', '[{}]'), {status: 400, code: 'invalid_document_id'});
    // Beyond max_body only with a key that may write, and then up to max_documents_body.
    const large = JSON.stringify({id: 'large', body: 'Về dừa. '.repeat(200_000)});
    assert.deepEqual(await post('vanban/documents', large, 'application/json', 'mat'), {status: 413, code: 'payload_too_large'});
    assert.equal((await post('vanban/documents', large)).status, 202);
  });

  test('4. grades', {timeout: 300_000}, async () => {
    const high = indexFor('write-tuyet-mat');
    const low = indexFor('write-mat');
    const made = await high
      .addDocuments([
        {id: 'g1', title: 'Về thành lũy', grade: 'open'},
        {id: 'g2', title: 'Về thành lũy', grade: 'Mật'},
        {id: 'g3', title: 'Về thành lũy', body: `TỈNH ỦY ĐÔNG GIANG\nTỐI MẬT\n\n${paper('3-TB/TU', 'thành lũy')}`},
        {id: 'g4', title: 'Về thành lũy'}, // nobody says: the key's clearance
      ])
      .waitTask(wait);
    assert.equal(made.status, 'succeeded');
    await eventually(async () => idsOf(await indexFor('tuyet-mat').search('thành lũy')), ['g1', 'g2', 'g3', 'g4']);
    const grades = Object.fromEntries((await indexFor('tuyet-mat').search('thành lũy')).hits.map(({id, grade}) => [id, grade]));
    assert.deepEqual(grades, {g1: 'open', g2: 'mat', g3: 'toi-mat', g4: 'tuyet-mat'});
    assert.deepEqual(idsOf(await indexFor().search('thành lũy')), ['g1']);
    assert.deepEqual(idsOf(await indexFor('mat').search('thành lũy')), ['g1', 'g2']);

    // The same work on an id above the clearance and on a fresh one: the same answers, the same outcomes.
    const outcomeOf = async (task) => {
      const {uid, enqueuedAt, startedAt, finishedAt, duration, ...rest} = await task;
      return rest;
    };
    for (const work of [
      (id) => low.deleteDocument(id),
      (id) => low.deleteDocuments([id]),
      (id) => low.updateDocuments([{id, title: 'Về hào'}]),
      (id) => low.addDocuments([{id, title: 'Về hào'}]),
    ])
      assert.deepEqual(await outcomeOf(work('g4').waitTask(wait)), await outcomeOf(work('khong-co').waitTask(wait)));
    await eventually(async () => idsOf(await indexFor('mat').search('hào')), ['g4', 'khong-co']);
    assert.equal((await indexFor('mat').getDocument('g4')).title, 'Về hào');
    // The secret one stays beside it, and whoever may see both is shown the secret one.
    assert.deepEqual(idsOf(await indexFor('tuyet-mat').search('', {filter: 'grade = "tuyet-mat"'})), ['g4']);
    assert.equal((await indexFor('tuyet-mat').getDocument('g4')).title, 'Về thành lũy');
    assert.equal((await low.deleteDocuments({filter: 'grade IN [open, mat, tuyet-mat]'}).waitTask(wait)).status, 'succeeded');
    await low.deleteAllDocuments().waitTask(wait);
    await eventually(async () => idsOf(await indexFor('tuyet-mat').search('', {filter: 'grade IN [toi-mat, tuyet-mat]'})), ['g3', 'g4']);

    // Tasks of those above cannot be seen, nor guessed from numbers that are left out.
    const seen = (await clientOf('write-mat').tasks.getTasks({limit: 1000})).results;
    assert.ok(!seen.some(({uid}) => uid === made.uid));
    assert.deepEqual(await refusalOf(clientOf('write-mat').tasks.getTask(made.uid)), {status: 404, code: 'task_not_found'});
    const own = (await clientOf('write-open').tasks.getTasks({limit: 1000})).results.map(({uid}) => uid);
    assert.deepEqual(own, own.map((_, at) => (own.length - 1 - at) * 5));
    assert.equal((await clientOf('write-tuyet-mat').tasks.getTask(own[0])).uid, own[0]);
  });

  test('5. many clients at once', {timeout: 300_000}, async () => {
    const clients = 20;
    const rounds = 5;
    const tasks = [];
    await Promise.all(
      Array.from({length: clients}, async (_, client) => {
        const index = indexFor('write-open');
        for (let round = 0; round < rounds; ++round)
          tasks.push((await index.addDocuments([{id: `k${client}`, title: `Về lúa lượt ${round}`, round}])).taskUid);
      }),
    );
    assert.equal(new Set(tasks).size, clients * rounds);
    for (const uid of tasks) assert.equal((await clientOf('write-open').tasks.waitForTask(uid, wait)).status, 'succeeded');
    await eventually(async () => (await indexFor().search('lúa', {limit: 100, attributesToRetrieve: ['id', 'round']})).hits.map(({id, round}) => `${id} ${round}`).sort(),
      Array.from({length: clients}, (_, client) => `k${client} ${rounds - 1}`).sort());
  });
});

test('6. a reindex keeps what was handed over, an update takes it in', {timeout: 300_000}, async () => {
  const index = indexFor('write-mat');
  const before = (await indexFor('tuyet-mat').getStats()).numberOfDocuments;
  const waiting = await index.addDocuments([{id: 'u1', title: 'Về đê điều', grade: 'internal'}]);
  assert.equal((await clientOf('write-mat').tasks.getTask(waiting.taskUid)).status, 'enqueued');
  assert.equal((await indexFor('mat').getStats()).isIndexing, true);
  assert.equal((await indexFor('internal').getStats()).isIndexing, false); // nothing it may know of waits
  assert.match(runIndexer('update', '--home', home), /took in 1 tasks, 0 of them failed: 1 documents put in/);
  await eventually(async () => idsOf(await indexFor('internal').search('đê điều')), ['u1']);
  await index.addDocuments([{id: 'u2', title: 'Về đê điều'}]);
  await reindex(source, home);
  await eventually(async () => idsOf(await indexFor('mat').search('đê điều')), ['u1', 'u2']);
  assert.deepEqual(idsOf(await indexFor('internal').search('đê điều')), ['u1']);
  await eventually(async () => (await indexFor('tuyet-mat').getStats()).numberOfDocuments, before + 2);
  assert.equal((await index.getStats()).isIndexing, false);
});

test('7. killed thirty times', {timeout: 400_000}, async () => {
  await server.stop();
  const accepted = []; // {uid, ids} or {uid, deleted}: answered 202
  const asked = new Set(); // ids of requests that got no answer: they may be in or not
  const tried = new Set(); // ids whose deletion was asked for, answered or not
  const living = [];
  let number = 0;
  const work = async (index) => {
    for (;;) {
      const ids = [`d${number++}`, `d${number++}`];
      try {
        ids.forEach((id) => asked.add(id));
        accepted.push({uid: (await index.addDocuments(ids.map((id) => ({id, title: `Về cầu ${id}`})))).taskUid, ids});
        living.push(...ids);
        const deleted = living.shift();
        tried.add(deleted);
        accepted.push({uid: (await index.deleteDocument(deleted)).taskUid, deleted});
      } catch (error) {
        if (error.cause?.code) throw error; // refused, not killed
        return;
      }
    }
  };
  for (let round = 0; round < 30; ++round) {
    server = await startServer(home, undo, config);
    const spool = startSpool(home, undo);
    const working = work(indexFor('write-open'));
    const [first, second] = Math.random() < 0.5 ? [server, spool] : [spool, server];
    // However slow the machine, something was accepted before.
    while (accepted.length < 4 * round) await Promise.race([working, new Promise((resolve) => setTimeout(resolve, 10))]);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 900));
    process.kill(first.pid, 'SIGKILL');
    await first.exited;
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 300));
    process.kill(second.pid, 'SIGKILL');
    await second.exited;
    await working;
  }

  server = await startServer(home, undo, config);
  runIndexer('spool', '--home', home, '--once');
  const {tasks} = clientOf('write-open');
  assert.deepEqual((await tasks.getTasks({statuses: ['enqueued']})).results, []);
  const deleted = new Set();
  for (const {uid, ids, deleted: id} of accepted) {
    if (id) deleted.add(id);
    // Only the newest are remembered.
    const task = await tasks.getTask(uid).catch(({cause}) => assert.equal(cause.code, 'task_not_found'));
    if (!task) continue;
    assert.equal(task.status, 'succeeded');
    if (ids) assert.equal(task.details.indexedDocuments, 2);
    else assert.equal(task.details.deletedDocuments, 1, `${id} was deleted ${task.details.deletedDocuments} times`);
  }
  await indexFor('write-open').addDocuments([{id: 'last', title: 'Về cầu last'}]);
  asked.add('last');
  runIndexer('spool', '--home', home, '--once');
  await eventually(async () => (await indexFor().getDocument('last').catch(() => ({}))).id, 'last');
  const found = (await indexFor().search('cầu', {limit: 10_000, attributesToRetrieve: ['id', 'title']})).hits;
  const ids = found.map(({id}) => id);
  assert.equal(new Set(ids).size, ids.length);
  for (const {id, title} of found) assert.equal(title, `Về cầu ${id}`);
  const there = new Set(ids);
  assert.deepEqual(accepted.flatMap(({ids}) => ids ?? []).filter((id) => !tried.has(id) && !there.has(id)), []); // lost
  assert.deepEqual(ids.filter((id) => !asked.has(id) || deleted.has(id)), []); // come back
});
