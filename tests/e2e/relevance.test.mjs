// How well the sample's documents are found, and that the measuring itself is right:
//  1. No figure of the sample's judged set is below the one kept in tests/relevance/sample-scores.txt.
//     VANKIEN_UPDATE=1 tests/e2e/run relevance build   writes the figures of today there instead.
//  2. The measures give what is worked out by hand.
//  3. A fall is told with the queries that fell; scores survive being written and read.
//  4. The other ways of typing are what hands leave behind.

import assert from 'node:assert/strict';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {askAll} from '../relevance/asking.mjs';
import {measure, quantile} from '../relevance/measures.mjs';
import {fallen, namer, readSampleSet, readScores, scoreSample, writeScores} from '../relevance/sample_set.mjs';
import {telexKeys, withoutMarks} from '../relevance/typing.mjs';
import {readSample, sampleFolder} from './sample.mjs';
import {cleaner, keys, reindex, startServer, temporaryFolder} from './server.mjs';

const undo = cleaner(after);
const scoresFile = join(process.env.VANKIEN_RELEVANCE, 'sample-scores.txt');

test('1. the sample is found as well as before', async () => {
  const documents = readSample();
  const queries = readSampleSet(join(process.env.VANKIEN_RELEVANCE, 'queries.tsv'), documents);
  assert.ok(queries.length >= 60);
  const home = temporaryFolder(undo);
  await reindex(sampleFolder, home);
  const {url} = await startServer(home, undo);
  const answers = await askAll({url, key: keys['tuyet-mat']}, queries.map(({text}) => text), ['id', 'path']);
  const name = namer(documents);
  const now = scoreSample(queries, answers.map(({hits}) => hits.map(name)));
  if (process.env.VANKIEN_UPDATE) writeFileSync(scoresFile, writeScores(now));
  assert.deepEqual(fallen(now, readScores(readFileSync(scoresFile, 'utf8'))), []);
});

const near = (value, expected) => assert.ok(Math.abs(value - expected) < 1e-9, `${value} is not ${expected}`);

test('2. measures', () => {
  const judged = new Map([['a', 2], ['b', 1], ['c', 0]]);
  const best = 2 + 1 / Math.log2(3);
  const first = measure(['a', 'b', 'x'], judged);
  assert.deepEqual(first, {ndcg10: 1, mrr10: 1, recall5: 1, recall50: 1});
  const late = measure(['c', 'x', 'b', 'y', 'z', 'a'], judged);
  near(late.ndcg10, (1 / Math.log2(4) + 2 / Math.log2(7)) / best);
  near(late.mrr10, 1 / 3);
  near(late.recall5, 1 / 2);
  near(late.recall50, 1);
  const tenth = Array.from({length: 10}, (_, at) => `x${at}`);
  assert.deepEqual(measure([...tenth, 'a'], judged), {ndcg10: 0, mrr10: 0, recall5: 0, recall50: 1 / 2});
  assert.deepEqual(measure([], judged), {ndcg10: 0, mrr10: 0, recall5: 0, recall50: 0});
  assert.equal(quantile([5, 1, 3], 0.5), 3);
  assert.equal(quantile([], 0.5), 0);
});

test('3. falls', () => {
  const queries = [
    {kind: 'marked', text: 'một hai', judged: new Map([['a', 2], ['b', 1]])},
    {kind: 'bare', text: 'ba', judged: new Map([['c', 1]])},
  ];
  const kept = readScores(writeScores(scoreSample(queries, [['a', 'b'], ['x', 'c']])));
  assert.deepEqual([...kept.places], [['một hai', 1], ['ba', 2]]);
  assert.equal(kept.figures.get('all').mrr10, 0.75);
  assert.deepEqual(fallen(kept, kept), []);
  assert.deepEqual(fallen(scoreSample(queries, [['a', 'b'], ['c']]), kept), []);
  const worse = fallen(scoreSample(queries, [['b', 'a'], []]), kept);
  assert.ok(worse.includes('bare: mrr10 0.0000, was 0.5000'));
  assert.deepEqual(worse.slice(-2), [
    '"một hai": first wanted document at 2, was at 1',
    '"ba": first wanted document at no place, was at 2',
  ]);
});

test('4. typing', () => {
  assert.equal(withoutMarks('Nghị quyết Đảng ủy'), 'Nghi quyet Dang uy');
  const table = {
    'Nghị quyết số 05-NQ/TU': 'nghij quyeets soos 05-NQ/TU',
    'đường Hoà Bình, khuỷu': 'dduwowngf hoaf binhf, khuyur',
    'NĐ-CP và QĐ-TTg': 'NĐ-CP vaf QĐ-TTg',
    'xoong 12 Broncos': 'xooong 12 Broncos',
    'Ở đâu?': 'owr ddaau?',
  };
  for (const [text, typed] of Object.entries(table)) {
    assert.equal(telexKeys(text), typed);
    assert.equal(telexKeys(text.normalize('NFD')).normalize('NFC'), typed);
  }
});
