// See tests/bench/change. One document at a time goes by HTTP to a searchd beside a running spool, over a copy of a home, and the
// clock stops when a search finds it.

import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {parseArgs} from 'node:util';
import {keys, startServer, startSpool, temporaryFolder, writeConfig} from '../e2e/server.mjs';

const {values, positionals} = parseArgs({allowPositionals: true, options: {rounds: {type: 'string', default: '10'}}});
const rounds = Number(values.rounds);
const steps = [];
const undo = (step) => steps.unshift(step);
const folder = temporaryFolder(undo);

/** User and system time of a process, ms. */
const cpu = (pid) => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
};
const least = (list) => Math.min(...list).toFixed(0).padStart(7);
const half = (list) => [...list].sort((a, b) => a - b)[list.length >> 1].toFixed(0).padStart(7);

try {
  const home = join(folder, 'home');
  execFileSync('cp', ['-r', positionals[0], home]);
  const file = join(folder, 'documents.jsonl');
  const generator = new URL('../../corpus/generate.mjs', import.meta.url).pathname;
  execFileSync('node', [generator, '--documents', String(rounds), '--seed', '77', '--out', file], {stdio: 'ignore'});
  const documents = readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
  const server = await startServer(home, undo, writeConfig(folder, ['tuyet-mat']));
  const spool = startSpool(home, undo);
  const headers = {Authorization: `Bearer ${keys['write-tuyet-mat']}`, 'Content-Type': 'application/json'};
  const ask = async (path) => (await fetch(server.url + path, {headers})).json();
  const empty = () => ({accepted: [], succeeded: [], found: [], 'CPU of spool': [], 'CPU of searchd': []});
  const all = {new: empty(), changed: empty()};
  const send = async (document, word, times) => {
    const before = [cpu(spool.pid), cpu(server.pid)];
    const begun = performance.now();
    const response = await fetch(`${server.url}/indexes/vanban/documents`, {method: 'POST', headers, body: JSON.stringify(document)});
    const {taskUid} = await response.json();
    times.accepted.push(performance.now() - begun);
    for (;;) {
      const {status, error} = await ask(`/tasks/${taskUid}`);
      if (status === 'failed') throw new Error(JSON.stringify(error));
      if (status === 'succeeded') break;
      await sleep(2);
    }
    times.succeeded.push(performance.now() - begun);
    while ((await ask(`/indexes/vanban/search?q=${word}`)).estimatedTotalHits !== 1) await sleep(2);
    times.found.push(performance.now() - begun);
    await sleep(1500 + 500 * Math.random());  // the spool gathers; searchd must not be met at one point of its rounds
    times['CPU of spool'].push(cpu(spool.pid) - before[0]);
    times['CPU of searchd'].push(cpu(server.pid) - before[1]);
  };
  await sleep(1000);
  for (const [what, end] of [['new', 'x'], ['changed', 'y']]) {
    for (let i = 0; i < rounds; ++i) {
      const {grade, ...document} = documents[i];
      const word = `zqwk${String.fromCharCode(97 + (i % 26))}${String.fromCharCode(97 + Math.floor(i / 26))}${end}`;
      await send({...document, grade: 'open', id: `change-${i}`, title: `${document.title} ${word}`}, word, all[what]);
    }
  }
  for (const [what, times] of Object.entries(all)) {
    console.log(`${`${rounds} ${what}, ms`.padEnd(24)}   least    half`);
    for (const [step, list] of Object.entries(times)) console.log(`${step.padEnd(24)} ${least(list)} ${half(list)}`);
  }
} finally {
  for (const step of steps) await step();
}
