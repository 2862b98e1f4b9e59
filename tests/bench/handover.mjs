// See tests/bench/handover. Generated documents go to a searchd and a spool on this machine, a batch a request, each sent
// when the one before was accepted; then the same documents are read by a reindex from a file of lines.

import {execFileSync} from 'node:child_process';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {keys, reindex, startServer, startSpool, temporaryFolder, writeConfig} from '../e2e/server.mjs';

const {values} = parseArgs({options: {documents: {type: 'string', default: '10000'}, batch: {type: 'string', default: '1000'}}});
const count = Number(values.documents);
const batch = Number(values.batch);
const steps = [];
const undo = (step) => steps.unshift(step);
const folder = temporaryFolder(undo);

const clock = async (work) => {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
};

try {
  const file = join(folder, 'load.jsonl');
  execFileSync('node', [new URL('../../corpus/generate.mjs', import.meta.url).pathname, '--documents', String(count), '--out', file], {stdio: 'ignore'});
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const archive = join(folder, 'archive');
  mkdirSync(archive);
  writeFileSync(join(archive, 'one.jsonl'), '{"id": "first", "title": "Văn bản đầu tiên"}\n');
  const home = join(folder, 'home');
  await reindex(archive, home);
  const server = await startServer(home, undo, writeConfig(folder, ['tuyet-mat']));
  startSpool(home, undo);
  const headers = {Authorization: `Bearer ${keys['write-tuyet-mat']}`, 'Content-Type': 'application/x-ndjson'};

  let accepted = 0;
  let last;
  const applied = await clock(async () => {
    accepted = await clock(async () => {
      for (let at = 0; at < lines.length; at += batch) {
        const body = lines.slice(at, at + batch).join('\n');
        const response = await fetch(`${server.url}/indexes/vanban/documents`, {method: 'POST', headers, body});
        if (response.status !== 202) throw new Error(await response.text());
        last = (await response.json()).taskUid;
      }
    });
    for (let status = 'enqueued'; status === 'enqueued'; ) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      const task = await (await fetch(`${server.url}/tasks/${last}`, {headers})).json();
      status = task.status;
      if (status === 'failed') throw new Error(JSON.stringify(task.error));
    }
  });
  const whole = await clock(() => reindex(file, join(folder, 'peer')));
  const rate = (seconds) => `${Math.round(count / seconds)} documents a second`;
  console.log(`${count} documents, ${(readFileSync(file).length / 1e6).toFixed(1)} MB, ${batch} a request`);
  console.log(`accepted, on disk    ${accepted.toFixed(2)} s   ${rate(accepted)}`);
  console.log(`last task succeeded  ${applied.toFixed(2)} s   ${rate(applied)}`);
  console.log(`reindex of the same  ${whole.toFixed(2)} s   ${rate(whole)}`);
  console.log(`ratio                ${(whole / applied).toFixed(2)}`);
} finally {
  for (const step of steps) await step();
}
