// One changed document, from handing it over until a search finds its new word, durable: ours by the API and the spool beside
// a commit of each engine. The indexes of a copy are changed, not those the other parts ask.

import {cpSync, createReadStream, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {startServer, startSpool, writeConfig, temporaryFolder, keys} from '../../e2e/server.mjs';
import {indexOf} from './indexes.mjs';
import {run} from './measured.mjs';
import {median, quantile, table} from './tables.mjs';

const changes = 20;
const longest = 30_000; // ms for ours, of which three changes are measured at least

/** The first documents of a file, which may be longer than a string can be. */
async function firstOf(file, count) {
  const first = [];
  for await (const line of createInterface({input: createReadStream(file), crlfDelay: Infinity})) {
    first.push(JSON.parse(line));
    if (first.length === count) break;
  }
  return first;
}

async function ours(home, documents, undo) {
  const server = await startServer(home, undo, writeConfig(temporaryFolder(undo), ['tuyet-mat']));
  startSpool(home, undo);
  const headers = {Authorization: `Bearer ${keys['write-tuyet-mat']}`, 'Content-Type': 'application/json'};
  const send = async (path, body) => {
    const response = await fetch(`${server.url}/indexes/vanban/${path}`, {method: 'POST', headers, body: JSON.stringify(body)});
    if (!response.ok) throw new Error(await response.text());
    return response.json();
  };
  /** Milliseconds until a search finds the mark, handed over in these documents. */
  const change = async (changed, mark) => {
    const begun = performance.now();
    const {taskUid} = await send('documents', changed);
    while ((await send('search', {q: `"${mark}"`, limit: 1})).hits.length === 0) {
      await new Promise((wake) => setTimeout(wake, 2));
      if (performance.now() - begun > longest) throw new Error(`task ${taskUid} has not changed a document in ${longest} ms`);
    }
    return performance.now() - begun;
  };
  const marked = (document, mark) => ({...document, body: `${document.body} ${mark}`});
  // A document of a file is changed in its file: those that are changed here were handed over before.
  const own = documents.map((document) => ({...document, id: `changed-${document.id}`}));
  await change(own.map((document) => marked(document, 'zzfirst')), 'zzfirst');
  const times = [];
  const end = performance.now() + longest;
  for (const [number, document] of own.entries()) {
    if (number >= 3 && performance.now() > end) break;
    times.push(await change([marked(document, `zzmark${number}`)], `zzmark${number}`));
  }
  return times;
}

export async function measure({engines, documents}) {
  const first = await firstOf(await documents.as('docs.jsonl'), changes);
  const steps = [];
  const figures = {};
  try {
    for (const engine of engines) {
      if (engine.name !== 'vankien' && !engine.change) continue;
      const copy = mkdtempSync(join(tmpdir(), 'vankien-bench-'));
      steps.unshift(() => rmSync(copy, {recursive: true, force: true}));
      cpSync(await indexOf(engine, documents), copy, {recursive: true});
      let times;
      if (engine.change) times = (await run(engine.change(copy, await documents.as(engine.form), changes))).words.trim().split('\n').map(Number);
      else times = await ours(copy, first, (step) => steps.unshift(step));
      figures[engine.name] = {p50: median(times), p95: quantile(times, 0.95)};
    }
  } finally {
    for (const step of steps) await step();
  }
  const rows = Object.entries(figures).map(([name, {p50, p95}]) => [name, p50, p95, figures.xapian && p50 / figures.xapian.p50, figures.omega && figures.omega.p50 / p50]);
  return {
    figures,
    words: `One document of ${documents.count} changed, durable and seen by a reader: ms, of ${changes}\n\n`
      + table(['engine', 'p50', 'p95', '÷ one Xapian commit', 'speed × omega'], ...rows),
  };
}
