// `scripts/bench peers`: the script tests/bench/peers/run says what can be given and builds what this needs.

import {readFileSync, writeFileSync} from 'node:fs';
import {cpus} from 'node:os';
import {join, resolve} from 'node:path';
import {parseArgs} from 'node:util';
import {openDocuments} from './documents.mjs';
import {allEngines} from './engines.mjs';

const parts = ['index', 'change', 'search', 'facets', 'snippets', 'http'];
const {values: given} = parseArgs({options: {
  docs: {type: 'string'}, documents: {type: 'string', default: '10000'}, only: {type: 'string', default: parts.join(',')},
  peers: {type: 'string'}, rounds: {type: 'string', default: '3'}, queries: {type: 'string', default: '400'}, json: {type: 'string'},
}});
const refuse = (why) => {
  console.error(`peers: ${why}`);
  process.exit(2);
};
const wanted = given.only.split(',');
for (const part of wanted) if (!parts.includes(part)) refuse(`no part ${part}; there are ${parts.join(', ')}`);
const all = await allEngines();
const names = given.peers?.split(',') ?? all.map(({name}) => name);
for (const name of names) if (!all.some((engine) => engine.name === name)) refuse(`no engine ${name}; there are ${all.map((engine) => engine.name).join(', ')}`);
const engines = all.filter((engine) => {
  if (engine.name !== 'vankien' && !names.includes(engine.name)) return false;
  const remedy = engine.missing();
  if (remedy) console.error(`${engine.name} is left out: ${remedy}`);
  return !remedy;
});

const load = () => readFileSync('/proc/loadavg', 'utf8').split(' ').slice(0, 2).join(', ');
const count = Number(given.documents);
const root = join(process.env.VANKIEN_BUILD, 'bench', 'peers');
const [documents, part] = await openDocuments(root, given.docs && resolve(given.docs), count);
const run = {engines, documents, part, rounds: Number(given.rounds), queries: Number(given.queries)};
console.log(`${count} documents, ${(documents.bytes / 1e6).toFixed(1)} MB of text · ${cpus().length} × ${cpus()[0].model} · load ${load()}`);
const figures = {};
for (const name of parts.filter((one) => wanted.includes(one))) {
  const {measure} = await import(`./part_${name}.mjs`);
  try {
    const {words, ...numbers} = await measure(run);
    figures[name] = numbers;
    console.log(`\n${words}\n(load ${load()})`);
  } catch (error) { // the other parts are worth having
    console.error(`\n${name}: ${error.stack}`);
    process.exitCode = 1;
  }
}
if (given.json) writeFileSync(given.json, JSON.stringify(figures, null, 1));
