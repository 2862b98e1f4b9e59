// See tests/bench/snippets. A generated archive's bodies are joined to 10 kB; each kind of request is asked many times, and
// what the server's process has used of the processor is read before and after. `--peer` is another build's folder.

import {execFileSync, spawn} from 'node:child_process';
import {once} from 'node:events';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {parseArgs} from 'node:util';
import {reindex, temporaryFolder} from '../e2e/server.mjs';

const {values} = parseArgs({options: {
  documents: {type: 'string', default: '200'}, rounds: {type: 'string', default: '30'}, peer: {type: 'string'},
}});
const bodyBytes = 10_000;
const steps = [];
const undo = (step) => steps.unshift(step);
const folder = temporaryFolder(undo);
const ticks = Number(execFileSync('getconf', ['CLK_TCK'], {encoding: 'utf8'}));

/** Seconds of processor time a process has used, all its threads. */
function used(pid) {
  const words = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ');
  return (Number(words[11]) + Number(words[12])) / ticks;
}

async function start(build, home) {
  const child = spawn(join(build, 'bin', 'vankien-searchd'), ['--home', home, '--listen', '127.0.0.1:0'], {stdio: ['ignore', 'pipe', 'ignore']});
  undo(async () => {
    child.kill('SIGTERM');
    await once(child, 'close');
  });
  for await (const line of createInterface({input: child.stdout})) {
    const match = /^listening on (\S+)/.exec(line);
    if (match) return {url: match[1], pid: child.pid};
  }
  throw new Error('vankien-searchd did not start');
}

const queries = ['nguồn nhân lực', 'nguon nhan luc', '"chuyển đổi số"', 'xây dựng đảng trong sạch vững mạnh', '05-NQ/TU'];
const kinds = {
  'no snippet': {},
  'marked crops': {attributesToHighlight: ['title', 'body'], attributesToCrop: ['body'], cropLength: 35},
  'three passages': {showPassages: 3},
};

async function measure(server, kind) {
  const ask = async (q) => {
    const body = JSON.stringify({q, limit: 20, attributesToRetrieve: ['id'], ...kind});
    const response = await fetch(`${server.url}/indexes/vanban/search`, {method: 'POST', headers: {'Content-Type': 'application/json'}, body});
    if (!response.ok) return undefined;
    return (await response.json()).hits.length;
  };
  let hits = 0;
  for (const q of queries) {
    const count = await ask(q);
    if (count === undefined) return undefined; // the peer does not know it
    hits += count;
  }
  const before = used(server.pid);
  for (let round = 0; round < Number(values.rounds); ++round) for (const q of queries) await ask(q);
  const seconds = used(server.pid) - before;
  return {milliseconds: (seconds * 1000) / (Number(values.rounds) * queries.length), hits: hits / queries.length};
}

try {
  const file = join(folder, 'load.jsonl');
  execFileSync('node', [new URL('../../corpus/generate.mjs', import.meta.url).pathname, '--documents', String(Number(values.documents) * 4), '--out', file], {stdio: 'ignore'});
  const records = readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
  const long = [];
  while (records.length > 0 && long.length < Number(values.documents)) {
    const record = records.shift();
    while (Buffer.byteLength(record.body) < bodyBytes && records.length > 0) record.body += `\f${records.shift().body}`;
    long.push(JSON.stringify({...record, grade: 'open', declassified_by: 'bench'}));
  }
  writeFileSync(file, `${long.join('\n')}\n`);
  const home = join(folder, 'home');
  await reindex(file, home);
  const builds = {'this build': process.env.VANKIEN_BUILD, ...(values.peer ? {peer: values.peer} : {})};
  console.log(`${long.length} documents of ${bodyBytes / 1000} kB, ${queries.length} queries, CPU time a request`);
  for (const [name, build] of Object.entries(builds)) {
    const server = await start(build, home);
    for (const [kind, parameters] of Object.entries(kinds)) {
      const found = await measure(server, parameters);
      if (found) console.log(`${name.padEnd(11)} ${kind.padEnd(15)} ${found.milliseconds.toFixed(2)} ms, ${found.hits.toFixed(1)} hits`);
    }
  }
} finally {
  for (const step of steps) await step();
}
